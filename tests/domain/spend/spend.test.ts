import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { browserIdSchema } from "@/lib/domain/ids";
import { usd } from "@/lib/domain/money";
import { counterScope, operatorCounter, operatorTotal, ownCounter } from "@/lib/domain/spend/counter";
import { nextDayAtMs, utcDay } from "@/lib/domain/spend/day";
import { judgeSpend, overCapSentence, spendText } from "@/lib/domain/spend/judge-spend";
import { type SpendCounter, spendCounterSchema } from "@/lib/domain/spend/reservation";
import { type Caps, reserve, type Spender } from "@/lib/domain/spend/reserve";

const BROWSER = browserIdSchema.parse("b".repeat(64));
const CAPS: Caps = { ownMicros: 25_000_000, operatorMicros: 5_000_000, globalMicros: 25_000_000 };
const NOON = Date.UTC(2026, 10, 20, 12);
const EXACT = {
	quote: { kind: "exact", total: usd(1_060_000), credits: null },
	seconds: 10,
	dearestPerSecond: usd(225_000),
} as const;
const UNPUBLISHED = { ...EXACT, quote: { kind: "unknown" } } as const;

function spender(payer: Spender["payer"], gateway: Spender["gateway"] = "evolink"): Spender {
	return { browserId: BROWSER, gateway, payer };
}

describe("the day of a click", () => {
	test.each([
		[Date.UTC(2026, 10, 20, 0, 0, 0, 0), "2026-11-20"],
		[Date.UTC(2026, 10, 20, 23, 59, 59, 999), "2026-11-20"],
		[Date.UTC(2026, 11, 31, 23, 59, 59, 999), "2026-12-31"],
	])("%d is %s in UTC", (ms, day) => {
		expect(utcDay(ms)).toBe(day);
	});

	test("ends at the next midnight in UTC, also at midnight itself", () => {
		const midnight = Date.UTC(2026, 10, 21);
		expect(nextDayAtMs(NOON)).toBe(midnight);
		expect(nextDayAtMs(midnight)).toBe(Date.UTC(2026, 10, 22));
	});
});

describe("what a click reserves", () => {
	test("the exact price where one is listed", () => {
		expect(reserve(spender("own"), EXACT, CAPS, NOON)).toMatchObject({ micros: 1_060_000, assumed: false });
	});

	test("the dearest listed rate for every second where no price is published", () => {
		expect(reserve(spender("own"), UNPUBLISHED, CAPS, NOON)).toMatchObject({ micros: 2_250_000, assumed: true });
	});

	test("the dearest listed rate where the price is not in dollars", () => {
		const order = { ...EXACT, quote: { ...EXACT.quote, total: { micros: 4_000_000, currency: "CNY" } } } as const;
		expect(reserve(spender("own"), order, CAPS, NOON)).toMatchObject({ micros: 2_250_000, assumed: true });
	});

	test("nothing for the animatic, under no limit", () => {
		const order = { ...EXACT, quote: { kind: "free" } } as const;
		expect(reserve(spender("free", "animatic"), order, CAPS, NOON)).toEqual({
			day: "2026-11-20",
			micros: 0,
			assumed: false,
			limits: [],
		});
	});

	test("an own key stands under its own limit only", () => {
		expect(reserve(spender("own"), EXACT, CAPS, NOON).limits).toEqual([
			{ counter: ownCounter(BROWSER, "evolink"), capMicros: 25_000_000 },
		]);
	});

	test("the operator's key stands under the browser's cap and everybody's", () => {
		expect(reserve(spender("operator"), EXACT, CAPS, NOON).limits).toEqual([
			{ counter: operatorCounter(BROWSER), capMicros: 5_000_000 },
			{ counter: operatorTotal, capMicros: 25_000_000 },
		]);
	});
});

describe("a reservation against the caps", () => {
	const reservation = reserve(spender("operator"), EXACT, CAPS, NOON);
	const used = (browser: number, everybody: number) =>
		new Map<SpendCounter, number>([
			[operatorCounter(BROWSER), browser],
			[operatorTotal, everybody],
		]);

	test("fits when it fills the cap exactly", () => {
		expect(judgeSpend(reservation, used(5_000_000 - 1_060_000, 0)).ok).toBe(true);
	});

	test("is refused one millionth later", () => {
		const result = judgeSpend(reservation, used(5_000_000 - 1_060_000 + 1, 0));
		expect(result).toMatchObject({ ok: false, problem: { counter: operatorCounter(BROWSER), usedMicros: 3_940_001 } });
	});

	test("is refused by everybody's cap where its own has room", () => {
		expect(judgeSpend(reservation, used(0, 24_500_000))).toMatchObject({
			ok: false,
			problem: { counter: operatorTotal },
		});
	});

	test("fits under nothing used yet", () => {
		expect(judgeSpend(reservation, new Map()).ok).toBe(true);
	});

	test("any run of admitted takes stays under every cap", () => {
		const micros = fc.integer({ min: 0, max: 3_000_000 });
		fc.assert(
			fc.property(fc.array(micros, { maxLength: 60 }), (prices) => {
				const spent = used(0, 0);
				for (const price of prices) {
					if (!judgeSpend({ ...reservation, micros: price }, spent).ok) continue;
					for (const [counter, before] of spent) spent.set(counter, before + price);
				}
				for (const { counter, capMicros } of reservation.limits) {
					expect(spent.get(counter)).toBeLessThanOrEqual(capMicros);
				}
			}),
			{ numRuns: 1_000 },
		);
	});
});

describe("what the person reads", () => {
	const over = { counter: operatorCounter(BROWSER), capMicros: 5_000_000, usedMicros: 4_600_000 };

	test("what the cap is, what is used, what this costs, and what to do", () => {
		expect(overCapSentence(over, { micros: 1_060_000, assumed: false })).toBe(
			"Today's cap is $5.00; $4.60 is spent or reserved; this take costs $1.06. Use a key of your own, which has its own limit, ask whoever runs this server to raise the cap, or wait for the new day at 00:00 UTC.",
		);
	});

	test("an assumed price is called assumed", () => {
		expect(overCapSentence(over, { micros: 2_250_000, assumed: true })).toContain(
			"this take counts as $2.25 (assumed: its price is not published)",
		);
	});

	test("the person's own limit is theirs to raise", () => {
		const own = { ...over, counter: ownCounter(BROWSER, "kling") };
		expect(overCapSentence(own, { micros: 1, assumed: false })).toMatch(/^Your own limit .* Raise the limit in Keys/);
	});

	test("the header's short form", () => {
		expect(spendText(1_060_000, 5_000_000)).toBe("today $1.06 of $5.00");
	});
});

describe("counters", () => {
	test.each([
		[ownCounter(BROWSER, "useapi"), "own"],
		[operatorCounter(BROWSER), "browser"],
		[operatorTotal, "everybody"],
	] as const)("%s belongs to %s", (counter, scope) => {
		expect(counterScope(counter)).toBe(scope);
	});

	test.each(["own:me:evolink", "operator:", "operator:everyone", ""])("%j is none", (text) => {
		expect(spendCounterSchema.safeParse(text).success).toBe(false);
	});
});
