import "server-only";
import { and, eq, exists, gt, isNotNull, isNull, not, type SQL, sql } from "drizzle-orm";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { type BrowserId, browserIdSchema } from "@/lib/domain/ids";
import type { KeyStore } from "@/lib/ports/key-store";
import { raiseCounter, raiseCounterOfAny } from "../browsers/counter";
import { attempt } from "../database/attempt";
import type { Database, Queries, Transaction } from "../database/database";
import { keys } from "../schema/keys";
import { takes } from "../schema/takes";
import { unfinished } from "../takes/conditions";
import { readKey } from "./key-row";

export function createKeyStore(db: Database): KeyStore {
	return {
		save: (key) =>
			attempt(db, async (tx) => {
				await raiseCounterOfAny(tx, key.browserId, "keysChanged");
				await removeCurrent(tx, key.browserId, key.gateway);
				await tx.insert(keys).values(key);
			}),

		async list(browserId) {
			const rows = await db
				.select()
				.from(keys)
				.where(and(eq(keys.browserId, browserId), isNull(keys.removedAtMs)));
			return rows.map(readKey);
		},

		async findCurrent(browserId, gateway) {
			const [row] = await db.select().from(keys).where(isCurrent(browserId, gateway));
			return row ? readKey(row) : null;
		},

		async find(id) {
			const [row] = await db.select().from(keys).where(eq(keys.id, id));
			return row ? readKey(row) : null;
		},

		remove: (browserId, gateway) =>
			attempt(db, async (tx) => {
				if ((await raiseCounter(tx, browserId, "keysChanged")) !== null) await removeCurrent(tx, browserId, gateway);
			}),

		async recordTest(id, test) {
			const [row] = await db.select({ browserId: keys.browserId }).from(keys).where(eq(keys.id, id));
			if (!row) return;
			await attempt(db, async (tx) => {
				await raiseCounter(tx, browserIdSchema.parse(row.browserId), "keysChanged");
				await tx.update(keys).set({ test }).where(eq(keys.id, id));
			});
		},

		setDailyLimit: (browserId, gateway, dailyLimitMicros) =>
			attempt(db, async (tx) => {
				await raiseCounter(tx, browserId, "keysChanged");
				await tx.update(keys).set({ dailyLimitMicros }).where(isCurrent(browserId, gateway));
			}),

		async listAll(afterId, limit) {
			const later = afterId === null ? undefined : gt(keys.id, afterId);
			return (await db.select().from(keys).where(later).orderBy(keys.id).limit(limit)).map(readKey);
		},

		async reseal(id, from, to) {
			await db
				.update(keys)
				.set({ sealed: to })
				.where(and(eq(keys.id, id), eq(keys.sealed, from)));
		},

		async destroyUnused() {
			const gone = await db
				.delete(keys)
				.where(and(isNotNull(keys.removedAtMs), not(paysForUnfinished(db))))
				.returning({ id: keys.id });
			return gone.length;
		},
	};
}

function isCurrent(browserId: BrowserId, gateway: GatewayId): SQL | undefined {
	return and(eq(keys.browserId, browserId), eq(keys.gateway, gateway), isNull(keys.removedAtMs));
}

function paysForUnfinished(queries: Queries): SQL {
	const paidTakes = and(eq(takes.keyId, keys.id), eq(takes.browserId, keys.browserId), unfinished());
	return exists(queries.select({ id: takes.id }).from(takes).where(paidTakes));
}

/** Under the browser's lock, so that no take of it begins meanwhile. */
async function removeCurrent(tx: Transaction, browserId: BrowserId, gateway: GatewayId): Promise<void> {
	const current = isCurrent(browserId, gateway);
	await tx.delete(keys).where(and(current, not(paysForUnfinished(tx))));
	await tx.update(keys).set({ removedAtMs: sql`now()` }).where(current);
}
