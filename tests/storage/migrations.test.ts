import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { expect, it } from "vitest";
import { migrationsFolder } from "./support/bench";

const schemaFolder = join(process.cwd(), "lib", "storage", "schema");

async function readSchema(): Promise<Record<string, unknown>> {
	const modules = readdirSync(schemaFolder).map((name) => import(join(schemaFolder, name)));
	return Object.assign({}, ...(await Promise.all(modules)));
}

it("the migrations make exactly the tables that the stores are written for", async () => {
	const snapshots = readdirSync(join(migrationsFolder, "meta"))
		.filter((name) => name.endsWith("_snapshot.json"))
		.sort();
	const last = JSON.parse(readFileSync(join(migrationsFolder, "meta", snapshots.at(-1) ?? ""), "utf8"));
	const current = generateDrizzleJson(await readSchema(), last.id);
	expect(Object.keys(current.tables)).toContain("public.takes");
	expect(await generateMigration(last, current)).toEqual([]);
});
