import "server-only";
import { and, desc, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { browserIdSchema, mediaIdSchema, type TakeId } from "@/lib/domain/ids";
import type { TakeStore } from "@/lib/ports/take-store";
import { raiseCounter } from "../browsers/counter";
import { attempt } from "../database/attempt";
import type { Database } from "../database/database";
import type { RequireSpace } from "../free-space";
import { dispatches } from "../schema/dispatches";
import { encodeJson } from "../schema/foreign-text";
import { renders } from "../schema/renders";
import { takes } from "../schema/takes";
import { changeTake, findOwned } from "./change-take";
import { NO_LEASE, RAISED_VERSION, unfinished } from "./conditions";
import { createTake, findSubmitted } from "./create-take";
import { leaveHistory } from "./leave";
import { readTake } from "./take-row";
import { touchTake } from "./touch-take";

const NEWEST_FIRST = [desc(takes.createdAtMs), desc(takes.id)];

export function createTakeStore(db: Database, requireSpace: RequireSpace): TakeStore {
	return {
		create: (wish) => createTake(db, wish, requireSpace),
		change: (browserId, id, version, change) => changeTake(db, browserId, id, version, change),

		async findBySubmitKey(browserId, key) {
			const row = await findSubmitted(db, browserId, key);
			return row && readTake(row);
		},

		async beforeClick(browserId, key) {
			const concerned = or(isNull(takes.leftAtMs), eq(takes.submitKey, key));
			const rows = await db
				.select()
				.from(takes)
				.where(and(eq(takes.browserId, browserId), concerned))
				.orderBy(...NEWEST_FIRST);
			const found = rows.map(readTake);
			const earlier = found.find(({ submitKey }) => submitKey === key) ?? null;
			return { earlier, history: found.filter(({ left }) => left === null) };
		},

		async find(browserId, id) {
			const row = await findOwned(db, browserId, id);
			return row && { take: readTake(row), version: row.version };
		},

		async list(browserId) {
			const present = and(eq(takes.browserId, browserId), isNull(takes.leftAtMs));
			const rows = await db
				.select()
				.from(takes)
				.where(present)
				.orderBy(...NEWEST_FIRST);
			return rows.map(readTake);
		},

		async listLeft(browserId) {
			const left = and(eq(takes.browserId, browserId), isNotNull(takes.leftAtMs));
			const rows = await db.select().from(takes).where(left).orderBy(desc(takes.leftAtMs), desc(takes.id));
			return rows.map(readTake);
		},

		async findByMedia(id) {
			const [row] = await db.select().from(takes).where(eq(takes.mediaId, id)).limit(1);
			return row ? readTake(row) : null;
		},

		label: (browserId, id, labels) =>
			touchTake(db, browserId, id, { labels: sql`${takes.labels} || ${encodeJson(labels)}::jsonb` }),

		async dress(id, extras) {
			const [row] = await db.select({ browserId: takes.browserId }).from(takes).where(eq(takes.id, id));
			if (row) await touchTake(db, browserIdSchema.parse(row.browserId), id, { extras });
		},

		leave: (browserId, ids, atMs, purgeAtMs) =>
			attempt<readonly TakeId[]>(db, async (tx, abandon) => {
				const count = await raiseCounter(tx, browserId);
				if (count === null) return [];
				const left = await leaveHistory(tx, browserId, { ids, atMs, purgeAtMs }, count);
				return left.length > 0 ? left : abandon(left);
			}),

		async restore(browserId, id) {
			const back = { leftAtMs: null, purgeAtMs: null, version: RAISED_VERSION, ...NO_LEASE };
			const restored = await touchTake(db, browserId, id, back, isNotNull(takes.leftAtMs));
			if (restored) return restored;
			const present = await findOwned(db, browserId, id);
			return present && readTake(present);
		},

		async referencedMedia(ids) {
			const wanted = [...ids];
			const held = await db.select({ id: takes.mediaId }).from(takes).where(inArray(takes.mediaId, wanted));
			const rendered = await db
				.select({ id: renders.mediaId })
				.from(renders)
				.innerJoin(dispatches, eq(dispatches.id, renders.id))
				.innerJoin(takes, eq(takes.id, dispatches.takeId))
				.where(and(inArray(renders.mediaId, wanted), unfinished()));
			return new Set([...held, ...rendered].map((row) => mediaIdSchema.parse(row.id)));
		},
	};
}
