import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ICruiseResult } from "dependency-cruiser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listSources } from "../house/list-sources";
import { makeTempDir, removeDir } from "../support/temp-dir";
import { cruiseProject, rooms, rootFiles } from "./cruise-project";
import { layerRules } from "./rules";
import { seeds, targets } from "./seeds";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

function listBroken({ summary }: ICruiseResult): string[] {
	return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

describe("the project", () => {
	let result: ICruiseResult;
	beforeAll(async () => {
		result = await cruiseProject(root);
	}, 120_000);

	test("is read whole, file by file", () => {
		const read = result.modules.map(({ source }) => source);
		const ours = read.filter((source) => /\.(ts|tsx|mjs|cjs|js)$/.test(source) && existsSync(join(root, source)));
		expect(ours.filter((source) => !source.startsWith("node_modules/")).sort()).toEqual(listSources(root));
	});

	test("keeps every arrow of the house", () => {
		expect(listBroken(result)).toEqual([]);
	});
});

describe("each rule sees the one import that breaks it:", () => {
	const copy = makeTempDir();
	let broken: string[];
	beforeAll(async () => {
		for (const path of [...rooms, ...rootFiles]) cpSync(join(root, path), join(copy, path), { recursive: true });
		symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
		const files = Object.values(seeds).map(({ path, text }) => [path, text] as const);
		for (const [path, text] of [...files, ...Object.entries(targets)]) {
			mkdirSync(join(copy, dirname(path)), { recursive: true });
			writeFileSync(join(copy, path), `${text}\n`);
		}
		broken = listBroken(await cruiseProject(copy));
	}, 120_000);
	afterAll(() => removeDir(copy));

	test.each(Object.entries(seeds))("%s", (rule, { path }) => {
		expect(broken).toContainEqual(expect.stringContaining(`${rule}: ${path} → `));
	});

	test("and no rule is without such a seed", () => {
		expect(Object.keys(seeds).sort()).toEqual(layerRules.forbidden?.map(({ name }) => name).sort());
	});
});
