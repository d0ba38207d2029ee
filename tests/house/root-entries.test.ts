import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { listFiles } from "./list-sources";

const root = fileURLToPath(new URL("../..", import.meta.url));

const allowed = [
	"LICENSE",
	"README.md",
	"app",
	"biome.json",
	"components",
	"instrumentation.ts",
	"lib",
	"next-env.d.ts",
	"next.config.mjs",
	"package-lock.json",
	"package.json",
	"postcss.config.mjs",
	"proxy.ts",
	"public",
	"tests",
	"tsconfig.json",
];

const entries = [...new Set(listFiles(root).map((path) => path.split("/")[0] ?? path))];

test("the root holds what the house names, and dotfiles", () => {
	const unnamed = entries.filter((entry) => !entry.startsWith(".") && !allowed.includes(entry));
	expect(unnamed).toEqual([]);
});

test.each(["app", "components", "lib", "tests", "package.json", "next.config.mjs", "tsconfig.json"])(
	"the root has %s",
	(entry) => {
		expect(entries).toContain(entry);
	},
);

test.each(["pages", "src", "eslint.config.mjs", "jest.config.js"])("the root has no %s", (entry) => {
	expect(entries).not.toContain(entry);
});
