import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
	addMoney,
	type Currency,
	compareMoney,
	MICROS,
	type Money,
	splitMoney,
	timesSeconds,
	usd,
} from "@/lib/domain/money";

const cents = (amount: number) => usd(amount * (MICROS / 100));
const yuan = (amount: number): Money => ({ micros: amount * MICROS, currency: "CNY" });

describe("adding", () => {
	it("adds amounts of one currency", () => {
		expect(addMoney(cents(106), cents(53))).toEqual(cents(159));
	});

	it("adds tenths without a float's dust", () => {
		expect(addMoney(cents(10), cents(20))).toEqual(cents(30));
	});

	it("refuses to add dollars to yuan", () => {
		expect(() => addMoney(cents(1), yuan(1))).toThrow(/USD and CNY/);
	});

	it("refuses a sum that is no longer exact", () => {
		expect(() => addMoney(usd(Number.MAX_SAFE_INTEGER), usd(1))).toThrow(/exact/);
	});
});

describe("multiplying by seconds", () => {
	it("multiplies a rate by whole seconds", () => {
		expect(timesSeconds(usd(132_000), 10)).toEqual(cents(132));
	});

	test.each([2.5, -1, Number.NaN])("refuses %s seconds", (seconds) => {
		expect(() => timesSeconds(usd(106_000), seconds)).toThrow(/whole number of seconds/);
	});

	it("refuses a product that is no longer exact", () => {
		expect(() => timesSeconds(usd(Number.MAX_SAFE_INTEGER), 2)).toThrow(/exact/);
	});
});

describe("comparing", () => {
	it("orders amounts of one currency", () => {
		const sorted = [cents(112), cents(0), cents(106)].sort(compareMoney);
		expect(sorted).toEqual([cents(0), cents(106), cents(112)]);
	});

	it("refuses to compare credits with dollars", () => {
		expect(() => compareMoney({ micros: 1, currency: "credits" }, usd(1))).toThrow(/credits and USD/);
	});
});

describe("splitting", () => {
	it("splits whole cents into whole cents, the largest remainders first", () => {
		expect(splitMoney(cents(106), [3, 4, 3])).toEqual([cents(32), cents(42), cents(32)]);
	});

	it("goes as fine as the total itself does", () => {
		expect(splitMoney(usd(1_125_000), [2, 3])).toEqual([usd(450_000), usd(675_000)]);
	});

	it("goes no finer than the total, even where the parts come out uneven", () => {
		expect(splitMoney(usd(1_125_000), [1, 3, 3])).toEqual([usd(161_000), usd(482_000), usd(482_000)]);
	});

	it("gives a single part everything", () => {
		expect(splitMoney(usd(1), [7])).toEqual([usd(1)]);
	});

	const currencies: Currency[] = ["USD", "CNY", "credits", "units"];
	const anyTotal = fc.record({
		micros: fc.oneof(
			fc.nat(20_000_000),
			fc.nat(2_000).map((amount) => amount * 10_000),
		),
		currency: fc.constantFrom(...currencies),
	});
	const anyWeights = fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 6 });

	it("always adds up to the total, in its currency", () => {
		fc.assert(
			fc.property(anyTotal, anyWeights, (total, weights) => {
				expect(splitMoney(total, weights).reduce(addMoney)).toEqual(total);
			}),
			{ numRuns: 2_000 },
		);
	});

	it("never gives a longer part less than a shorter one", () => {
		fc.assert(
			fc.property(anyTotal, anyWeights, (total, weights) => {
				const sorted = [...weights].sort((a, b) => b - a);
				const parts = splitMoney(total, sorted);
				expect(parts).toEqual([...parts].sort((a, b) => compareMoney(b, a)));
			}),
			{ numRuns: 1_000 },
		);
	});
});
