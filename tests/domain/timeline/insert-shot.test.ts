import { describe, expect, it } from "vitest";
import { insertShot } from "@/lib/domain/timeline/insert-shot";
import { accepted, codeOf, idsAfter, secondsAfter, shotsOf } from "./build-shots";

describe("adding a shot", () => {
	it.each([
		{ from: [5], at: 1, seconds: [3, 2], why: "the shot before gives half" },
		{ from: [3, 4, 3], at: 3, seconds: [3, 4, 2, 1], why: "the shot before gives half" },
		{ from: [3, 4, 3], at: 1, seconds: [2, 1, 4, 3], why: "the shot before gives half" },
		{ from: [3, 4, 3], at: 0, seconds: [1, 2, 4, 3], why: "the first one is paid for by the shot after" },
		{ from: [15], at: 1, seconds: [12, 3], why: "a new shot has 3 s at most" },
		{ from: [4, 1, 1], at: 3, seconds: [2, 1, 1, 2], why: "the nearest shot with more than 1 s gives" },
		{ from: [2, 1, 4], at: 2, seconds: [1, 1, 1, 4], why: "of two equally near, the earlier gives" },
	])("$from at $at under roll: $seconds, as $why", ({ from, at, seconds }) => {
		expect(secondsAfter(insertShot(shotsOf(...from), at, "roll"))).toEqual(seconds);
	});

	it.each([
		{ from: [5], at: 1, seconds: [5, 3] },
		{ from: [5], at: 0, seconds: [3, 5] },
		{ from: [13], at: 1, seconds: [13, 2] },
		{ from: [14], at: 1, seconds: [14, 1] },
		{ from: [1, 1, 1], at: 3, seconds: [1, 1, 1, 3] },
	])("$from at $at under ripple: $seconds", ({ from, at, seconds }) => {
		expect(secondsAfter(insertShot(shotsOf(...from), at, "ripple"))).toEqual(seconds);
	});

	it.each([
		{ from: [2, 2, 2, 2, 2, 2], at: 6, trim: "roll", code: "too-many-shots" },
		{ from: [1, 1, 1, 1, 1, 1], at: 6, trim: "ripple", code: "too-many-shots" },
		{ from: [1, 1, 1], at: 3, trim: "roll", code: "no-second-to-spare" },
		{ from: [15], at: 1, trim: "ripple", code: "film-full" },
		{ from: [5], at: 2, trim: "roll", code: "unknown-shot" },
		{ from: [5], at: -1, trim: "roll", code: "unknown-shot" },
		{ from: [5], at: 0.5, trim: "roll", code: "unknown-shot" },
	] as const)("$from at $at under $trim is refused: $code", ({ from, at, trim, code }) => {
		expect(codeOf(insertShot(shotsOf(...from), at, trim))).toBe(code);
	});

	it("gives the new shot an id of its own, no words, and the place asked for", () => {
		const edit = insertShot(shotsOf(3, 4, 3), 1, "roll");
		expect(idsAfter(edit)).toEqual([1, 4, 2, 3]);
		expect(accepted(edit)[1]?.words).toBe("");
	});
});
