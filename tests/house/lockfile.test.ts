import { describe, expect, test } from "vitest";
import { completeLockfile, describePlatform, findUnlocked, type Lockfile } from "./lockfile";

const lock: Lockfile & { readonly name: string } = {
	name: "storyreel",
	packages: {
		"": {},
		"node_modules/next": { optionalDependencies: { "@next/swc-darwin-arm64": "16.4.6", sharp: "^0.35.0" } },
		"node_modules/sharp": {},
		"node_modules/tool": { dev: true },
		"node_modules/tool/node_modules/inner": { dev: true, optionalDependencies: { "@inner/linux-x64-musl": "1.0.0" } },
	},
};

describe("a lockfile", () => {
	test("lacks what an optional dependency names and no folder up to the root holds", () => {
		expect(findUnlocked(lock)).toEqual([
			{ name: "@next/swc-darwin-arm64", version: "16.4.6", dev: false },
			{ name: "@inner/linux-x64-musl", version: "1.0.0", dev: true },
		]);
	});

	test("is completed in npm's order, and then lacks nothing", () => {
		const completed = JSON.parse(completeLockfile(JSON.stringify(lock)));
		expect(Object.keys(completed.packages).slice(0, 3)).toEqual([
			"",
			"node_modules/@inner/linux-x64-musl",
			"node_modules/@next/swc-darwin-arm64",
		]);
		expect(findUnlocked(completed)).toEqual([]);
		expect(completeLockfile(JSON.stringify(completed))).toBe(completeLockfile(JSON.stringify(lock)));
	});

	test("cannot be completed from a range", () => {
		const loose = { packages: { "node_modules/a": { optionalDependencies: { "a-linux-x64": "^1.0.0" } } } };
		expect(() => completeLockfile(JSON.stringify(loose))).toThrow("not exactly");
	});
});

test.each([
	["@next/swc-darwin-arm64", { cpu: ["arm64"], os: ["darwin"] }],
	["@swc/core-linux-arm-gnueabihf", { cpu: ["arm"], os: ["linux"], libc: ["glibc"] }],
	["@oxc-parser/binding-linux-arm-musleabihf", { cpu: ["arm"], os: ["linux"], libc: ["musl"] }],
	["@swc/core-win32-x64-msvc", { cpu: ["x64"], os: ["win32"] }],
	["@tailwindcss/oxide-wasm32-wasi", { cpu: ["wasm32"] }],
	["@oxc-parser/binding-android-arm-eabi", { cpu: ["arm"], os: ["android"] }],
])("%s is for %o", (name, platform) => {
	expect(describePlatform(name)).toEqual({ ...platform, optional: true });
});
