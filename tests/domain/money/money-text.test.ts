import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { currencySchema, type Money } from "@/lib/domain/money";
import { formatMoney, parseMoney } from "@/lib/domain/money-text";

describe("formatting for people", () => {
	test.each<[Money, string]>([
		[{ micros: 1_060_000, currency: "USD" }, "$1.06"],
		[{ micros: 1_125_000, currency: "USD" }, "$1.125"],
		[{ micros: 106_000, currency: "USD" }, "$0.106"],
		[{ micros: 0, currency: "USD" }, "$0.00"],
		[{ micros: 5_000_000, currency: "USD" }, "$5.00"],
		[{ micros: 1, currency: "USD" }, "$0.000001"],
		[{ micros: -530_000, currency: "USD" }, "-$0.53"],
		[{ micros: 1_234_567_890_000, currency: "USD" }, "$1,234,567.89"],
		[{ micros: 999_000_000, currency: "USD" }, "$999.00"],
		[{ micros: 4_000_000, currency: "CNY" }, "¥4"],
		[{ micros: 800_000, currency: "CNY" }, "¥0.8"],
		[{ micros: 36_000_000, currency: "credits" }, "36 credits"],
		[{ micros: 7_200_000, currency: "credits" }, "7.2 credits"],
		[{ micros: 1_000_000, currency: "credits" }, "1 credit"],
		[{ micros: 1_000_000, currency: "units" }, "1 unit"],
		[{ micros: 2_400_000, currency: "units" }, "2.4 units"],
		[{ micros: Number.MAX_SAFE_INTEGER, currency: "CNY" }, "¥9,007,199,254.740991"],
	])("%o reads %s", (money, text) => {
		expect(formatMoney(money)).toBe(text);
	});

	it("never shows two different amounts alike", () => {
		const micros = fc.integer({ min: -(10 ** 12), max: 10 ** 12 });
		fc.assert(
			fc.property(micros, micros, fc.constantFrom(...currencySchema.options), (a, b, currency) => {
				const alike = formatMoney({ micros: a, currency }) === formatMoney({ micros: b, currency });
				expect(alike).toBe(a === b);
			}),
			{ numRuns: 1_000 },
		);
	});
});

describe("reading a gateway's decimal text", () => {
	test.each<[string, number]>([
		["4", 4_000_000],
		["0.53", 530_000],
		["3.600", 3_600_000],
		["36.0", 36_000_000],
		[" 1.064 ", 1_064_000],
		["0.1", 100_000],
		["0.0000004", 0],
		["0.0000005", 1],
		["0.9999999", 1_000_000],
		["-2.4", -2_400_000],
	])("%j is %i millionths", (text, micros) => {
		expect(parseMoney(text, "USD")).toEqual({ micros, currency: "USD" });
	});

	test.each(["", " ", ".", "4.", ".5", "1,000", "1e3", "$4", "NaN", "Infinity", "0x10", "--1", "9007199255"])(
		"%j is no amount",
		(text) => {
			expect(parseMoney(text, "USD")).toBeNull();
		},
	);

	it("does not make a negative zero", () => {
		expect(Object.is(parseMoney("-0.0", "CNY")?.micros, 0)).toBe(true);
	});

	it("reads back every amount it is given as decimal text", () => {
		fc.assert(
			fc.property(fc.nat(10 ** 9), fc.nat(999_999), (whole, fraction) => {
				const text = `${whole}.${String(fraction).padStart(6, "0")}`;
				expect(parseMoney(text, "credits")?.micros).toBe(whole * 1_000_000 + fraction);
			}),
			{ numRuns: 1_000 },
		);
	});
});
