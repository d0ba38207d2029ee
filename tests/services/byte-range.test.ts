import { describe, expect, it } from "vitest";
import { matchesEtag, rangeUnless, readRange } from "@/lib/services/byte-range";

const part = (start: number, end: number) => ({ kind: "part", range: { start, end } });

describe("a range of 1000 bytes", () => {
	it.each([
		["bytes=0-", part(0, 999)],
		["bytes=0-0", part(0, 0)],
		["bytes=200-299", part(200, 299)],
		["bytes=900-5000", part(900, 999)],
		["bytes=-100", part(900, 999)],
		["bytes=-5000", part(0, 999)],
		["BYTES = 5 - 9", part(5, 9)],
		["bytes=1000-", { kind: "unsatisfiable" }],
		["bytes=-0", { kind: "unsatisfiable" }],
		["bytes=9-5", { kind: "whole" }],
		["bytes=0-1,5-6", { kind: "whole" }],
		["bytes=-", { kind: "whole" }],
		["lines=0-5", { kind: "whole" }],
		["bytes=a-b", { kind: "whole" }],
		[null, { kind: "whole" }],
	])("%s", (header, asked) => {
		expect(readRange(header, 1_000)).toEqual(asked);
	});
});

it("honours a range only while the reader's part is of the same bytes", () => {
	expect(rangeUnless(null, '"a"', "bytes=1-")).toBe("bytes=1-");
	expect(rangeUnless('"a"', '"a"', "bytes=1-")).toBe("bytes=1-");
	expect(rangeUnless('"b"', '"a"', "bytes=1-")).toBeNull();
	expect(rangeUnless('W/"a"', '"a"', "bytes=1-")).toBeNull();
	expect(rangeUnless("Fri, 20 Nov 2026 12:00:00 GMT", '"a"', "bytes=1-")).toBeNull();
});

it("finds a tag among several, weak or any", () => {
	expect(matchesEtag('"b", W/"a"', '"a"')).toBe(true);
	expect(matchesEtag("*", '"a"')).toBe(true);
	expect(matchesEtag('"b"', '"a"')).toBe(false);
	expect(matchesEtag(null, '"a"')).toBe(false);
});
