import { expect, it, test } from "vitest";
import { CATALOG, catalogEntry } from "@/lib/domain/catalog/catalog";
import type { Price } from "@/lib/domain/catalog/entry";
import { rate } from "@/lib/domain/catalog/rates";
import { CATALOG_VERSION, priceListVersion } from "@/lib/domain/catalog/version";

function withEvolinkPrice(change: (price: Extract<Price, { kind: "per-second" }>) => Price) {
	return CATALOG.map((entry) =>
		entry.id === "evolink" && entry.price.kind === "per-second" ? { ...entry, price: change(entry.price) } : entry,
	);
}

test.each<[string, (price: Extract<Price, { kind: "per-second" }>) => Price]>([
	["a rate", (price) => ({ ...price, perSecond: { ...price.perSecond, "1080p": rate(133) } })],
	["the minimum", (price) => ({ ...price, minimumSeconds: 4 })],
	["a price that is withdrawn", (price) => ({ ...price, kind: "unknown", known: "Ask." })],
])("changes with %s", (_, change) => {
	expect(priceListVersion(withEvolinkPrice(change))).not.toBe(CATALOG_VERSION);
});

it("stays when only a sentence about a price changes", () => {
	expect(priceListVersion(withEvolinkPrice((price) => ({ ...price, note: "Reworded." })))).toBe(CATALOG_VERSION);
});

it("tells two gateways that swap prices apart", () => {
	const [evolink, kling] = [catalogEntry("evolink"), catalogEntry("kling")];
	const swapped = [
		{ id: evolink.id, price: kling.price },
		{ id: kling.id, price: evolink.price },
	];
	expect(priceListVersion(swapped)).not.toBe(priceListVersion([evolink, kling]));
});
