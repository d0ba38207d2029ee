import type { CatalogEntry, Price, Source } from "../catalog/entry";
import { type Draft, durationSeconds } from "../draft";
import { type Money, splitMoney, timesSeconds } from "../money";
import { unreachable } from "../result";

/** What one draft costs at one gateway. An amount is exact, or there is none. */
export type Quote =
	| { readonly kind: "free" }
	| {
			readonly kind: "exact";
			readonly total: Money;
			readonly perSecond: Money;
			readonly seconds: number;
			/** More than `seconds` where the gateway bills a minimum. */
			readonly billedSeconds: number;
			/** In the gateway's own counter, where it has one. */
			readonly credits: Money | null;
			readonly listCny: Money | null;
			/** One for each shot, in order; they add up to `total`. */
			readonly shotPrices: readonly Money[];
			readonly asOf: string;
			readonly source: Source;
	  }
	| { readonly kind: "unknown"; readonly why: string };

export function quoteDraft(draft: Draft, { price }: Pick<CatalogEntry, "price">): Quote {
	switch (price.kind) {
		case "free":
			return { kind: "free" };
		case "unknown":
			return { kind: "unknown", why: price.known };
		case "per-second":
			return quoteExactly(draft, price);
		default:
			return unreachable(price);
	}
}

function quoteExactly(draft: Draft, price: Extract<Price, { kind: "per-second" }>): Quote {
	const rate = price.perSecond[draft.resolution];
	const seconds = durationSeconds(draft);
	const billedSeconds = Math.max(seconds, price.minimumSeconds ?? 0);
	const total = timesSeconds(rate.usd, billedSeconds);
	return {
		kind: "exact",
		total,
		perSecond: rate.usd,
		seconds,
		billedSeconds,
		credits: rate.credits && timesSeconds(rate.credits, billedSeconds),
		listCny: rate.listCny && timesSeconds(rate.listCny, billedSeconds),
		shotPrices: splitMoney(total, secondsByShot(draft)),
		asOf: price.asOf,
		source: price.source,
	};
}

function secondsByShot({ composition }: Draft): number[] {
	return composition.mode === "one-shot" ? [composition.prose.seconds] : composition.shots.map((shot) => shot.seconds);
}
