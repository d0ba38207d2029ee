import * as z from "zod/mini";

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
