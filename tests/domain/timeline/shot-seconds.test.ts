import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { totalSeconds } from "@/lib/domain/shot";
import { setShotSeconds, shotRange } from "@/lib/domain/timeline/shot-seconds";
import { accepted, anyShots, codeOf, secondsAfter, shotsOf, trims } from "./build-shots";

describe("setting a shot's seconds under roll", () => {
	it.each([
		{ from: [3, 4, 3], index: 0, to: 5, seconds: [5, 2, 3], why: "the next shot pays" },
		{ from: [3, 4, 3], index: 1, to: 6, seconds: [3, 6, 1], why: "the next shot pays down to 1" },
		{ from: [3, 4, 3], index: 1, to: 1, seconds: [3, 1, 6], why: "the next shot gains what is given up" },
		{ from: [3, 4, 3], index: 2, to: 5, seconds: [3, 2, 5], why: "the last shot is paid for by the one before" },
		{ from: [3, 4, 3], index: 2, to: 1, seconds: [3, 6, 1], why: "the one before gains" },
		{ from: [5], index: 0, to: 5, seconds: [5], why: "one shot keeps what it has" },
	])("$from, shot at $index to $to s: $seconds, as $why", ({ from, index, to, seconds }) => {
		expect(secondsAfter(setShotSeconds(shotsOf(...from), index, to, "roll"))).toEqual(seconds);
	});

	it.each([
		{ from: [3, 4, 3], index: 0, to: 7, code: "neighbour-too-short" },
		{ from: [3, 1, 6], index: 0, to: 4, code: "neighbour-too-short" },
		{ from: [3, 4, 3], index: 2, to: 7, code: "neighbour-too-short" },
		{ from: [3, 4, 3], index: 0, to: 0, code: "shot-too-short" },
		{ from: [3, 4, 3], index: 0, to: -1, code: "shot-too-short" },
		{ from: [3, 4, 3], index: 0, to: 2.5, code: "not-whole-seconds" },
		{ from: [3, 4, 3], index: 0, to: Number.NaN, code: "not-whole-seconds" },
		{ from: [3, 4, 3], index: 3, to: 2, code: "unknown-shot" },
		{ from: [5], index: 0, to: 6, code: "no-neighbour" },
		{ from: [5], index: 0, to: 4, code: "no-neighbour" },
	])("$from, shot at $index to $to s is refused: $code", ({ from, index, to, code }) => {
		expect(codeOf(setShotSeconds(shotsOf(...from), index, to, "roll"))).toBe(code);
	});
});

describe("setting a shot's seconds under ripple", () => {
	it.each([
		{ from: [3, 4, 3], index: 0, to: 5, seconds: [5, 4, 3] },
		{ from: [3, 4, 3], index: 2, to: 1, seconds: [3, 4, 1] },
		{ from: [3, 4, 3], index: 1, to: 9, seconds: [3, 9, 3] },
		{ from: [5], index: 0, to: 15, seconds: [15] },
		{ from: [5], index: 0, to: 3, seconds: [3] },
		{ from: [1, 3], index: 1, to: 2, seconds: [1, 2] },
	])("$from, shot at $index to $to s: $seconds", ({ from, index, to, seconds }) => {
		expect(secondsAfter(setShotSeconds(shotsOf(...from), index, to, "ripple"))).toEqual(seconds);
	});

	it.each([
		{ from: [3, 4, 3], index: 1, to: 10, code: "film-too-long" },
		{ from: [5], index: 0, to: 16, code: "film-too-long" },
		{ from: [5], index: 0, to: 2, code: "film-too-short" },
		{ from: [1, 3], index: 1, to: 1, code: "film-too-short" },
		{ from: [1, 3], index: 1, to: 0, code: "shot-too-short" },
	])("$from, shot at $index to $to s is refused: $code", ({ from, index, to, code }) => {
		expect(codeOf(setShotSeconds(shotsOf(...from), index, to, "ripple"))).toBe(code);
	});
});

describe("the range a stepper shows", () => {
	it.each([
		{ from: [3, 4, 3], index: 0, trim: "roll", range: { atSeconds: 3, minSeconds: 1, maxSeconds: 6 } },
		{ from: [3, 4, 3], index: 2, trim: "roll", range: { atSeconds: 3, minSeconds: 1, maxSeconds: 6 } },
		{ from: [3, 4, 3], index: 0, trim: "ripple", range: { atSeconds: 3, minSeconds: 1, maxSeconds: 8 } },
		{ from: [5], index: 0, trim: "roll", range: { atSeconds: 5, minSeconds: 5, maxSeconds: 5 } },
		{ from: [5], index: 0, trim: "ripple", range: { atSeconds: 5, minSeconds: 3, maxSeconds: 15 } },
	] as const)("$from, shot at $index under $trim", ({ from, index, trim, range }) => {
		expect(shotRange(shotsOf(...from), index, trim)).toEqual(range);
	});

	it("is missing for a shot that is not there", () => {
		expect(shotRange(shotsOf(3, 4), 2, "roll")).toBeNull();
	});

	it("holds exactly the seconds that can be set", () => {
		fc.assert(
			fc.property(anyShots, fc.nat(5), fc.integer({ min: -2, max: 18 }), trims, (shots, index, seconds, trim) => {
				const range = shotRange(shots, index, trim);
				const inRange = range !== null && seconds >= range.minSeconds && seconds <= range.maxSeconds;
				expect(setShotSeconds(shots, index, seconds, trim).ok).toBe(inRange);
			}),
			{ numRuns: 2_000 },
		);
	});
});

it("a shot gets the seconds asked for, and roll keeps the total", () => {
	fc.assert(
		fc.property(anyShots, fc.nat(5), fc.integer({ min: 1, max: 15 }), trims, (shots, index, seconds, trim) => {
			const edit = setShotSeconds(shots, index, seconds, trim);
			fc.pre(edit.ok);
			expect(accepted(edit)[index]?.seconds).toBe(seconds);
			const others = totalSeconds(shots) - (shots[index]?.seconds ?? 0);
			expect(totalSeconds(accepted(edit))).toBe(trim === "roll" ? totalSeconds(shots) : others + seconds);
		}),
		{ numRuns: 1_000 },
	);
});
