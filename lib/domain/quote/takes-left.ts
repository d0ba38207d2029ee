import type { Money } from "../money";
import type { Quote } from "./quote";

/** How many takes like this one a balance pays for; `null` where the two are not counted in the same money. */
export function takesLeft(balance: Money, quote: Quote): number | null {
	if (quote.kind !== "exact") return null;
	const price = [quote.credits, quote.total].find((each) => each?.currency === balance.currency);
	return price && price.micros > 0 ? Math.max(0, Math.floor(balance.micros / price.micros)) : null;
}

/** "About", since an account may have its own rate. */
export function takesLeftText(balance: Money, quote: Quote): string | null {
	const count = takesLeft(balance, quote);
	if (count === null) return null;
	if (count === 0) return "not enough for a take like this";
	return count === 1 ? "about 1 take like this" : `about ${count.toLocaleString("en")} takes like this`;
}
