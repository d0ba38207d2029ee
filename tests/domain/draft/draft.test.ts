import { describe, expect, expectTypeOf, it } from "vitest";
import { type Draft, draftSchema, durationSeconds, modality, NEW_DRAFT } from "@/lib/domain/draft";
import { MAX_STORED_CHARS, nextShotId, type Shot, shotsSchema } from "@/lib/domain/shot";
import { shotsOf } from "../timeline/build-shots";
import { IMAGE, proseDraft, shotsDraft } from "./build-draft";

it("a new draft is One shot, 5 s, 720p, 16:9, without an image, watermark unset", () => {
	expect(draftSchema.parse(NEW_DRAFT)).toEqual({
		composition: { mode: "one-shot", prose: { text: "", seconds: 5 }, shelvedShots: null },
		resolution: "720p",
		ratio: "16:9",
		image: null,
		negativePrompt: "",
		watermark: "unset",
	});
});

it("the length of a draft is the prose's seconds, or the sum of the shots'", () => {
	expect(durationSeconds(proseDraft("A dog runs.", 7))).toBe(7);
	expect(durationSeconds(shotsDraft(shotsOf(3, 4, 3), "", 5))).toBe(10);
});

it("an image makes it image to video", () => {
	expect(modality(NEW_DRAFT)).toBe("text-to-video");
	expect(modality({ ...NEW_DRAFT, image: IMAGE })).toBe("image-to-video");
});

describe("by type", () => {
	it("a composition of shots has no second number that could differ from their sum", () => {
		const shots = shotsOf(3, 4, 3);
		const shelvedProse = { text: "", seconds: 5 };
		// @ts-expect-error the sum of the shots is the duration
		const draft: Draft["composition"] = { mode: "shots", shots, shelvedProse, seconds: 11 };
		expect(draftSchema.parse({ ...NEW_DRAFT, composition: draft }).composition).not.toHaveProperty("seconds");
	});

	it("a draft cannot be written into at any depth", () => {
		const draft = shotsDraft(shotsOf(3, 4, 3));
		expectTypeOf<Draft["composition"] & { mode: "shots" }>().toHaveProperty("shots").toEqualTypeOf<readonly Shot[]>();
		expect(() => {
			// @ts-expect-error read-only
			draft.composition.shots[0].seconds = 9;
		}).toThrow(TypeError);
		expect(() => {
			// @ts-expect-error read-only
			draft.ratio = "1:1";
		}).toThrow(TypeError);
	});
});

describe("the schema refuses", () => {
	const shot = (id: number, seconds: number) => ({ id, seconds, words: "" });
	it.each([
		{ why: "no shots", shots: [] },
		{ why: "seven shots", shots: [1, 2, 3, 4, 5, 6, 7].map((id) => shot(id, 1)) },
		{ why: "a total of 2", shots: [shot(1, 2)] },
		{ why: "a total of 16", shots: [shot(1, 8), shot(2, 8)] },
		{ why: "a shot of 0 s", shots: [shot(1, 0), shot(2, 5)] },
		{ why: "part of a second", shots: [shot(1, 2.5), shot(2, 2.5)] },
		{ why: "two shots with one id", shots: [shot(1, 2), shot(1, 3)] },
		{ why: "more words than can be kept", shots: [{ id: 1, seconds: 5, words: "a".repeat(MAX_STORED_CHARS + 1) }] },
	])("$why", ({ shots }) => {
		expect(shotsSchema.safeParse(shots).success).toBe(false);
	});
});

it("a new shot gets the smallest id that is free", () => {
	expect(nextShotId([])).toBe(1);
	expect(nextShotId(shotsOf(3, 4, 3))).toBe(4);
	expect(nextShotId(shotsOf(3, 4, 3).slice(1))).toBe(1);
	expect(nextShotId([{ id: Number.MAX_SAFE_INTEGER, seconds: 3, words: "" }])).toBe(1);
});
