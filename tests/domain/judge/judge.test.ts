import { describe, expect, it, test } from "vitest";
import { CATALOG, catalogEntry } from "@/lib/domain/catalog/catalog";
import type { CatalogEntry } from "@/lib/domain/catalog/entry";
import { type Draft, type ImageRef, imageRefSchema, NEW_DRAFT } from "@/lib/domain/draft";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { wirePrompt } from "@/lib/domain/grammar/wire-prompt";
import { judgeDraft } from "@/lib/domain/judge/judge";

function says(text: string, change: Partial<Draft> = {}): Draft {
	return {
		...NEW_DRAFT,
		composition: { mode: "one-shot", prose: { text, seconds: 5 }, shelvedShots: null },
		...change,
	};
}

function inShots(words: readonly string[], change: Partial<Draft> = {}): Draft {
	const shots = words.map((text, index) => ({ id: index + 1, seconds: 2, words: text }));
	return {
		...NEW_DRAFT,
		composition: { mode: "shots", shots, shelvedProse: { text: "", seconds: 5 } },
		...change,
	};
}

function picture(change: Partial<Omit<ImageRef, "id">> = {}): ImageRef {
	return imageRefSchema.parse({
		id: "a".repeat(64),
		format: "jpeg",
		width: 1280,
		height: 720,
		bytes: 400_000,
		...change,
	});
}

const judge = (draft: Draft, id: GatewayId) => judgeDraft(draft, catalogEntry(id));
const codes = (remarks: readonly { readonly code: string }[]) => remarks.map((remark) => remark.code);
const all: GatewayId[] = CATALOG.map((entry) => entry.id);
const others: GatewayId[] = all.filter((id) => id !== "empiriolabs");

describe("a plain prompt", () => {
	test.each(others)("meets nothing at %s", (id) => {
		expect(judge(says("A corgi on the beach"), id)).toEqual({ refusals: [], losses: [], warnings: [] });
	});

	it("may be turned down by EmpirioLabs, whose documents disagree on text alone", () => {
		const verdict = judge(says("A corgi on the beach"), "empiriolabs");
		expect(verdict.refusals).toEqual([]);
		expect(codes(verdict.warnings)).toEqual(["text-only-disputed"]);
	});
});

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

describe("the image", () => {
	test.each<[GatewayId, number, number]>([
		["empiriolabs", 20_000_000, 20_000_001],
		["evolink", 50_000_000, 50_000_001],
		["apimart", 50_000_000, 50_000_001],
		["useapi", 10_000_000, 10_000_001],
		["kling", 20_000_000, 20_000_001],
	])("at %s may have %i bytes, not %i", (id, fits, tooBig) => {
		const weigh = (bytes: number) => codes(judge(says("Go", { image: picture({ bytes }) }), id).refusals);
		expect(weigh(fits)).toEqual([]);
		expect(weigh(tooBig)).toEqual(["image-too-big"]);
	});

	it("never reads as equal to the limit it exceeds", () => {
		const verdict = judge(says("Go", { image: picture({ bytes: 10_000_001 }) }), "useapi");
		expect(verdict.refusals[0]?.sentence).toBe("The image has 10.1 MB; useapi.net is sent at most 10 MB.");
	});

	test.each<[number, number, string[]]>([
		[300, 300, []],
		[299, 300, ["image-too-small"]],
		[300, 299, ["image-too-small"]],
		[1000, 400, []],
		[1001, 400, ["image-too-elongated"]],
		[400, 1000, []],
		[400, 1001, ["image-too-elongated"]],
		[800, 200, ["image-too-small", "image-too-elongated"]],
	])("of %i × %i: %j, everywhere", (width, height, refused) => {
		for (const id of all) {
			expect(codes(judge(says("Go", { image: picture({ width, height }) }), id).refusals)).toEqual(refused);
		}
	});

	it("offers to crop a shape that is too long", () => {
		const verdict = judge(says("Go", { image: picture({ width: 3_000, height: 800 }) }), "evolink");
		expect(verdict.refusals).toMatchObject([
			{ fix: "crop-image", sentence: expect.stringContaining("between 1:2.5 and 2.5:1") },
		]);
	});

	it("refuses a format the gateway does not list", () => {
		const kling = catalogEntry("kling");
		const onlyJpeg: CatalogEntry = { ...kling, image: { ...kling.image, formats: ["jpeg"] } };
		const verdict = judgeDraft(says("Go", { image: picture({ format: "png" }) }), onlyJpeg);
		expect(verdict.refusals).toMatchObject([{ code: "image-format", sentence: "Kling takes no PNG images." }]);
	});

	test.each(all)("is followed by the ratio at %s", (id) => {
		expect(judge(says("Go", { image: picture(), ratio: "9:16" }), id).losses).toEqual([
			{
				code: "ratio-follows-image",
				field: "ratio",
				sentence: "The film follows the image; 9:16 is not used.",
			},
		]);
	});

	it("carries EmpirioLabs' caution in its own words", () => {
		expect(judge(says("Go", { image: picture() }), "empiriolabs").warnings).toMatchObject([
			{
				code: "image-may-be-refused",
				sentence: expect.stringContaining("may be rejected: logos and transparent graphics"),
			},
		]);
	});
});

describe("the negative prompt", () => {
	test.each<[GatewayId, string[]]>([
		["animatic", ["negative-prompt-ignored"]],
		["empiriolabs", []],
		["evolink", ["negative-prompt-ignored"]],
		["apimart", ["negative-prompt-ignored"]],
		["useapi", ["negative-prompt-ignored"]],
		["kling", ["negative-prompt-not-separate"]],
	])("at %s: %j", (id, lost) => {
		expect(codes(judge(says("A corgi", { negativePrompt: "blur" }), id).losses)).toEqual(lost);
	});

	test.each(all)("loses nothing at %s when it is blank", (id) => {
		expect(judge(says("A corgi", { negativePrompt: "  " }), id).losses).toEqual([]);
	});
});

describe("the watermark", () => {
	test.each<[GatewayId, Draft["watermark"], string[]]>([
		["animatic", "on", ["watermark-ignored"]],
		["animatic", "off", []],
		["empiriolabs", "on", ["watermark-ignored"]],
		["empiriolabs", "off", ["watermark-ignored"]],
		["evolink", "on", ["watermark-ignored"]],
		["evolink", "off", ["watermark-ignored"]],
		["apimart", "on", []],
		["apimart", "off", []],
		["useapi", "on", ["watermark-ignored"]],
		["useapi", "off", []],
		["kling", "on", []],
		["kling", "off", []],
	])("at %s, %s: %j", (id, watermark, lost) => {
		expect(codes(judge(says("A corgi", { watermark }), id).losses)).toEqual(lost);
	});
});

describe("the duration", () => {
	it("is held to what the gateway renders", () => {
		const short: CatalogEntry = { ...catalogEntry("kling"), seconds: { min: 6, max: 10 } };
		expect(judgeDraft(says("A corgi"), short).refusals).toEqual([
			{
				code: "duration-out-of-range",
				field: "duration",
				sentence: "The draft lasts 5 s; Kling renders 6 to 10 s.",
				fix: "change-duration",
			},
		]);
	});
});
