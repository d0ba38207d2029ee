import { CATALOG } from "../catalog/catalog";
import type { Resolution } from "../draft";
import { type Money, usd } from "../money";

/** One second of film at the dearest gateway that publishes a price: what a take of unknown price counts as. */
export function dearestPerSecond(resolution: Resolution): Money {
	const listed = CATALOG.map(({ price }) => (price.kind === "per-second" ? price.perSecond[resolution].usd.micros : 0));
	return usd(Math.max(...listed));
}
