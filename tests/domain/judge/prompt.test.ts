import { describe, expect, it, test } from "vitest";
import { CATALOG } from "@/lib/domain/catalog/catalog";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { wirePrompt } from "@/lib/domain/grammar/wire-prompt";
import { codes, inShots, judge, picture, says } from "./drafts";

const all: GatewayId[] = CATALOG.map((entry) => entry.id);

describe("a missing prompt", () => {
	test.each(all)("blocks a film from text at %s", (id) => {
		expect(judge(says(" \n "), id).refusals).toMatchObject([{ code: "prompt-missing", field: "prompt", fix: "write" }]);
	});

	it("is named at the shots where shots are written", () => {
		expect(judge(inShots(["", " ; "]), "kling").refusals).toMatchObject([{ code: "prompt-missing", field: "shots" }]);
	});

	test.each<[GatewayId, string[], string[]]>([
		["animatic", [], []],
		["empiriolabs", ["prompt-missing"], ["image-may-be-refused"]],
		["evolink", [], []],
		["apimart", [], []],
		["useapi", [], []],
		["kling", [], ["prompt-advised-with-image"]],
	])("beside an image at %s: refused %j, warned %j", (id, refused, warned) => {
		const verdict = judge(says("", { image: picture() }), id);
		expect(codes(verdict.refusals)).toEqual(refused);
		expect(codes(verdict.warnings)).toEqual(warned);
	});
});

describe("the length of the prompt", () => {
	const chars = (count: number) => "a".repeat(count);

	test.each<[GatewayId, boolean, number, string]>([
		["animatic", false, 2_500, "fits"],
		["animatic", false, 2_501, "warns"],
		["animatic", false, 20_000, "warns"],
		["empiriolabs", false, 2_500, "fits"],
		["empiriolabs", false, 2_501, "warns"],
		["empiriolabs", false, 3_072, "warns"],
		["empiriolabs", false, 3_073, "blocks"],
		["empiriolabs", true, 2_500, "fits"],
		["empiriolabs", true, 2_501, "blocks"],
		["evolink", false, 2_500, "fits"],
		["evolink", false, 2_501, "blocks"],
		["evolink", true, 2_501, "blocks"],
		["apimart", false, 2_501, "warns"],
		["apimart", false, 3_072, "warns"],
		["apimart", false, 3_073, "blocks"],
		["apimart", true, 3_072, "warns"],
		["useapi", false, 2_500, "fits"],
		["useapi", false, 2_501, "blocks"],
		["useapi", true, 2_501, "blocks"],
		["kling", false, 2_500, "fits"],
		["kling", false, 2_501, "warns"],
		["kling", false, 3_072, "warns"],
		["kling", false, 3_073, "blocks"],
		["kling", true, 2_500, "fits"],
		["kling", true, 2_501, "blocks"],
	])("at %s (image: %j), %i characters: %s", (id, withImage, count, outcome) => {
		const verdict = judge(says(chars(count), { image: withImage ? picture() : null }), id);
		const refused = codes(verdict.refusals).includes("prompt-too-long");
		const warned = codes(verdict.warnings).includes("prompt-over-advised");
		expect(refused ? "blocks" : warned ? "warns" : "fits").toBe(outcome);
	});

	it("says by how much to shorten", () => {
		expect(judge(says(chars(2_612)), "evolink").refusals[0]?.sentence).toBe(
			"The prompt is 2,612 characters as it will be sent; EvoLink takes at most 2,500. Shorten it by 112.",
		);
	});

	it("says whose limit it is where the gateway states none", () => {
		expect(judge(says(chars(3_073)), "empiriolabs").refusals[0]?.sentence).toContain(
			"EmpirioLabs states no limit, so Kling's 3,072 is applied.",
		);
	});

	it("says what is advised and what is suggested", () => {
		expect(judge(says(chars(2_600)), "apimart").warnings[0]?.sentence).toBe(
			"The prompt is 2,600 characters as it will be sent; APIMart advises at most 2,500, and 2,000 is suggested.",
		);
	});

	it("counts an emoji as one character", () => {
		expect(judge(says("🐕".repeat(2_500)), "evolink").refusals).toEqual([]);
	});

	it("counts the markers of the shots, as they will be sent", () => {
		const marks = wirePrompt(inShots(["", "", "", "", "", ""]), "shot").length;
		const words = Math.floor((2_500 - marks) / 6);
		const rest = 2_500 - marks - 6 * words;
		const lengths = [words + rest, words, words, words, words, words];
		expect(judge(inShots(lengths.map(chars)), "evolink").refusals).toEqual([]);
		const over = inShots([words + rest + 1, ...lengths.slice(1)].map(chars));
		expect(judge(over, "evolink").refusals).toMatchObject([{ code: "prompt-too-long", field: "shots" }]);
	});

	it("refuses six full shots at Kling, whose markers push them over", () => {
		const verdict = judge(inShots(Array.from({ length: 6 }, () => chars(512))), "kling");
		expect(codes(verdict.refusals)).toEqual(["prompt-too-long"]);
	});
});
