import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { GATEWAY_NAMES } from "../support/emulators/kernel/personality";
import { FIXTURE_SCENES } from "./support/fixture-scenes";
import { memberPaths, shapeProblems } from "./support/shape";

const ROOT = fileURLToPath(new URL("../gateways/fixtures/", import.meta.url));

function fixturesOf(gateway: string): readonly string[] {
	return readdirSync(join(ROOT, gateway)).map((file) => `${gateway}/${file.replace(/\.json$/, "")}`);
}

function readFixture(name: string): unknown {
	return JSON.parse(readFileSync(join(ROOT, `${name}.json`), "utf8"));
}

describe("the documented blocks", () => {
	it("are all played against an emulator", () => {
		expect(Object.keys(FIXTURE_SCENES).sort()).toEqual(GATEWAY_NAMES.flatMap(fixturesOf).sort());
	});

	it.each(Object.entries(FIXTURE_SCENES).filter(([name]) => name.endsWith(".request")))(
		"%s is accepted",
		async (name, play) => {
			expect(await play(readFixture(name))).toMatchObject({ status: expect.toBeOneOf([200, 201]) });
		},
	);

	it.each(Object.entries(FIXTURE_SCENES).filter(([name]) => !name.endsWith(".request")))(
		"%s has the shape of what the emulator sends",
		async (name, play) => {
			const { json } = await play(readFixture(name));
			expect(shapeProblems(json, readFixture(name))).toEqual([]);
		},
	);

	it.each(["empiriolabs", "evolink", "apimart", "kling"])(
		"%s answers a submit with the documented members alone",
		async (gateway) => {
			const name = `${gateway}/submit.reply`;
			const { json } = (await FIXTURE_SCENES[name]?.(readFixture(name))) ?? {};
			expect(memberPaths(json)).toEqual(memberPaths(readFixture(name)));
		},
	);
});
