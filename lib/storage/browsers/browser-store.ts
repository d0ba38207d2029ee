import "server-only";
import { and, asc, eq, exists, lt, or, sql } from "drizzle-orm";
import { browserIdSchema } from "@/lib/domain/ids";
import type { BrowserStore } from "@/lib/ports/browser-store";
import { attempt } from "../database/attempt";
import type { Database } from "../database/database";
import { UNHURRIED } from "../database/unhurried";
import { browsers } from "../schema/browsers";
import { keys } from "../schema/keys";
import { takes } from "../schema/takes";
import { forgetOwnSpending } from "../spend/spend-store";
import { raiseCounter } from "./counter";

export function createBrowserStore(db: Database): BrowserStore {
	return {
		async remember(browserId, nowMs) {
			const seenAtMs = sql`greatest(${browsers.seenAtMs}, excluded.seen_at)`;
			await db
				.insert(browsers)
				.values({ id: browserId, seenAtMs: nowMs })
				.onConflictDoUpdate({ target: browsers.id, set: { seenAtMs } });
		},

		async watch(browserId, nowMs, untilMs) {
			const seenAtMs = sql`greatest(${browsers.seenAtMs}, ${sql.param(nowMs, browsers.seenAtMs)})`;
			const watchedUntilMs = sql`greatest(${browsers.watchedUntilMs}, ${sql.param(untilMs, browsers.watchedUntilMs)})`;
			await db
				.update(browsers)
				.set({ seenAtMs, watchedUntilMs })
				.where(eq(browsers.id, browserId))
				.returning({ hurry: UNHURRIED });
		},

		async listUnseen(beforeMs, limit) {
			const holdsTakes = exists(db.select({ id: takes.id }).from(takes).where(eq(takes.browserId, browsers.id)));
			const holdsKeys = exists(db.select({ id: keys.id }).from(keys).where(eq(keys.browserId, browsers.id)));
			const rows = await db
				.select({ id: browsers.id })
				.from(browsers)
				.where(and(lt(browsers.seenAtMs, beforeMs), or(holdsTakes, holdsKeys)))
				.orderBy(asc(browsers.seenAtMs))
				.limit(limit);
			return rows.map((row) => browserIdSchema.parse(row.id));
		},

		forget: (browserId) =>
			attempt(db, async (tx) => {
				// Raised only to be heard: other tabs of this browser then find that nothing is left.
				await raiseCounter(tx, browserId);
				await tx.delete(browsers).where(eq(browsers.id, browserId));
				await forgetOwnSpending(tx, browserId);
			}),
	};
}
