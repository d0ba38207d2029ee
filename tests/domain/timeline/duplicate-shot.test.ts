import { describe, expect, it } from "vitest";
import { duplicateShot } from "@/lib/domain/timeline/duplicate-shot";
import { accepted, codeOf, idsAfter, secondsAfter, shotsOf } from "./build-shots";

describe("duplicating a shot", () => {
	it.each([
		{ from: [3, 4, 3], index: 1, seconds: [3, 2, 2, 3], why: "the two share its seconds" },
		{ from: [3, 4, 3], index: 0, seconds: [2, 1, 4, 3], why: "the first keeps the odd second" },
		{ from: [1, 4], index: 0, seconds: [1, 1, 3], why: "a neighbour gives to a shot of 1 s" },
		{ from: [4, 1, 1], index: 2, seconds: [3, 1, 1, 1], why: "the nearest shot with more gives" },
	])("$from at $index under roll: $seconds, as $why", ({ from, index, seconds }) => {
		expect(secondsAfter(duplicateShot(shotsOf(...from), index, "roll"))).toEqual(seconds);
	});

	it.each([
		{ from: [3, 4, 3], index: 1, seconds: [3, 4, 4, 3], why: "the copy is as long" },
		{ from: [5, 8], index: 1, seconds: [5, 8, 2], why: "the copy takes what is left of 15" },
	])("$from at $index under ripple: $seconds, as $why", ({ from, index, seconds }) => {
		expect(secondsAfter(duplicateShot(shotsOf(...from), index, "ripple"))).toEqual(seconds);
	});

	it.each([
		{ from: [2, 2, 2, 2, 2, 2], index: 0, trim: "roll", code: "too-many-shots" },
		{ from: [1, 1, 1], index: 0, trim: "roll", code: "no-second-to-spare" },
		{ from: [7, 8], index: 0, trim: "ripple", code: "film-full" },
		{ from: [3, 4], index: 2, trim: "roll", code: "unknown-shot" },
	] as const)("$from at $index under $trim is refused: $code", ({ from, index, trim, code }) => {
		expect(codeOf(duplicateShot(shotsOf(...from), index, trim))).toBe(code);
	});

	it("puts the copy right after, with the same words and an id of its own", () => {
		const edit = duplicateShot(shotsOf(3, 4, 3), 0, "ripple");
		expect(idsAfter(edit)).toEqual([1, 4, 2, 3]);
		expect(accepted(edit)[1]?.words).toBe("words 1");
	});
});
