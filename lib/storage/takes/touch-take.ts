import "server-only";
import { and, eq, type SQL } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { BrowserId, TakeId } from "@/lib/domain/ids";
import type { Take } from "@/lib/domain/take/take";
import { raiseCounter } from "../browsers/counter";
import { attempt } from "../database/attempt";
import type { Database } from "../database/database";
import { takes } from "../schema/takes";
import { readTake } from "./take-row";

/** A change beside the state. `null` where the take is not this browser's, or does not meet `condition`. */
export function touchTake(
	db: Database,
	browserId: BrowserId,
	id: TakeId,
	columns: PgUpdateSetSource<typeof takes>,
	condition?: SQL,
): Promise<Take | null> {
	return attempt<Take | null>(db, async (tx, abandon) => {
		const changed = await raiseCounter(tx, browserId);
		if (changed === null) return null;
		const [row] = await tx
			.update(takes)
			.set({ ...columns, changed })
			.where(and(eq(takes.id, id), eq(takes.browserId, browserId), condition))
			.returning();
		return row ? readTake(row) : abandon(null);
	});
}
