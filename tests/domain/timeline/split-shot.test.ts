import { describe, expect, it } from "vitest";
import { shotsSchema } from "@/lib/domain/shot";
import { splitShot } from "@/lib/domain/timeline/split-shot";
import { accepted, codeOf, idsAfter, secondsAfter, shotsOf } from "./build-shots";

describe("splitting a shot", () => {
	it.each([
		{ from: [3, 4, 3], index: 1, seconds: [3, 2, 2, 3] },
		{ from: [3, 4, 3], index: 0, seconds: [2, 1, 4, 3] },
		{ from: [3, 4, 3], index: 2, seconds: [3, 4, 2, 1] },
		{ from: [15], index: 0, seconds: [8, 7] },
		{ from: [2, 1], index: 0, seconds: [1, 1, 1] },
	])("$from at $index: $seconds", ({ from, index, seconds }) => {
		expect(secondsAfter(splitShot(shotsOf(...from), index))).toEqual(seconds);
	});

	it.each([
		{ from: [2, 1], index: 1, code: "too-short-to-split" },
		{ from: [5, 2, 2, 2, 2, 2], index: 0, code: "too-many-shots" },
		{ from: [2, 1], index: 2, code: "unknown-shot" },
	])("$from at $index is refused: $code", ({ from, index, code }) => {
		expect(codeOf(splitShot(shotsOf(...from), index))).toBe(code);
	});

	it("keeps the shot's id for the first half and gives the second its own", () => {
		expect(idsAfter(splitShot(shotsOf(3, 4, 3), 1))).toEqual([1, 2, 4, 3]);
	});

	it.each([
		{ words: "A dog runs.", halves: ["A dog runs.", ""], why: "one sentence stays whole" },
		{ words: "", halves: ["", ""], why: "no words, none twice" },
		{ words: "A dog runs. A cat sleeps.", halves: ["A dog runs.", "A cat sleeps."], why: "each half gets one" },
		{
			words: "Rain. A long slow push towards the lit window of the house. Night.",
			halves: ["Rain. A long slow push towards the lit window of the house.", "Night."],
			why: "the cut goes to the sentence end nearest to the middle",
		},
		{
			words: 'She says: "Stop. Look. Listen." He turns.',
			halves: ['She says: "Stop. Look. Listen."', "He turns."],
			why: "speech is never cut",
		},
		{ words: "一只狗在跑。一只猫在睡。", halves: ["一只狗在跑。", "一只猫在睡。"], why: "Chinese has sentences too" },
	])("divides $words, as $why", ({ words, halves }) => {
		const shots = shotsSchema.parse([{ id: 1, seconds: 4, words }]);
		expect(accepted(splitShot(shots, 0)).map((shot) => shot.words)).toEqual(halves);
	});
});
