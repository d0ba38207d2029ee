import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitByWeights } from "@/lib/domain/largest-remainder";

describe("splitting a whole number by weights", () => {
	it.each([
		{ total: 10, weights: [3, 4, 3], minimum: 1, parts: [3, 4, 3] },
		{ total: 10, weights: [1, 9], minimum: 1, parts: [1, 9] },
		{ total: 10, weights: [1, 1, 1], minimum: 0, parts: [4, 3, 3] },
		{ total: 15, weights: [3, 4, 3], minimum: 1, parts: [5, 6, 4] },
		{ total: 3, weights: [100, 1, 1], minimum: 1, parts: [1, 1, 1] },
		{ total: 7, weights: [98, 1, 1], minimum: 1, parts: [5, 1, 1] },
		{ total: 5, weights: [0, 0], minimum: 0, parts: [3, 2] },
		{ total: 0, weights: [2, 3], minimum: 0, parts: [0, 0] },
		{ total: 1_060_000, weights: [3, 4, 3], minimum: 0, parts: [318_000, 424_000, 318_000] },
	])("gives $parts for $total by $weights", ({ total, weights, minimum, parts }) => {
		expect(splitByWeights(total, weights, minimum)).toEqual(parts);
	});

	const question = fc
		.record({
			weights: fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 12 }),
			minimum: fc.integer({ min: 0, max: 5 }),
			spare: fc.integer({ min: 0, max: 10_000_000 }),
		})
		.map(({ weights, minimum, spare }) => ({ weights, minimum, total: minimum * weights.length + spare }));

	it("always adds up, in whole parts, none below the minimum", () => {
		fc.assert(
			fc.property(question, ({ total, weights, minimum }) => {
				const parts = splitByWeights(total, weights, minimum);
				expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
				expect(parts.every((part) => Number.isInteger(part) && part >= minimum)).toBe(true);
			}),
			{ numRuns: 2_000 },
		);
	});

	it("never gives a heavier part less than a lighter one", () => {
		fc.assert(
			fc.property(question, ({ total, weights, minimum }) => {
				const parts = splitByWeights(total, weights, minimum);
				const pairs = weights.map((weight, index) => ({ weight, part: parts[index] ?? Number.NaN }));
				for (const heavy of pairs) {
					for (const light of pairs)
						if (heavy.weight > light.weight) expect(heavy.part).toBeGreaterThanOrEqual(light.part);
				}
			}),
		);
	});

	it("changes nothing where the weights already add up", () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 6 }), (seconds) => {
				const total = seconds.reduce((sum, part) => sum + part, 0);
				expect(splitByWeights(total, seconds, 1)).toEqual(seconds);
			}),
		);
	});

	it.each([
		{ total: 2, weights: [1, 1, 1], minimum: 1 },
		{ total: 2.5, weights: [1, 1], minimum: 0 },
		{ total: 5, weights: [], minimum: 0 },
		{ total: 5, weights: [1, -1], minimum: 0 },
		{ total: 5, weights: [1, Number.NaN], minimum: 0 },
		{ total: -1, weights: [1], minimum: 0 },
	])("refuses $total by $weights with at least $minimum each", ({ total, weights, minimum }) => {
		expect(() => splitByWeights(total, weights, minimum)).toThrow("cannot be split");
	});
});
