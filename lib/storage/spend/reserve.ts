import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { TakeId } from "@/lib/domain/ids";
import type { Reservation, SpendLimit } from "@/lib/domain/spend/reservation";
import type { Transaction } from "../database/database";
import { spendCounters, spendEntries } from "../schema/spend";

export interface FullLimit extends SpendLimit {
	readonly usedMicros: number;
}

/** The first limit without room, or `null` once the reservation is written. */
export async function reserve(tx: Transaction, takeId: TakeId, reservation: Reservation): Promise<FullLimit | null> {
	const { day, micros, limits } = reservation;
	const used = new Map<string, number>();
	for (const { counter } of inLockOrder(limits)) used.set(counter, await lockCounter(tx, day, counter));
	for (const limit of limits) {
		const usedMicros = used.get(limit.counter) ?? 0;
		if (usedMicros + micros > limit.capMicros) return { ...limit, usedMicros };
	}
	for (const { counter } of limits) {
		await tx.insert(spendEntries).values({ takeId, counter, day, micros });
		await addTo(tx, day, counter, micros);
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

async function lockCounter(tx: Transaction, day: string, counter: string): Promise<number> {
	const [row] = await tx
		.insert(spendCounters)
		.values({ day, counter, micros: 0 })
		.onConflictDoUpdate({
			target: [spendCounters.day, spendCounters.counter],
			set: { micros: sql`${spendCounters.micros}` },
		})
		.returning({ micros: spendCounters.micros });
	return row?.micros ?? 0;
}

async function addTo(tx: Transaction, day: string, counter: string, micros: number): Promise<void> {
	await tx
		.update(spendCounters)
		.set({ micros: sql`${spendCounters.micros} + ${micros}` })
		.where(and(eq(spendCounters.day, day), eq(spendCounters.counter, counter)));
}
