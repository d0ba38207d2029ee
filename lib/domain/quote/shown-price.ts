import type { CatalogEntry } from "../catalog/entry";
import { CATALOG_VERSION } from "../catalog/version";
import type { Draft } from "../draft";
import { canonicalJson } from "../draft/canonical-json";
import type { ShownPrice } from "../take/take";
import { quoteDraft } from "./quote";

/** What the screen says a draft costs, in the form in which a click carries it back. */
export function showPrice(draft: Draft, entry: Pick<CatalogEntry, "price">): ShownPrice {
	const quote = quoteDraft(draft, entry);
	if (quote.kind !== "exact") return { catalogueVersion: CATALOG_VERSION, quote: { kind: quote.kind } };
	const { total, credits } = quote;
	return { catalogueVersion: CATALOG_VERSION, quote: { kind: "exact", total, credits } };
}

export function isSamePrice(a: ShownPrice, b: ShownPrice): boolean {
	return canonicalJson(a) === canonicalJson(b);
}
