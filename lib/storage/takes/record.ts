import "server-only";
import { exists, sql } from "drizzle-orm";
import type { TakeState } from "@/lib/domain/take/state";
import type { DispatchIntent } from "@/lib/ports/dispatch";
import type { Claim, IntentOutcome, RecordOutcome, StateChange } from "@/lib/ports/take-queue";
import { raiseCounter, raising } from "../browsers/counter";
import { attempt } from "../database/attempt";
import type { Database } from "../database/database";
import { dispatches } from "../schema/dispatches";
import { takes } from "../schema/takes";
import { readClaim, toClaim } from "./claims";
import { RAISED_VERSION, stillClaimed } from "./conditions";
import { spendMark } from "./spend-mark";
import { writeChange } from "./write-change";

export function recordStep(db: Database, claim: Claim, change: StateChange): Promise<RecordOutcome> {
	return attempt<RecordOutcome>(db, async (tx, abandon) => {
		const count = await raiseCounter(tx, claim.take.browserId, ...spendMark(change));
		if (count === null) return { kind: "stale" };
		const written = await writeChange(tx, claim.take.id, stillClaimed(claim), change, count);
		if (written.kind === "stale") return abandon(written);
		if (written.kind === "taken") return abandon({ kind: "remote-id-taken", by: written.by });
		return { kind: "recorded", claim: change.lease === "keep" ? await readClaim(tx, claim.take.id) : null };
	});
}

export function commitIntent(
	db: Database,
	claim: Claim,
	intent: DispatchIntent,
	state: TakeState,
): Promise<IntentOutcome> {
	const { id: takeId, browserId, gateway } = claim.take;
	return attempt<IntentOutcome>(db, async (tx, abandon) => {
		const raised = raising(tx, browserId);
		const written = tx
			.insert(dispatches)
			.values({ ...intent, takeId, gateway })
			.onConflictDoNothing({ target: [dispatches.takeId, dispatches.attempt] });
		const fresh = tx.$with("fresh").as(written.returning({ id: dispatches.id }));
		const attempts = sql`${takes.attempts} + 1`;
		const changed = sql`${raised.counter}`;
		const [held] = await tx
			.with(raised, fresh)
			.update(takes)
			.set({ state, attempts, version: RAISED_VERSION, changed, nextWakeAtMs: intent.sentAtMs })
			.from(raised)
			.where(stillClaimed(claim))
			.returning({ take: takes, watchedUntilMs: raised.watchedUntilMs, isFresh: exists(tx.select().from(fresh)) });
		if (!held) return abandon({ kind: "stale" });
		if (!held.isFresh) return abandon({ kind: "already" });
		return { kind: "committed", claim: toClaim({ ...held, hintedRemoteId: null }) };
	});
}
