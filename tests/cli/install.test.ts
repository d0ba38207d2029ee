import { describe, expect, test } from "vitest";
import { findMissingPackages } from "@/lib/cli/install.mjs";

const wanted = {
	"": { version: "1.0.0" },
	"node_modules/next": { version: "16.4.6" },
	"node_modules/vitest": { version: "5.1.1", dev: true },
	"node_modules/@next/swc-darwin-arm64": { version: "16.4.6", optional: true },
};

describe("what is missing", () => {
	test("is everything of a fresh clone, its root and other platforms' packages apart", () => {
		expect(findMissingPackages(wanted, {}, { dev: true })).toEqual(["node_modules/next", "node_modules/vitest"]);
	});

	test("is without the test tools when one only starts", () => {
		expect(findMissingPackages(wanted, {}, { dev: false })).toEqual(["node_modules/next"]);
	});

	test("is a package of another version", () => {
		const installed = { "node_modules/next": { version: "16.4.5" } };
		expect(findMissingPackages(wanted, installed, { dev: false })).toEqual(["node_modules/next"]);
	});

	test("is nothing once all is there", () => {
		const installed = { "node_modules/next": { version: "16.4.6" }, "node_modules/vitest": { version: "5.1.1" } };
		expect(findMissingPackages(wanted, installed, { dev: true })).toEqual([]);
	});
});
