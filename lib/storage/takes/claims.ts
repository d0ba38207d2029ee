import "server-only";
import { and, asc, desc, eq, inArray, isNull, lte, or } from "drizzle-orm";
import { type TakeId, takeIdSchema } from "@/lib/domain/ids";
import type { Claim, ClaimWish } from "@/lib/ports/take-queue";
import { attempt } from "../database/attempt";
import type { Database, Queries } from "../database/database";
import { browsers } from "../schema/browsers";
import { dispatches } from "../schema/dispatches";
import { takes } from "../schema/takes";
import { assertWoken } from "./assert-woken";
import { NO_LEASE, RAISED_VERSION, stillClaimed, wakeAfterLease } from "./conditions";
import { readTake } from "./take-row";

export function claimDue(
	db: Database,
	wish: ClaimWish,
	onUnreadable: (problem: unknown) => void,
): Promise<readonly Claim[]> {
	const { nowMs, leaseUntilMs, worker: leaseOwner, limit } = wish;
	return attempt(db, async (tx) => {
		// A row lock keeps the database from folding this query into the update and running it again for each row.
		const due = tx.$with("due").as(
			tx
				.select({ id: takes.id })
				.from(takes)
				.where(and(lte(takes.nextWakeAtMs, nowMs), or(isNull(takes.leaseUntilMs), lte(takes.leaseUntilMs, nowMs))))
				.orderBy(asc(takes.nextWakeAtMs))
				.limit(limit)
				.for("update", { skipLocked: true }),
		);
		const claimed = await tx
			.with(due)
			.update(takes)
			.set({ version: RAISED_VERSION, leaseUntilMs, leaseOwner, askedWakeAtMs: null })
			.where(inArray(takes.id, tx.select({ id: due.id }).from(due)))
			.returning({ id: takes.id });
		const rows = await readRows(
			tx,
			claimed.map((row) => row.id),
		);
		return rows.flatMap((row) => claimUnlessUnreadable(row, onUnreadable));
	});
}

/** A row that cannot be read keeps its lease and is tried again when that ends; the others go on. */
function claimUnlessUnreadable(row: ClaimRow, onUnreadable: (problem: unknown) => void): Claim[] {
	try {
		return [toClaim(row)];
	} catch (problem) {
		onUnreadable(problem);
		return [];
	}
}

type ClaimRow = Awaited<ReturnType<typeof readRows>>[number];

/** In the order in which they fell due. */
async function readRows(queries: Queries, ids: readonly string[]) {
	if (ids.length === 0) return [];
	return queries
		.selectDistinctOn([takes.nextWakeAtMs, takes.id], {
			take: takes,
			watchedUntilMs: browsers.watchedUntilMs,
			hintedRemoteId: dispatches.hintedRemoteId,
		})
		.from(takes)
		.innerJoin(browsers, eq(browsers.id, takes.browserId))
		.leftJoin(dispatches, eq(dispatches.takeId, takes.id))
		.where(inArray(takes.id, [...ids]))
		.orderBy(asc(takes.nextWakeAtMs), asc(takes.id), desc(dispatches.attempt));
}

function toClaim({ take, watchedUntilMs, hintedRemoteId }: ClaimRow): Claim {
	return { take: readTake(take), version: take.version, watchedUntilMs, hintedRemoteId };
}

export async function readClaim(queries: Queries, id: TakeId): Promise<Claim> {
	const [row] = await readRows(queries, [id]);
	if (!row) throw new Error(`Take ${id} vanished inside the transaction that wrote it.`);
	return toClaim(row);
}

export async function extendClaims(
	db: Database,
	claims: readonly Claim[],
	leaseUntilMs: number,
): Promise<readonly TakeId[]> {
	if (claims.length === 0) return [];
	const held = await db
		.update(takes)
		.set({ leaseUntilMs })
		.where(or(...claims.map(stillClaimed)))
		.returning({ id: takes.id });
	const heldIds = new Set(held.map((row) => takeIdSchema.parse(row.id)));
	return claims.map((claim) => claim.take.id).filter((id) => !heldIds.has(id));
}

export async function releaseClaim(
	db: Database,
	claim: Claim,
	nextWakeAtMs: number | null,
): Promise<"released" | "stale"> {
	assertWoken(claim.take.state, nextWakeAtMs);
	const rows = await db
		.update(takes)
		.set({ nextWakeAtMs: wakeAfterLease(nextWakeAtMs), ...NO_LEASE })
		.where(stillClaimed(claim))
		.returning({ id: takes.id });
	return rows.length > 0 ? "released" : "stale";
}
