import { describe, expect, test } from "vitest";
import { backoffMs, clampRetryAfterMs, retryAtMs } from "@/lib/domain/schedule/retry-after";
import { linkEnd, nextSaveAtMs } from "@/lib/domain/schedule/saving-tries";
import { timeLeft, timeLeftText } from "@/lib/domain/schedule/time-left";

const S = 1_000;
const MIN = 60 * S;
const H = 60 * MIN;

describe("time left", () => {
	/** 40 s, 42 s, … 118 s */
	const samples = Array.from({ length: 40 }, (_, index) => (40 + 2 * index) * S);

	test("is the gateway's word below 20 samples, attributed", () => {
		const left = timeLeft(0, samples.slice(0, 19), 180);
		expect(left).toEqual({ kind: "gateway-says", seconds: 180 });
		expect(timeLeftText(left, "EvoLink")).toBe("EvoLink says about 3 min");
	});

	test("is not shown where nobody knows", () => {
		expect(timeLeftText(timeLeft(0, [], null), "EvoLink")).toBeNull();
	});

	test("is our own range from 20 samples on, even against the gateway's word", () => {
		expect(timeLeft(0, samples, 180)).toEqual({ kind: "range", fromMs: 59.5 * S, toMs: 98.5 * S });
	});

	test("looks only at films that took at least this long", () => {
		const left = timeLeft(100 * S, samples, null);
		expect(left).toMatchObject({ kind: "range" });
		expect(timeLeftText(left, "EvoLink")).toBe("5 to 15 s left");
	});

	test("beyond nearly all samples says so instead of guessing", () => {
		const left = timeLeft(115 * S, samples, 180);
		expect(timeLeftText(left, "EvoLink")).toBe("taking longer than usual");
	});

	test.each([
		[1 * S, 3 * S, "less than 5 s left"],
		[7 * S, 22 * S, "5 to 25 s left"],
		[40 * S, 90 * S, "40 to 90 s left"],
		[61 * S, 170 * S, "1 to 3 min left"],
		[2 * S, 170 * S, "less than 3 min left"],
		[125 * S, 170 * S, "2 to 3 min left"],
		[185 * S, 239 * S, "3 to 4 min left"],
	])("from %d to %d reads %s", (fromMs, toMs, text) => {
		expect(timeLeftText({ kind: "range", fromMs, toMs }, "EvoLink")).toBe(text);
	});
});

describe("tries to save", () => {
	const link = { sinceMs: 0, expiresAtMs: 24 * H };

	test.each([
		[0, 0],
		[1, 5 * S],
		[2, 30 * S],
		[3, 2 * MIN],
		[4, 10 * MIN],
		[5, 30 * MIN],
		[6, H],
		[20, H],
	])("after %d failed ones wait %d ms", (tries, wait) => {
		expect(nextSaveAtMs({ ...link, tries }, 1_000)).toBe(1_000 + wait);
	});

	test("make a last one a minute before the link ends", () => {
		expect(nextSaveAtMs({ ...link, tries: 20 }, 23.5 * H)).toBe(24 * H - MIN);
	});

	test("end with the link", () => {
		expect(nextSaveAtMs({ ...link, tries: 20 }, 24 * H - MIN)).toBeNull();
	});

	test("begin even where the link has seconds left", () => {
		expect(nextSaveAtMs({ ...link, tries: 0 }, 24 * H - 5 * S)).toBe(24 * H - 5 * S);
	});

	test("go on for a day where the link's end is not stated", () => {
		expect(nextSaveAtMs({ sinceMs: 0, expiresAtMs: null, tries: 9 }, 5 * H)).toBe(6 * H);
		expect(nextSaveAtMs({ sinceMs: 0, expiresAtMs: null, tries: 30 }, 24 * H)).toBeNull();
	});

	test("from the first to the last reach every hour of the link's life", () => {
		const at: number[] = [];
		let next = nextSaveAtMs({ ...link, tries: 0 }, 0);
		while (next !== null) {
			at.push(next);
			next = nextSaveAtMs({ ...link, tries: at.length }, next);
		}
		expect(at.slice(0, 4)).toEqual([0, 5 * S, 35 * S, 155 * S]);
		expect(Math.max(...at.slice(1).map((moment, index) => moment - (at[index] ?? 0)))).toBeLessThanOrEqual(H);
		expect(at.at(-1)).toBe(24 * H - MIN);
	});
});

describe("the end of a link", () => {
	test.each([
		[23.4 * H, "link ends in 23 h", false],
		[H + 1, "link ends in 1 h", false],
		[H, "link ends in 1 h", true],
		[59.9 * MIN, "link ends in 59 min", true],
		[10 * S, "link ends in 1 min", true],
		[0, "link has ended", true],
	])("with %d ms left reads %s, loudly: %s", (leftMs, text, urgent) => {
		expect(linkEnd(1_000 + leftMs, 1_000)).toEqual({ text, urgent });
	});

	test("is not claimed where it is not known", () => {
		expect(linkEnd(null, 0)).toBeNull();
	});
});

describe("asked to come back later", () => {
	test.each([
		[0, S],
		[-5, S],
		[Number.NaN, S],
		[30 * S, 30 * S],
		[24 * H, 15 * MIN],
		[Number.POSITIVE_INFINITY, 15 * MIN],
	])("%d ms is taken as %d ms", (asked, taken) => {
		expect(clampRetryAfterMs(asked)).toBe(taken);
	});

	test.each([0, 0.5, 0.999])("comes never earlier and at most a fifth later (chance %d)", (unit) => {
		const at = retryAtMs(1_000, 30 * S, unit);
		expect(at).toBeGreaterThanOrEqual(1_000 + 30 * S);
		expect(at).toBeLessThanOrEqual(1_000 + 36 * S);
	});

	test.each([
		[1, 500, 1_000],
		[2, 1_000, 2_000],
		[4, 4_000, 8_000],
		[12, 30_000, 60_000],
		[200, 30_000, 60_000],
	])("failure %d waits from %d to %d ms", (failures, least, most) => {
		expect([backoffMs(failures, 0), backoffMs(failures, 1)]).toEqual([least, most]);
	});
});
