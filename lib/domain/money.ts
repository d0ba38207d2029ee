import * as z from "zod/mini";
import { splitByWeights } from "./largest-remainder";

/** `credits` and `units` are a gateway's own counters; they never convert by themselves. */
export const currencySchema = z.enum(["USD", "CNY", "credits", "units"]);
export type Currency = z.infer<typeof currencySchema>;

/** Integer millionths of one unit of its currency. */
export const moneySchema = z.object({ micros: z.int(), currency: currencySchema });
export type Money = z.infer<typeof moneySchema>;

export const MICROS = 1_000_000;

export function usd(micros: number): Money {
	return { micros, currency: "USD" };
}

export function addMoney(a: Money, b: Money): Money {
	return { micros: exactly(a.micros + b.micros), currency: sharedCurrency(a, b) };
}

/** A rate per second, for so many whole seconds. */
export function timesSeconds(rate: Money, seconds: number): Money {
	if (!Number.isInteger(seconds) || seconds < 0) throw new Error(`${seconds} is not a whole number of seconds.`);
	return { micros: exactly(rate.micros * seconds), currency: rate.currency };
}

/** Below zero when `a` is less, as a sort wants it. */
export function compareMoney(a: Money, b: Money): number {
	sharedCurrency(a, b);
	return a.micros - b.micros;
}

const CENT = MICROS / 100;

/**
 * Parts in proportion to `weights` that add up to `total` and show no finer digits than it does:
 * cents where the total is whole cents, so that what stands under each shot adds up on the screen too.
 */
export function splitMoney(total: Money, weights: readonly number[]): Money[] {
	let step = CENT;
	while (total.micros % step !== 0) step /= 10;
	return splitByWeights(total.micros / step, weights).map((steps) => ({
		micros: steps * step,
		currency: total.currency,
	}));
}

function sharedCurrency(a: Money, b: Money): Currency {
	if (a.currency !== b.currency) throw new Error(`${a.currency} and ${b.currency} cannot be reckoned together.`);
	return a.currency;
}

function exactly(micros: number): number {
	if (!Number.isSafeInteger(micros)) throw new Error(`${micros} is not an exact amount of millionths.`);
	return micros;
}
