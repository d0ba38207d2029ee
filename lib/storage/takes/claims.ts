import "server-only";
import { and, asc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { type TakeId, takeIdSchema } from "@/lib/domain/ids";
import type { Claim, ClaimWish } from "@/lib/ports/take-queue";
import type { Database, Queries } from "../database/database";
import { UNHURRIED } from "../database/unhurried";
import { browsers } from "../schema/browsers";
import { dispatches } from "../schema/dispatches";
import { takes } from "../schema/takes";
import { assertWoken } from "./assert-woken";
import { NO_LEASE, RAISED_VERSION, stillClaimed, wakeAfterLease } from "./conditions";
import { readTake } from "./take-row";

/**
 * One statement, so that a claim costs one way to the database and back, and waits for no disk: one that a power cut
 * takes away was never there, and the intent's commit, which comes before the first byte leaves, carries it along.
 */
export async function claimDue(
	db: Database,
	wish: ClaimWish,
	onUnreadable: (problem: unknown) => void,
): Promise<readonly Claim[]> {
	const { nowMs, leaseUntilMs, worker: leaseOwner, limit } = wish;
	// A row lock keeps the database from folding this query into the update and running it again for each row.
	const due = db.$with("due").as(
		db
			.select({ id: takes.id })
			.from(takes)
			.where(and(lte(takes.nextWakeAtMs, nowMs), or(isNull(takes.leaseUntilMs), lte(takes.leaseUntilMs, nowMs))))
			.orderBy(asc(takes.nextWakeAtMs))
			.limit(limit)
			.for("update", { skipLocked: true }),
	);
	const rows = await db
		.with(due)
		.update(takes)
		.set({ version: RAISED_VERSION, leaseUntilMs, leaseOwner, askedWakeAtMs: null })
		.from(browsers)
		.where(and(eq(browsers.id, takes.browserId), inArray(takes.id, db.select({ id: due.id }).from(due))))
		.returning({ ...CLAIMED, hurry: UNHURRIED });
	return rows.toSorted(byDueTime).flatMap((row) => claimUnlessUnreadable(row, onUnreadable));
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

/** What a claim is read from, of the takes joined with their browsers. */
export const CLAIMED = {
	take: takes,
	watchedUntilMs: browsers.watchedUntilMs,
	hintedRemoteId: sql`(
		select ${dispatches.hintedRemoteId} from ${dispatches}
		where ${dispatches.takeId} = ${takes.id} order by ${dispatches.attempt} desc limit 1
	)`.mapWith(dispatches.hintedRemoteId),
};

interface ClaimRow {
	readonly take: typeof takes.$inferSelect;
	readonly watchedUntilMs: number | null;
	readonly hintedRemoteId: string | null;
}

/** An update gives its rows back in any order. */
function byDueTime({ take: one }: ClaimRow, { take: other }: ClaimRow): number {
	return (one.nextWakeAtMs ?? 0) - (other.nextWakeAtMs ?? 0) || (one.id < other.id ? -1 : 1);
}

export function toClaim({ take, watchedUntilMs, hintedRemoteId }: ClaimRow): Claim {
	return { take: readTake(take), version: take.version, watchedUntilMs, hintedRemoteId };
}

export async function readClaim(queries: Queries, id: TakeId): Promise<Claim> {
	const [row] = await queries
		.select(CLAIMED)
		.from(takes)
		.innerJoin(browsers, eq(browsers.id, takes.browserId))
		.where(eq(takes.id, id));
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
		.returning({ id: takes.id, hurry: UNHURRIED });
	return rows.length > 0 ? "released" : "stale";
}
