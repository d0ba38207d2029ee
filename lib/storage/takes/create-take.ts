import "server-only";
import { and, count, eq, ne, sql } from "drizzle-orm";
import type { BrowserId, SubmitKey } from "@/lib/domain/ids";
import type { CreateOutcome, NewTake } from "@/lib/ports/take-store";
import { raisingAny } from "../browsers/counter";
import { announce } from "../database/announce";
import { attempt } from "../database/attempt";
import type { Database, Queries, Transaction } from "../database/database";
import type { RequireSpace } from "../free-space";
import { takes } from "../schema/takes";
import { reserve } from "../spend/reserve";
import { unfinished } from "./conditions";
import { leaveHistory } from "./leave";
import { receiptWrite } from "./receipt-store";
import { readTake, toTakeRow } from "./take-row";

export function createTake(db: Database, wish: NewTake, requireSpace: RequireSpace): Promise<CreateOutcome> {
	const { take } = wish;
	const space = requireSpace();
	// Only asked for by a click that is new.
	space.catch(() => {});
	return attempt<CreateOutcome>(db, async (tx, abandon) => {
		// The browser's row is locked from here on: two clicks of one browser come one after the other.
		const changed = await insertTake(tx, wish);
		if (changed === null) {
			const earlier = await findSubmitted(tx, take.browserId, take.submitKey);
			if (!earlier) throw new Error(`What the key of take ${take.id} made before vanished.`);
			return abandon(sameOrConflict(earlier, wish));
		}
		await space;

		const inTheWay = wish.maxUnfinished === null ? 0 : await countOthers(tx, wish);
		if (inTheWay >= (wish.maxUnfinished ?? 1)) return abandon({ kind: "too-many", unfinished: inTheWay });
		const full = await reserve(tx, take.id, wish.reservation, receiptWrite(tx, wish.receipt));
		if (full) return abandon({ kind: "over-cap", ...full });

		const leaving = { ids: wish.leaving, atMs: take.createdAtMs, purgeAtMs: wish.leavingPurgeAtMs };
		const left = await leaveHistory(tx, take.browserId, leaving, changed);
		return { kind: "created", take, left, claim: wish.lease && { take, ...BORN } };
	});
}

type TakeRow = typeof takes.$inferSelect;

/** Whether somebody watches is read with the intent. */
const BORN = { version: 0, watchedUntilMs: null, hintedRemoteId: null };

export async function findSubmitted(queries: Queries, browserId: BrowserId, key: SubmitKey): Promise<TakeRow | null> {
	const [row] = await queries
		.select()
		.from(takes)
		.where(and(eq(takes.browserId, browserId), eq(takes.submitKey, key)));
	return row ?? null;
}

function sameOrConflict(earlier: TakeRow, wish: NewTake): CreateOutcome {
	return earlier.fingerprint === wish.fingerprint ? { kind: "same", take: readTake(earlier) } : { kind: "conflict" };
}

async function countOthers(tx: Transaction, { take }: NewTake): Promise<number> {
	const ofGateway = and(eq(takes.browserId, take.browserId), eq(takes.gateway, take.gateway));
	const [row] = await tx
		.select({ unfinished: count() })
		.from(takes)
		.where(and(ofGateway, unfinished(), ne(takes.id, take.id)));
	return row?.unfinished ?? 0;
}

/** The browser's count of it; `null` where the key made a take before: then nothing is inserted. */
async function insertTake(tx: Transaction, wish: NewTake): Promise<number | null> {
	const { take, fingerprint, nextWakeAtMs, lease } = wish;
	const raised = raisingAny(tx, take.browserId, "spendChanged");
	const claimed = lease && { leaseOwner: lease.worker, leaseUntilMs: lease.leaseUntilMs };
	const changed = sql`(select ${raised.counter} from ${raised})`;
	const [inserted] = await tx
		.with(raised)
		.insert(takes)
		.values({ ...toTakeRow(take), fingerprint, changed, version: BORN.version, nextWakeAtMs, ...claimed })
		.onConflictDoNothing({ target: [takes.browserId, takes.submitKey] })
		.returning({ changed: takes.changed, told: lease ? takes.id : announce("take-due") });
	return inserted?.changed ?? null;
}
