import { expect, it } from "vitest";
import { NEW_DRAFT } from "@/lib/domain/draft";
import { quoteAll } from "@/lib/domain/quote/quote-all";

it("puts free first, then the cheapest, and unknown prices last", () => {
	expect(quoteAll(NEW_DRAFT).map(({ gateway }) => gateway)).toEqual([
		"animatic",
		"evolink",
		"kling",
		"empiriolabs",
		"apimart",
		"useapi",
	]);
});

it("orders by this draft's total, whatever the list's own order", () => {
	const kinds = quoteAll({ ...NEW_DRAFT, resolution: "1080p" }).map(({ quote }) => quote);
	const totals = kinds.flatMap((quote) => (quote.kind === "exact" ? [quote.total.micros] : []));
	expect(totals).toEqual([660_000, 700_000, 1_125_000]);
});
