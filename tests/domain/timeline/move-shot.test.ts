import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moveShot, moveShotEarlier, moveShotLater } from "@/lib/domain/timeline/move-shot";
import { accepted, anyShots, codeOf, idsAfter, shotsOf } from "./build-shots";

describe("moving a shot", () => {
	it.each([
		{ from: 0, to: 2, ids: [2, 3, 1] },
		{ from: 2, to: 0, ids: [3, 1, 2] },
		{ from: 1, to: 0, ids: [2, 1, 3] },
		{ from: 1, to: 2, ids: [1, 3, 2] },
	])("from $from to $to gives $ids", ({ from, to, ids }) => {
		expect(idsAfter(moveShot(shotsOf(3, 4, 3), from, to))).toEqual(ids);
	});

	it("goes one place earlier or later with a button", () => {
		expect(idsAfter(moveShotEarlier(shotsOf(3, 4, 3), 2))).toEqual([1, 3, 2]);
		expect(idsAfter(moveShotLater(shotsOf(3, 4, 3), 0))).toEqual([2, 1, 3]);
	});

	it.each([
		{ edit: moveShotEarlier(shotsOf(3, 4), 0), code: "already-first" },
		{ edit: moveShotLater(shotsOf(3, 4), 1), code: "already-last" },
		{ edit: moveShot(shotsOf(3, 4), 2, 0), code: "unknown-shot" },
		{ edit: moveShot(shotsOf(3, 4), 0, 2), code: "already-last" },
		{ edit: moveShot(shotsOf(3, 4), 0, 0.5), code: "unknown-shot" },
	])("is refused: $code", ({ edit, code }) => {
		expect(codeOf(edit)).toBe(code);
	});

	it("to its own place gives back the very same shots", () => {
		const shots = shotsOf(3, 4, 3);
		expect(accepted(moveShot(shots, 1, 1))).toBe(shots);
	});

	it("there and back restores the order, and every shot keeps its seconds and words", () => {
		fc.assert(
			fc.property(anyShots, fc.nat(5), fc.nat(5), (shots, from, to) => {
				const there = moveShot(shots, from, to);
				fc.pre(there.ok);
				expect(accepted(there).toSorted((a, b) => a.id - b.id)).toEqual(shots.toSorted((a, b) => a.id - b.id));
				expect(accepted(moveShot(accepted(there), to, from))).toEqual(shots);
			}),
			{ numRuns: 500 },
		);
	});
});
