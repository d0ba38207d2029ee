import type { SpendCounter, UtcDay } from "@/lib/domain/spend/reservation";

/**
 * What counts against the caps. Written only inside the transactions of `TakeStore` and `TakeQueue`:
 * at any moment each counter equals the sum of what its takes of that day count for.
 */
export interface SpendStore {
	/** USD micros used, reservations included. A counter nobody used yet is 0. */
	read(day: UtcDay, counters: readonly SpendCounter[]): Promise<ReadonlyMap<SpendCounter, number>>;

	/** Deletes counters and entries of days before this one. Only days no unfinished take belongs to. */
	purge(before: UtcDay): Promise<void>;
}
