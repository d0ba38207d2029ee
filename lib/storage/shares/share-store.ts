import "server-only";
import { and, desc, eq, gt, isNull, max, sql } from "drizzle-orm";
import { type ShareGrant, shareGrantSchema } from "@/lib/domain/share/grant";
import type { ShareStore } from "@/lib/ports/share-store";
import { raiseCounter } from "../browsers/counter";
import { attempt } from "../database/attempt";
import type { Database } from "../database/database";
import { shares } from "../schema/shares";
import { takes } from "../schema/takes";
import { readTake } from "../takes/take-row";

type Outcome<Done> = Done | "missing";

function readGrant(row: typeof shares.$inferSelect): ShareGrant {
	return shareGrantSchema.parse(row);
}

export function createShareStore(db: Database): ShareStore {
	return {
		create: ({ grant, browserId, tokenHash }) =>
			attempt<Outcome<"created">>(db, async (tx, abandon) => {
				if ((await raiseCounter(tx, browserId, "sharesChanged")) === null) return "missing";
				const [film] = await tx
					.select({ id: takes.id })
					.from(takes)
					.where(and(eq(takes.id, grant.takeId), eq(takes.browserId, browserId), eq(takes.stateKind, "ready")));
				if (!film) return abandon("missing");
				await tx.insert(shares).values({ ...grant, browserId, tokenHash });
				return "created";
			}),

		async list(browserId) {
			const rows = await db
				.select()
				.from(shares)
				.where(eq(shares.browserId, browserId))
				.orderBy(desc(shares.createdAtMs), desc(shares.id));
			return rows.map(readGrant);
		},

		async findByToken(tokenHash) {
			const [row] = await db
				.select()
				.from(shares)
				.innerJoin(takes, eq(takes.id, shares.takeId))
				.where(eq(shares.tokenHash, tokenHash));
			return row ? { grant: readGrant(row.shares), take: readTake(row.takes) } : null;
		},

		revoke: (browserId, id, atMs) =>
			attempt<Outcome<"revoked">>(db, async (tx, abandon) => {
				if ((await raiseCounter(tx, browserId, "sharesChanged")) === null) return "missing";
				const revokedAtMs = sql`coalesce(${shares.revokedAtMs}, ${sql.param(atMs, shares.revokedAtMs)})`;
				const [row] = await tx
					.update(shares)
					.set({ revokedAtMs })
					.where(and(eq(shares.id, id), eq(shares.browserId, browserId)))
					.returning({ id: shares.id });
				return row ? "revoked" : abandon("missing");
			}),

		async liveUntilMs(takeId, nowMs) {
			const [row] = await db
				.select({ untilMs: max(shares.expiresAtMs) })
				.from(shares)
				.where(and(eq(shares.takeId, takeId), isNull(shares.revokedAtMs), gt(shares.expiresAtMs, nowMs)));
			return row?.untilMs ?? null;
		},
	};
}
