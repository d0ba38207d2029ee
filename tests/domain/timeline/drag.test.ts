import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dragEdge, dragShot } from "@/lib/domain/timeline/drag";
import { accepted, anyShots, codeOf, idsAfter, secondsAfter, shotsOf, trims } from "./build-shots";

describe("dragging an edge", () => {
	it.each([
		{ delta: 1.4, trim: "roll", seconds: [4, 3, 3] },
		{ delta: 1.6, trim: "roll", seconds: [5, 2, 3] },
		{ delta: -0.6, trim: "roll", seconds: [2, 5, 3] },
		{ delta: 100, trim: "roll", seconds: [6, 1, 3] },
		{ delta: -100, trim: "roll", seconds: [1, 6, 3] },
		{ delta: 2, trim: "ripple", seconds: [5, 4, 3] },
		{ delta: 100, trim: "ripple", seconds: [8, 4, 3] },
		{ delta: -100, trim: "ripple", seconds: [1, 4, 3] },
	] as const)("by $delta s under $trim snaps to $seconds", ({ delta, trim, seconds }) => {
		expect(secondsAfter(dragEdge(shotsOf(3, 4, 3), 0, delta, trim))).toEqual(seconds);
	});

	it("is refused for an edge that is not there", () => {
		expect(codeOf(dragEdge(shotsOf(3, 4), 2, 1, "roll"))).toBe("unknown-edge");
	});

	it("anywhere, past every stop and back gives the very same shots", () => {
		const journey = fc.array(fc.record({ delta: fc.double({ min: -40, max: 40, noNaN: true }), trim: trims }));
		fc.assert(
			fc.property(anyShots, fc.nat(5), journey, trims, (start, edge, moves, trim) => {
				fc.pre(edge < start.length);
				for (const move of moves) accepted(dragEdge(start, edge, move.delta, move.trim));
				expect(accepted(dragEdge(start, edge, 0, trim))).toBe(start);
			}),
			{ numRuns: 1_000 },
		);
	});
});

describe("dragging a shot", () => {
	it.each([
		{ index: 0, delta: 1.9, ids: [1, 2, 3], why: "not yet past the middle of shot 2" },
		{ index: 0, delta: 2.1, ids: [2, 1, 3], why: "past the middle of shot 2" },
		{ index: 0, delta: 5.6, ids: [2, 3, 1], why: "past the middle of shot 3" },
		{ index: 0, delta: 99, ids: [2, 3, 1], why: "beyond the end is the last place" },
		{ index: 0, delta: -99, ids: [1, 2, 3], why: "before the start is the first place" },
		{ index: 2, delta: -1.9, ids: [1, 2, 3], why: "not yet past the middle of shot 2" },
		{ index: 2, delta: -2.1, ids: [1, 3, 2], why: "past the middle of shot 2" },
		{ index: 2, delta: -5.6, ids: [3, 1, 2], why: "past the middle of shot 1" },
		{ index: 1, delta: -1.6, ids: [2, 1, 3], why: "past the middle of shot 1" },
		{ index: 1, delta: 1.6, ids: [1, 3, 2], why: "past the middle of shot 3" },
	])("at $index by $delta s gives $ids: $why", ({ index, delta, ids }) => {
		expect(idsAfter(dragShot(shotsOf(3, 4, 3), index, delta))).toEqual(ids);
	});

	it("anywhere and back gives the very same shots", () => {
		fc.assert(
			fc.property(anyShots, fc.nat(5), fc.double({ min: -40, max: 40, noNaN: true }), (start, index, delta) => {
				fc.pre(index < start.length);
				expect(dragShot(start, index, delta).ok).toBe(true);
				expect(accepted(dragShot(start, index, 0))).toBe(start);
			}),
			{ numRuns: 500 },
		);
	});
});
