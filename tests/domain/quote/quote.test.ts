import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { CATALOG, catalogEntry } from "@/lib/domain/catalog/catalog";
import { type Draft, NEW_DRAFT, type Resolution, resolutionSchema } from "@/lib/domain/draft";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { addMoney, type Money } from "@/lib/domain/money";
import { formatMoney } from "@/lib/domain/money-text";
import { type Quote, quoteDraft } from "@/lib/domain/quote/quote";

function oneShot(seconds: number, resolution: Resolution): Draft {
	return {
		...NEW_DRAFT,
		resolution,
		composition: { mode: "one-shot", prose: { text: "A corgi", seconds }, shelvedShots: null },
	};
}

function inShots(lengths: readonly number[], resolution: Resolution): Draft {
	const shots = lengths.map((seconds, index) => ({ id: index + 1, seconds, words: "A corgi" }));
	return {
		...NEW_DRAFT,
		resolution,
		composition: { mode: "shots", shots, shelvedProse: { text: "", seconds: 5 } },
	};
}

function exact(quote: Quote) {
	if (quote.kind !== "exact") throw new Error(`Expected an exact quote, got ${quote.kind}.`);
	return quote;
}

const text = (money: Money | null) => money && formatMoney(money);

describe("exact prices", () => {
	test.each<[GatewayId, number, Resolution, string, string | null, string | null]>([
		["evolink", 10, "720p", "$1.06", "72 credits", null],
		["evolink", 10, "1080p", "$1.32", "90 credits", null],
		["evolink", 5, "720p", "$0.53", "36 credits", null],
		["evolink", 5, "1080p", "$0.66", "45 credits", null],
		["evolink", 3, "720p", "$0.318", "21.6 credits", null],
		["empiriolabs", 5, "720p", "$0.90", null, null],
		["empiriolabs", 5, "1080p", "$1.125", null, null],
		["empiriolabs", 15, "1080p", "$3.375", null, null],
		["kling", 10, "720p", "$1.12", "8 units", "¥8"],
		["kling", 5, "720p", "$0.56", "4 units", "¥4"],
		["kling", 5, "1080p", "$0.70", "5 units", "¥5"],
		["kling", 3, "720p", "$0.336", "2.4 units", "¥2.4"],
	])("%s asks for %i s at %s %s, %s, %s", (id, seconds, resolution, total, credits, cny) => {
		const quote = exact(quoteDraft(oneShot(seconds, resolution), catalogEntry(id)));
		expect([text(quote.total), text(quote.credits), text(quote.listCny)]).toEqual([total, credits, cny]);
	});

	it("carries the rate, the seconds and where the price stands", () => {
		const quote = exact(quoteDraft(oneShot(7, "1080p"), catalogEntry("evolink")));
		expect(quote).toMatchObject({ seconds: 7, billedSeconds: 7, asOf: "2026-11-20" });
		expect(text(quote.perSecond)).toBe("$0.132");
		expect(quote.source.url).toBe("https://evolink.ai/kling-3-0-turbo");
	});

	it("bills the gateway's minimum for a shorter film", () => {
		const { price } = catalogEntry("evolink");
		if (price.kind !== "per-second") throw new Error("EvoLink lists a price per second.");
		const dearStart = { price: { ...price, minimumSeconds: 6 } };
		const quote = exact(quoteDraft(inShots([2, 2], "720p"), dearStart));
		expect(quote).toMatchObject({ seconds: 4, billedSeconds: 6 });
		expect(text(quote.total)).toBe("$0.636");
		expect(text(quote.credits)).toBe("43.2 credits");
	});
});

describe("prices of shots", () => {
	it("reads as cents under each block and adds up to the total", () => {
		const quote = exact(quoteDraft(inShots([3, 4, 3], "720p"), catalogEntry("evolink")));
		expect(quote.shotPrices.map(formatMoney)).toEqual(["$0.32", "$0.42", "$0.32"]);
	});

	it("gives one shot the whole price", () => {
		const quote = exact(quoteDraft(oneShot(5, "1080p"), catalogEntry("empiriolabs")));
		expect(quote.shotPrices).toEqual([quote.total]);
	});

	const anyLengths = fc.array(fc.integer({ min: 1, max: 13 }), { minLength: 1, maxLength: 6 }).filter((lengths) => {
		const total = lengths.reduce((sum, length) => sum + length, 0);
		return total >= 3 && total <= 15;
	});
	const priced = CATALOG.filter((entry) => entry.price.kind === "per-second");

	it("adds up to the total for every timeline at every priced gateway", () => {
		fc.assert(
			fc.property(
				anyLengths,
				fc.constantFrom(...resolutionSchema.options),
				fc.constantFrom(...priced),
				(lengths, resolution, entry) => {
					const quote = exact(quoteDraft(inShots(lengths, resolution), entry));
					expect(quote.shotPrices).toHaveLength(lengths.length);
					expect(quote.shotPrices.reduce(addMoney)).toEqual(quote.total);
				},
			),
			{ numRuns: 2_000 },
		);
	});

	it("asks the same for a timeline as for one shot of its length", () => {
		fc.assert(
			fc.property(anyLengths, fc.constantFrom(...priced), (lengths, entry) => {
				const seconds = lengths.reduce((sum, length) => sum + length, 0);
				const whole = exact(quoteDraft(oneShot(seconds, "720p"), entry));
				expect(exact(quoteDraft(inShots(lengths, "720p"), entry)).total).toEqual(whole.total);
			}),
			{ numRuns: 1_000 },
		);
	});
});

describe("every second costs more", () => {
	const priced = CATALOG.filter((entry) => entry.price.kind === "per-second").map((entry) => entry.id);

	test.each(priced)("at %s, in each resolution", (id) => {
		for (const resolution of resolutionSchema.options) {
			const totals = Array.from({ length: 13 }, (_, index) =>
				exact(quoteDraft(oneShot(index + 3, resolution), catalogEntry(id))),
			).map((quote) => quote.total.micros);
			expect(totals).toEqual([...new Set(totals)].sort((a, b) => a - b));
		}
	});

	test.each(priced)("at %s, 1080p more than 720p", (id) => {
		const [sharp, fast] = (["1080p", "720p"] as const).map(
			(resolution) => exact(quoteDraft(oneShot(8, resolution), catalogEntry(id))).total.micros,
		);
		expect(sharp).toBeGreaterThan(fast ?? Number.POSITIVE_INFINITY);
	});
});

describe("no amount", () => {
	it("is free on the animatic", () => {
		expect(quoteDraft(oneShot(15, "1080p"), catalogEntry("animatic"))).toEqual({ kind: "free" });
	});

	test.each(["apimart", "useapi"] as const)("is unknown at %s, with what is known in words", (id) => {
		const quote = quoteDraft(oneShot(5, "720p"), catalogEntry(id));
		expect(quote).toEqual({ kind: "unknown", why: expect.stringMatching(/\S+\.$/) });
	});
});
