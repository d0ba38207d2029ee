import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { readEnv } from "@/lib/runtime/env";
import { testDir } from "../support/test-dir";
import { renderEnvExample, replaceEnvTable } from "./env-docs";

const root = fileURLToPath(new URL("../..", import.meta.url));

test(".env.example is what the schema says (npm run docs writes it)", () => {
	expect(readFileSync(join(root, ".env.example"), "utf8")).toBe(renderEnvExample());
});

test("the README's table is what the schema says (npm run docs writes it)", () => {
	const readme = readFileSync(join(root, "README.md"), "utf8");
	expect(readme).toBe(replaceEnvTable(readme));
});

test(".env.example, as it is and with every line set to nothing, is an empty environment", () => {
	const asItIs = parseEnv(renderEnvExample());
	const uncommented = parseEnv(renderEnvExample().replaceAll(/^#(?=[A-Z])/gm, ""));
	expect(asItIs).toEqual({});
	expect(Object.keys(uncommented)).toContain("DATABASE_URL");
	expect(readEnv(uncommented)).toEqual(readEnv({}));
});

test("a README without the place for the table is refused", () => {
	const path = join(testDir(), "README.md");
	writeFileSync(path, "# Storyreel\n");
	expect(() => replaceEnvTable(readFileSync(path, "utf8"))).toThrow("no place");
});
