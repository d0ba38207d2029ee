import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

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

function listRoot(): string[] {
	const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root });
	const paths = listed.toString("utf8").split("\n").filter(Boolean);
	return [...new Set(paths.map((path) => path.split("/")[0] ?? path))];
}

test("the root holds what the house names, and dotfiles", () => {
	const unnamed = listRoot().filter((entry) => !entry.startsWith(".") && !allowed.includes(entry));
	expect(unnamed).toEqual([]);
});

test.each(["app", "components", "lib", "tests", "package.json", "next.config.mjs", "tsconfig.json"])(
	"the root has %s",
	(entry) => {
		expect(listRoot()).toContain(entry);
	},
);

test.each(["pages", "src", "eslint.config.mjs", "jest.config.js"])("the root has no %s", (entry) => {
	expect(listRoot()).not.toContain(entry);
});
