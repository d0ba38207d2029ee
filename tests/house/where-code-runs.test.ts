import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { listSources } from "./list-sources";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = listSources(root)
	.filter((path) => !path.startsWith("tests/"))
	.map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

function pathsOf(isMeant: (source: { path: string; text: string }) => boolean): string[] {
	return sources.filter(isMeant).map(({ path }) => path);
}

const serverFloor = /^lib\/(services|gateways|storage|runtime)\//;
// drizzle-kit reads these in a plain Node, where the marker throws.
const readByDrizzleKit = /^lib\/storage\/(schema\/|drizzle\.config\.ts)/;

describe("the place says where code runs:", () => {
	test("server floors begin with the marker that no browser bundle takes", () => {
		const unmarked = pathsOf(
			({ path, text }) =>
				serverFloor.test(path) && !readByDrizzleKit.test(path) && !text.startsWith('import "server-only";\n'),
		);
		expect(unmarked).toEqual([]);
	});

	test("doors for the browser stand in the actions' room alone", () => {
		const doors = pathsOf(({ text }) => /^\s*["']use server["']/m.test(text));
		expect(doors.filter((path) => !path.startsWith("lib/actions/"))).toEqual([]);
	});

	test("in that room each file is a door, or marked as what stands behind one", () => {
		const neither = pathsOf(
			({ path, text }) => path.startsWith("lib/actions/") && !/^("use server"|import "server-only");\n/.test(text),
		);
		expect(neither).toEqual([]);
	});

	test("client code stands in components, and in what Next wants beside a page", () => {
		const clients = pathsOf(({ text }) => text.startsWith('"use client"'));
		expect(clients.filter((path) => !/^components\/|^app\/(.*\/)?(global-)?error\.tsx$/.test(path))).toEqual([]);
	});
});
