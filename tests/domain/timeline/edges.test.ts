import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { totalSeconds } from "@/lib/domain/shot";
import { edgeRange, moveEdge } from "@/lib/domain/timeline/edges";
import { accepted, anyShots, codeOf, secondsAfter, shotsOf, trims } from "./build-shots";

describe("moving the end of a shot", () => {
	it.each([
		{ from: [3, 4, 3], edge: 0, to: 5, trim: "roll", seconds: [5, 2, 3] },
		{ from: [3, 4, 3], edge: 0, to: 1, trim: "roll", seconds: [1, 6, 3] },
		{ from: [3, 4, 3], edge: 1, to: 9, trim: "roll", seconds: [3, 6, 1] },
		{ from: [3, 4, 3], edge: 1, to: 4, trim: "roll", seconds: [3, 1, 6] },
		{ from: [3, 4, 3], edge: 0, to: 5, trim: "ripple", seconds: [5, 4, 3] },
		{ from: [3, 4, 3], edge: 0, to: 1, trim: "ripple", seconds: [1, 4, 3] },
		{ from: [3, 4, 3], edge: 1, to: 12, trim: "ripple", seconds: [3, 9, 3] },
		{ from: [3, 4, 3], edge: 2, to: 15, trim: "ripple", seconds: [3, 4, 8] },
	] as const)("$from, edge $edge to $to s under $trim: $seconds", ({ from, edge, to, trim, seconds }) => {
		expect(secondsAfter(moveEdge(shotsOf(...from), edge, to, trim))).toEqual(seconds);
	});

	it.each([
		{ from: [3, 4, 3], edge: 0, to: 99, trim: "roll", seconds: [6, 1, 3], why: "the next shot keeps 1" },
		{ from: [3, 4, 3], edge: 0, to: -5, trim: "roll", seconds: [1, 6, 3], why: "the shot keeps 1" },
		{ from: [3, 4, 3], edge: 2, to: 12, trim: "roll", seconds: [3, 4, 3], why: "the film's end is fixed" },
		{ from: [3, 4, 3], edge: 0, to: 99, trim: "ripple", seconds: [8, 4, 3], why: "a film has 15 at most" },
		{ from: [1, 1, 3], edge: 2, to: 0, trim: "ripple", seconds: [1, 1, 1], why: "a film has 3 at least" },
		{ from: [2, 2], edge: 0, to: 0, trim: "ripple", seconds: [1, 2], why: "the shot keeps 1" },
		{ from: [5], edge: 0, to: 1, trim: "ripple", seconds: [3], why: "a film has 3 at least" },
	] as const)("$from, edge $edge towards $to s under $trim stops at $seconds: $why", (row) => {
		expect(secondsAfter(moveEdge(shotsOf(...row.from), row.edge, row.to, row.trim))).toEqual(row.seconds);
	});

	it.each([
		{ edge: 3, to: 4, code: "unknown-edge" },
		{ edge: -1, to: 4, code: "unknown-edge" },
		{ edge: 0, to: 4.5, code: "not-whole-seconds" },
	])("edge $edge to $to is refused: $code", ({ edge, to, code }) => {
		expect(codeOf(moveEdge(shotsOf(3, 4, 3), edge, to, "roll"))).toBe(code);
	});

	it("gives back the very same shots where the edge stays", () => {
		const shots = shotsOf(3, 4, 3);
		expect(accepted(moveEdge(shots, 1, 7, "roll"))).toBe(shots);
	});

	it("keeps every shot the edge does not touch, by reference", () => {
		const shots = shotsOf(3, 4, 3);
		expect(accepted(moveEdge(shots, 0, 4, "roll"))[2]).toBe(shots[2]);
	});
});

describe("the range an edge slider shows", () => {
	it.each([
		{ edge: 0, trim: "roll", range: { atSeconds: 3, minSeconds: 1, maxSeconds: 6 } },
		{ edge: 1, trim: "roll", range: { atSeconds: 7, minSeconds: 4, maxSeconds: 9 } },
		{ edge: 2, trim: "roll", range: { atSeconds: 10, minSeconds: 10, maxSeconds: 10 } },
		{ edge: 0, trim: "ripple", range: { atSeconds: 3, minSeconds: 1, maxSeconds: 8 } },
		{ edge: 1, trim: "ripple", range: { atSeconds: 7, minSeconds: 4, maxSeconds: 12 } },
		{ edge: 2, trim: "ripple", range: { atSeconds: 10, minSeconds: 8, maxSeconds: 15 } },
	] as const)("of 3, 4 and 3 s, edge $edge under $trim", ({ edge, trim, range }) => {
		expect(edgeRange(shotsOf(3, 4, 3), edge, trim)).toEqual(range);
	});

	it("is missing for an edge that is not there", () => {
		expect(edgeRange(shotsOf(3, 4, 3), 3, "ripple")).toBeNull();
	});

	it("is reached at both ends, and its value is where the edge then stands", () => {
		fc.assert(
			fc.property(anyShots, fc.nat(5), fc.integer({ min: -3, max: 20 }), trims, (shots, edge, to, trim) => {
				const range = edgeRange(shots, edge, trim);
				fc.pre(range !== null);
				const after = accepted(moveEdge(shots, edge, to, trim));
				const reached = Math.min(Math.max(to, range.minSeconds), range.maxSeconds);
				expect(edgeRange(after, edge, trim)?.atSeconds).toBe(reached);
				expect(totalSeconds(after.slice(0, edge + 1))).toBe(reached);
			}),
			{ numRuns: 2_000 },
		);
	});
});
