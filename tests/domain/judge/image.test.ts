import { describe, expect, it, test } from "vitest";
import { CATALOG, catalogEntry } from "@/lib/domain/catalog/catalog";
import type { CatalogEntry } from "@/lib/domain/catalog/entry";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { judgeDraft } from "@/lib/domain/judge/judge";
import { codes, judge, picture, says } from "./drafts";

const all: GatewayId[] = CATALOG.map((entry) => entry.id);

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
