import { describe, expect, it } from "vitest";
import { deleteShot } from "@/lib/domain/timeline/delete-shot";
import { codeOf, idsAfter, secondsAfter, shotsOf } from "./build-shots";

describe("deleting a shot", () => {
	it.each([
		{ from: [3, 4, 3], index: 1, seconds: [7, 3], why: "the shot before gets its seconds" },
		{ from: [3, 4, 3], index: 2, seconds: [3, 7], why: "the shot before gets its seconds" },
		{ from: [3, 4, 3], index: 0, seconds: [7, 3], why: "the first leaves them to the shot after" },
		{ from: [14, 1], index: 0, seconds: [15], why: "the total stays" },
	])("$from at $index under roll: $seconds, as $why", ({ from, index, seconds }) => {
		expect(secondsAfter(deleteShot(shotsOf(...from), index, "roll"))).toEqual(seconds);
	});

	it.each([
		{ from: [3, 4, 3], index: 1, seconds: [3, 3], why: "the total shrinks" },
		{ from: [2, 2], index: 0, seconds: [3], why: "the neighbour is lengthened to the shortest film" },
		{ from: [1, 1, 13], index: 2, seconds: [1, 2], why: "the shot before is lengthened to the shortest film" },
	])("$from at $index under ripple: $seconds, as $why", ({ from, index, seconds }) => {
		expect(secondsAfter(deleteShot(shotsOf(...from), index, "ripple"))).toEqual(seconds);
	});

	it.each([
		{ from: [5], index: 0, code: "only-shot" },
		{ from: [3, 4], index: 2, code: "unknown-shot" },
		{ from: [3, 4], index: -1, code: "unknown-shot" },
	])("$from at $index is refused: $code", ({ from, index, code }) => {
		expect(codeOf(deleteShot(shotsOf(...from), index, "roll"))).toBe(code);
	});

	it("leaves the others who they are", () => {
		expect(idsAfter(deleteShot(shotsOf(3, 4, 3), 1, "roll"))).toEqual([1, 3]);
	});
});
