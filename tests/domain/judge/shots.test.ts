import { describe, expect, it, test } from "vitest";
import { CATALOG } from "@/lib/domain/catalog/catalog";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { codes, inShots, judge } from "./drafts";

const all: GatewayId[] = CATALOG.map((entry) => entry.id);

describe("the words of a shot", () => {
	test.each<[GatewayId, string[]]>([
		["animatic", []],
		["empiriolabs", ["shot-too-long"]],
		["evolink", ["shot-too-long"]],
		["apimart", ["shot-too-long"]],
		["useapi", []],
		["kling", ["shot-too-long"]],
	])("at %s, 513 characters: %j", (id, refused) => {
		expect(codes(judge(inShots(["A corgi", "a".repeat(513)]), id).refusals)).toEqual(refused);
	});

	it("names the shot and by how much to shorten it", () => {
		expect(judge(inShots(["A corgi", "a".repeat(530)]), "evolink").refusals).toEqual([
			{
				code: "shot-too-long",
				field: "shot-2",
				sentence: "Shot 2 has 530 characters; a shot takes at most 512. Shorten it by 18.",
				fix: "shorten",
			},
		]);
	});

	it("takes 512 characters, without the spaces around them", () => {
		expect(judge(inShots(["A corgi", `  ${"a".repeat(512)}  `]), "kling").refusals).toEqual([]);
	});

	it("warns of a shot without words among others", () => {
		expect(judge(inShots(["A corgi", " "]), "evolink").warnings).toMatchObject([
			{ code: "shot-without-words", field: "shot-2" },
		]);
	});
});

describe("shots as prose", () => {
	test.each(all)("are told at %s only where no syntax is documented", (id) => {
		const warned = codes(judge(inShots(["A corgi", "A cat"]), id).warnings).includes("shots-as-prose");
		expect(warned).toBe(id === "useapi");
	});

	it("are no matter for a single shot, which has no cut", () => {
		expect(judge(inShots(["A corgi"]), "useapi").warnings).toEqual([]);
	});
});
