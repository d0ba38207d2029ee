import { describe, expect, it } from "vitest";
import { readRetryAfter } from "@/lib/gateways/http/retry-after";

const NOW_MS = Date.UTC(2026, 10, 20, 12, 0, 0);

describe("Retry-After", () => {
	it.each([
		["in seconds", "30", 30_000],
		["with room around it", " 7 ", 7_000],
		["as a date", "Fri, 20 Nov 2026 12:01:00 GMT", 60_000],
		["of nothing", "0", 1_000],
		["in the past", "Fri, 20 Nov 2026 11:00:00 GMT", 1_000],
		["beyond all sense", "999999999", 900_000],
		["on a far date", "Fri, 20 Nov 2099 12:00:00 GMT", 900_000],
		["as words", "soon", null],
		["left empty", "", null],
		["left out", undefined, null],
	])("is read %s", (_, header, waitMs) => {
		expect(readRetryAfter(header, NOW_MS)).toBe(waitMs);
	});
});
