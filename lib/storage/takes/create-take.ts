import "server-only";
import { and, count, eq } from "drizzle-orm";
import type { BrowserId, SubmitKey } from "@/lib/domain/ids";
import type { CreateOutcome, NewTake } from "@/lib/ports/take-store";
import { raiseCounterOfAny } from "../browsers/counter";
import { announce } from "../database/announce";
import { attempt } from "../database/attempt";
import type { Database, Queries, Transaction } from "../database/database";
import type { RequireSpace } from "../free-space";
import { takes } from "../schema/takes";
import { reserve } from "../spend/reserve";
import { unfinished } from "./conditions";
import { leaveHistory } from "./leave";
import { writeReceipt } from "./receipt-store";
import { readTake, toTakeRow } from "./take-row";

export function createTake(db: Database, wish: NewTake, requireSpace: RequireSpace): Promise<CreateOutcome> {
	const { take } = wish;
	return attempt<CreateOutcome>(db, async (tx, abandon) => {
		// The browser's row is locked from here on: two clicks of one browser come one after the other.
		const changed = await raiseCounterOfAny(tx, take.browserId, "spendChanged");
		const earlier = await findSubmitted(tx, take.browserId, take.submitKey);
		if (earlier) return abandon(sameOrConflict(earlier, wish));
		await requireSpace();

		const inTheWay = wish.maxUnfinished === null ? 0 : await countUnfinished(tx, wish);
		if (inTheWay >= (wish.maxUnfinished ?? 1)) return abandon({ kind: "too-many", unfinished: inTheWay });
		const full = await reserve(tx, take.id, wish.reservation);
		if (full) return abandon({ kind: "over-cap", ...full });

		await insertTake(tx, wish, changed);
		await writeReceipt(tx, wish.receipt);
		const leaving = { ids: wish.leaving, atMs: take.createdAtMs, purgeAtMs: wish.leavingPurgeAtMs };
		return { kind: "created", take, left: await leaveHistory(tx, take.browserId, leaving, changed) };
	});
}

type TakeRow = typeof takes.$inferSelect;

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

async function countUnfinished(tx: Transaction, { take }: NewTake): Promise<number> {
	const [row] = await tx
		.select({ unfinished: count() })
		.from(takes)
		.where(and(eq(takes.browserId, take.browserId), eq(takes.gateway, take.gateway), unfinished()));
	return row?.unfinished ?? 0;
}

async function insertTake(tx: Transaction, wish: NewTake, changed: number): Promise<void> {
	const { fingerprint, nextWakeAtMs } = wish;
	await tx
		.insert(takes)
		.values({ ...toTakeRow(wish.take), fingerprint, changed, nextWakeAtMs })
		.returning({ told: announce("take-due") });
}
