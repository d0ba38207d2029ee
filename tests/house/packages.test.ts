import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { findUnlocked, lockSchema } from "./lockfile";

const root = fileURLToPath(new URL("../..", import.meta.url));

const manifestSchema = z.object({
	dependencies: z.record(z.string(), z.string()),
	devDependencies: z.record(z.string(), z.string()),
});

const versionsSchema = z.object({
	packages: z.record(z.string(), z.object({ version: z.string().optional(), resolved: z.string().optional() })),
});

function readJson(name: string): unknown {
	return JSON.parse(readFileSync(`${root}${name}`, "utf8"));
}

const manifest = manifestSchema.parse(readJson("package.json"));
const { packages } = versionsSchema.parse(readJson("package-lock.json"));

function parts(version: string): number[] {
	return version.split(/[.-]/).slice(0, 3).map(Number);
}

function isAtLeast(version: string, floor: string): boolean {
	const [have, need] = [parts(version), parts(floor)];
	const differing = need.findIndex((part, index) => have[index] !== part);
	return differing === -1 || (have[differing] ?? 0) > (need[differing] ?? 0);
}

describe("packages", () => {
	const card = ["next", "react", "tailwindcss", "@tanstack/react-query", "zod", "react-hook-form", "typescript"];
	test.each(card)("%s is a dependency", (name) => {
		expect(manifest.dependencies).toHaveProperty([name]);
	});

	test("@playwright/test is a development dependency", () => {
		expect(manifest.devDependencies).toHaveProperty(["@playwright/test"]);
	});

	test("every version is exact", () => {
		const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
		expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
	});

	// Each floor is the release that closed a hole.
	test.each([
		["next", "16.4.5"],
		["react", "19.3.1"],
		["react-dom", "19.3.1"],
		["sharp", "0.35.5"],
	])("every %s in the lockfile is %s or newer", (name, floor) => {
		const found = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
		expect(found).not.toEqual([]);
		expect(found.filter(([, { version }]) => !isAtLeast(version ?? "0.0.0", floor))).toEqual([]);
	});

	test("the lockfile names no registry", () => {
		expect(Object.keys(packages).filter((path) => packages[path]?.resolved !== undefined)).toEqual([]);
	});

	test("the lockfile names every platform's packages (npm run lockfile adds them)", () => {
		expect(findUnlocked(lockSchema.parse(readJson("package-lock.json")))).toEqual([]);
	});

	test("the embedded database is the very version that was proven", () => {
		expect(packages["node_modules/@electric-sql/pglite"]?.version).toBe("0.5.16");
	});
});

test.each([
	["16.4.6", "16.4.5", true],
	["16.4.5", "16.4.5", true],
	["16.4.4", "16.4.5", false],
	["17.0.0", "16.4.5", true],
	["15.9.9", "16.4.5", false],
])("%s against a floor of %s", (version, floor, passes) => {
	expect(isAtLeast(version, floor)).toBe(passes);
});
