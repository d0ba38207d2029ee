import "server-only";
import { and, eq, type SQLWrapper, sql } from "drizzle-orm";
import type { TakeId } from "@/lib/domain/ids";
import type { Reservation, SpendLimit } from "@/lib/domain/spend/reservation";
import type { Transaction } from "../database/database";
import { spendCounters, spendEntries } from "../schema/spend";

export interface FullLimit extends SpendLimit {
	readonly usedMicros: number;
}

/**
 * The first limit without room: then the caller rolls back. `null` once the reservation is written, and `beside` with it,
 * whose write goes the same way.
 */
export async function reserve(
	tx: Transaction,
	takeId: TakeId,
	{ day, micros, limits }: Reservation,
	beside: SQLWrapper,
): Promise<FullLimit | null> {
	const entries = inLockOrder(limits).map(({ counter }) => ({ day, counter, micros }));
	if (entries.length === 0) {
		await tx.execute(beside.getSQL());
		return null;
	}
	const kept = tx.insert(spendEntries).values(entries.map((entry) => ({ ...entry, takeId })));
	const sums = await tx
		.with(tx.$with("kept", {}).as(kept.getSQL()), tx.$with("beside", {}).as(beside.getSQL()))
		.insert(spendCounters)
		.values(entries)
		.onConflictDoUpdate({
			target: [spendCounters.day, spendCounters.counter],
			set: { micros: sql`${spendCounters.micros} + excluded.micros` },
		})
		.returning();
	const sumOf = new Map(sums.map((row) => [row.counter, row.micros]));
	for (const limit of limits) {
		const sum = sumOf.get(limit.counter) ?? micros;
		if (sum > limit.capMicros) return { ...limit, usedMicros: sum - micros };
	}
	return null;
}

/** What the take counts for from now on, under every cap it was reserved under. */
export async function recount(tx: Transaction, takeId: TakeId, micros: number): Promise<void> {
	const entries = await tx.select().from(spendEntries).where(eq(spendEntries.takeId, takeId));
	for (const entry of inLockOrder(entries)) await addTo(tx, entry.day, entry.counter, micros - entry.micros);
	await tx.update(spendEntries).set({ micros }).where(eq(spendEntries.takeId, takeId));
}

/** One order for everybody, so that two transactions never wait for each other's counter. */
function inLockOrder<Limit extends { readonly counter: string }>(limits: readonly Limit[]): readonly Limit[] {
	return [...limits].sort((a, b) => (a.counter < b.counter ? -1 : 1));
}

async function addTo(tx: Transaction, day: string, counter: string, micros: number): Promise<void> {
	await tx
		.update(spendCounters)
		.set({ micros: sql`${spendCounters.micros} + ${micros}` })
		.where(and(eq(spendCounters.day, day), eq(spendCounters.counter, counter)));
}
