import * as z from "zod/mini";

export const utcDaySchema = z
	.string()
	.check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
	.brand<"UtcDay">();
export type UtcDay = z.infer<typeof utcDaySchema>;

/** Whose spending is added up: one browser's on one own key, one browser's on the operator's, or everybody's on it. */
export const spendCounterSchema = z
	.string()
	.check(z.regex(/^(own:[0-9a-f]{64}:[a-z]+|operator:[0-9a-f]{64}|operator:all)$/));
export type SpendCounter = z.infer<typeof spendCounterSchema>;

/** What a take counts for from the moment it is stored. The day is the day of the click and never changes. */
export interface Reservation {
	readonly day: UtcDay;
	readonly micros: number;
	/** No price is published: the dearest listed rate stands in. */
	readonly assumed: boolean;
	readonly limits: readonly SpendLimit[];
}

export interface SpendLimit {
	readonly counter: SpendCounter;
	readonly capMicros: number;
}
