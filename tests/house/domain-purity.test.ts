import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { testDir } from "../support/test-dir";

const root = fileURLToPath(new URL("../..", import.meta.url));

const impure = {
	fetch: 'export const seed = () => fetch("https://example.org");',
	process: "export const seed = process.argv;",
	window: "export const seed = window.innerWidth;",
	document: 'export const seed = document.querySelector("p");',
	setTimeout: "export const seed = setTimeout(() => {}, 1);",
	console: 'export const seed = () => console.log("seen");',
	Buffer: "export const seed = Buffer.alloc(1);",
};

test("the domain's compiler knows no machine, no network, no timer and no page", () => {
	const folder = testDir();
	const config = { extends: join(root, "lib/domain/tsconfig.json"), include: ["./*.ts"] };
	writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
	writeFileSync(join(folder, "pure.ts"), "export const seed = [3, 1, 2].toSorted().at(-1);\n");
	for (const [name, text] of Object.entries(impure)) writeFileSync(join(folder, `${name}.ts`), `${text}\n`);

	const tsc = spawnSync(
		process.execPath,
		[join(root, "node_modules/typescript/bin/tsc"), "-p", folder, "--pretty", "false"],
		{
			cwd: folder,
			encoding: "utf8",
		},
	);
	const refused = [
		...tsc.stdout.matchAll(/^(\w+)\.ts\(\d+,\d+\): error TS(?:2304|2580|2584|2591): Cannot find name '(\w+)'/gm),
	];
	expect(refused.map(([, file, name]) => [file, name]).sort()).toEqual(
		Object.keys(impure)
			.map((name) => [name, name])
			.sort(),
	);
	expect(tsc.stdout).not.toContain("pure.ts(");
});
