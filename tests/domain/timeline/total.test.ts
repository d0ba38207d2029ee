import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { totalSeconds } from "@/lib/domain/shot";
import { setTotal, totalRange } from "@/lib/domain/timeline/total";
import { accepted, anyShots, codeOf, idsAfter, secondsAfter, shotsOf } from "./build-shots";

describe("setting the film's length", () => {
	it.each([
		{ from: [3, 4, 3], to: 15, seconds: [5, 6, 4] },
		{ from: [3, 4, 3], to: 5, seconds: [2, 2, 1] },
		{ from: [1, 9], to: 5, seconds: [1, 4] },
		{ from: [1, 2], to: 15, seconds: [5, 10] },
		{ from: [1, 1, 13], to: 3, seconds: [1, 1, 1] },
		{ from: [1, 1, 1, 1, 1, 10], to: 6, seconds: [1, 1, 1, 1, 1, 1] },
		{ from: [5], to: 15, seconds: [15] },
		{ from: [5], to: 3, seconds: [3] },
	])("$from to $to s: $seconds", ({ from, to, seconds }) => {
		expect(secondsAfter(setTotal(shotsOf(...from), to))).toEqual(seconds);
	});

	it.each([
		{ from: [3, 4, 3], to: 2, code: "film-length" },
		{ from: [3, 4, 3], to: 16, code: "film-length" },
		{ from: [3, 4, 3], to: 7.5, code: "not-whole-seconds" },
		{ from: [2, 2, 2, 2, 2, 2], to: 5, code: "more-shots-than-seconds" },
		{ from: [1, 1, 1, 1], to: 3, code: "more-shots-than-seconds" },
	])("$from to $to s is refused: $code", ({ from, to, code }) => {
		expect(codeOf(setTotal(shotsOf(...from), to))).toBe(code);
	});

	it("gives back the very same shots where the length stays", () => {
		const shots = shotsOf(3, 4, 3);
		expect(accepted(setTotal(shots, 10))).toBe(shots);
	});

	it("hits the length exactly, leaves each shot 1 second, and is possible exactly within the range shown", () => {
		fc.assert(
			fc.property(anyShots, fc.integer({ min: 0, max: 18 }), (shots, to) => {
				const { minSeconds, maxSeconds } = totalRange(shots);
				const edit = setTotal(shots, to);
				expect(edit.ok).toBe(to >= minSeconds && to <= maxSeconds);
				fc.pre(edit.ok);
				expect(totalSeconds(accepted(edit))).toBe(to);
				expect(Math.min(...secondsAfter(edit))).toBeGreaterThanOrEqual(1);
				expect(idsAfter(edit)).toEqual(shots.map((shot) => shot.id));
			}),
			{ numRuns: 2_000 },
		);
	});

	it("never makes a longer shot shorter than a shorter one", () => {
		fc.assert(
			fc.property(anyShots, fc.integer({ min: 6, max: 15 }), (shots, to) => {
				const after = secondsAfter(setTotal(shots, to));
				const pairs = shots.map((shot, index) => ({ before: shot.seconds, after: after[index] ?? 0 }));
				const byBefore = pairs.toSorted((a, b) => a.before - b.before || a.after - b.after);
				expect(byBefore.map((pair) => pair.after)).toEqual(pairs.map((pair) => pair.after).sort((a, b) => a - b));
			}),
			{ numRuns: 1_000 },
		);
	});
});

it("the shortest length shown is one second for each shot, and 3 at least", () => {
	expect(totalRange(shotsOf(2, 2))).toEqual({ atSeconds: 4, minSeconds: 3, maxSeconds: 15 });
	expect(totalRange(shotsOf(1, 1, 1, 1, 1, 1)).minSeconds).toBe(6);
});
