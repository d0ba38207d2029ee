import { CATALOG } from "../catalog/catalog";
import type { Draft } from "../draft";
import type { GatewayId } from "../gateway-id";
import { compareMoney } from "../money";
import { type Quote, quoteDraft } from "./quote";

export interface GatewayQuote {
	readonly gateway: GatewayId;
	readonly quote: Quote;
}

/** Free first, then the cheapest, unknown prices last; equals stay in the catalogue's order. */
export function quoteAll(draft: Draft): GatewayQuote[] {
	return CATALOG.map((entry) => ({ gateway: entry.id, quote: quoteDraft(draft, entry) })).sort((a, b) =>
		compareQuotes(a.quote, b.quote),
	);
}

const ORDER = { free: 0, exact: 1, unknown: 2 } satisfies Record<Quote["kind"], number>;

function compareQuotes(a: Quote, b: Quote): number {
	return a.kind === "exact" && b.kind === "exact" ? compareMoney(a.total, b.total) : ORDER[a.kind] - ORDER[b.kind];
}
