import "server-only";
import { and, eq, inArray, like, lt, notInArray } from "drizzle-orm";
import type { BrowserId } from "@/lib/domain/ids";
import { spendCounterSchema } from "@/lib/domain/spend/reservation";
import type { SpendStore } from "@/lib/ports/spend-store";
import { attempt } from "../database/attempt";
import type { Database, Transaction } from "../database/database";
import { spendCounters, spendEntries } from "../schema/spend";
import { takes } from "../schema/takes";
import { unfinished } from "../takes/conditions";

export function createSpendStore(db: Database): SpendStore {
	return {
		async read(day, counters) {
			const rows = await db
				.select()
				.from(spendCounters)
				.where(and(eq(spendCounters.day, day), inArray(spendCounters.counter, [...counters])));
			const used = new Map(rows.map((row) => [spendCounterSchema.parse(row.counter), row.micros]));
			return new Map(counters.map((counter) => [counter, used.get(counter) ?? 0]));
		},

		purge: (before) =>
			attempt(db, async (tx) => {
				const open = await tx
					.selectDistinct({ day: spendEntries.day })
					.from(spendEntries)
					.innerJoin(takes, eq(takes.id, spendEntries.takeId))
					.where(and(lt(spendEntries.day, before), unfinished()));
				const openDays = open.map((row) => row.day);
				for (const table of [spendEntries, spendCounters]) {
					await tx.delete(table).where(and(lt(table.day, before), notInArray(table.day, openDays)));
				}
			}),
	};
}

/** What was spent on the operator's keys stays: forgetting a browser must not give it a second allowance. */
export async function forgetOwnSpending(tx: Transaction, browserId: BrowserId): Promise<void> {
	for (const table of [spendEntries, spendCounters]) {
		await tx.delete(table).where(like(table.counter, `own:${browserId}:%`));
	}
}
