import { CATALOG } from "./catalog";
import type { CatalogEntry } from "./entry";

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * A fingerprint of all that is charged, so that no price can change under an unchanged version. A browser
 * sends the one it showed; after a change it is answered with the new price instead of a charge.
 */
export function priceListVersion(entries: readonly Pick<CatalogEntry, "id" | "price">[]): string {
	const text = JSON.stringify(entries.map(({ id, price }) => [id, charges(price)]));
	let hash = FNV_OFFSET;
	for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), FNV_PRIME);
	return (hash >>> 0).toString(16).padStart(8, "0");
}

function charges(price: CatalogEntry["price"]) {
	return price.kind === "per-second" ? [price.kind, price.perSecond, price.minimumSeconds] : [price.kind];
}

export const CATALOG_VERSION = priceListVersion(CATALOG);
