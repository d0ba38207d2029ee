import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { browserIdSchema, recoveryIdSchema } from "@/lib/domain/ids";
import { type Recovery, recoverySchema } from "@/lib/domain/recovery/recovery";
import type { RecoveryStore } from "@/lib/ports/recovery-store";
import { raiseCounterOfAny } from "../browsers/counter";
import { attempt } from "../database/attempt";
import type { Database } from "../database/database";
import { recoveries } from "../schema/recoveries";

function readRecovery(row: typeof recoveries.$inferSelect): Recovery {
	return recoverySchema.parse(row);
}

export function createRecoveryStore(db: Database): RecoveryStore {
	return {
		offer: ({ recovery, browserId, tokenHash }) =>
			attempt(db, async (tx) => {
				await raiseCounterOfAny(tx, browserId);
				await tx.delete(recoveries).where(and(eq(recoveries.browserId, browserId), isNull(recoveries.usedAtMs)));
				await tx.insert(recoveries).values({ ...recovery, browserId, tokenHash });
			}),

		async list(browserId) {
			const rows = await db
				.select()
				.from(recoveries)
				.where(eq(recoveries.browserId, browserId))
				.orderBy(desc(recoveries.createdAtMs), desc(recoveries.id));
			return rows.map(readRecovery);
		},

		async findByToken(tokenHash) {
			const [row] = await db.select().from(recoveries).where(eq(recoveries.tokenHash, tokenHash));
			return row ? { browserId: browserIdSchema.parse(row.browserId), recovery: readRecovery(row) } : null;
		},

		async admit(id, deviceHash, atMs) {
			const [row] = await db
				.update(recoveries)
				.set({ deviceHash, usedAtMs: atMs })
				.where(and(eq(recoveries.id, id), isNull(recoveries.usedAtMs)))
				.returning({ id: recoveries.id });
			return row ? "admitted" : "taken";
		},

		async findByDevice(deviceHash) {
			const [row] = await db.select().from(recoveries).where(eq(recoveries.deviceHash, deviceHash));
			return row ? { browserId: browserIdSchema.parse(row.browserId), id: recoveryIdSchema.parse(row.id) } : null;
		},

		async revoke(browserId, id) {
			const [row] = await db
				.delete(recoveries)
				.where(and(eq(recoveries.id, id), eq(recoveries.browserId, browserId)))
				.returning({ id: recoveries.id });
			return row ? "revoked" : "missing";
		},
	};
}
