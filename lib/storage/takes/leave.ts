import "server-only";
import { and, eq, inArray, isNull, not, sql } from "drizzle-orm";
import { type BrowserId, type TakeId, takeIdSchema } from "@/lib/domain/ids";
import type { Transaction } from "../database/database";
import { takes } from "../schema/takes";
import { unfinished, wakeBy } from "./conditions";

export interface Leaving {
	readonly ids: readonly TakeId[];
	readonly atMs: number;
	readonly purgeAtMs: number;
}

/** Of these, the takes that may leave do, under the browser's `count`. */
export async function leaveHistory(
	tx: Transaction,
	browserId: BrowserId,
	{ ids, atMs, purgeAtMs }: Leaving,
	count: number,
): Promise<readonly TakeId[]> {
	if (ids.length === 0) return [];
	const rows = await tx
		.update(takes)
		.set({ leftAtMs: atMs, purgeAtMs, changed: count, ...wakeBy(purgeAtMs) })
		.where(
			and(
				eq(takes.browserId, browserId),
				inArray(takes.id, [...ids]),
				isNull(takes.leftAtMs),
				not(unfinished()),
				sql`${takes.labels}->>'keep' <> 'true'`,
			),
		)
		.returning({ id: takes.id });
	return rows.map((row) => takeIdSchema.parse(row.id));
}
