import "server-only";
import { and, between, eq, gte, isNotNull, isNull, ne, or } from "drizzle-orm";
import type { Dispatch } from "@/lib/ports/dispatch";
import type { Claim, TakeQueue } from "@/lib/ports/take-queue";
import { raiseCounter } from "../browsers/counter";
import { attempt } from "../database/attempt";
import type { Database } from "../database/database";
import { dispatches } from "../schema/dispatches";
import { takes } from "../schema/takes";
import { findLastDispatch } from "./answer";
import { claimDue, extendClaims, releaseClaim } from "./claims";
import { stillClaimed } from "./conditions";
import { readDispatch } from "./dispatch-row";
import { hintTask, noteCallback, wakeTake } from "./hints";
import { commitIntent, recordStep } from "./record";
import { nextWakeAtMs, wakeStranded } from "./stranded";

export function createTakeQueue(db: Database, onUnreadable: (problem: unknown) => void): TakeQueue {
	return {
		claimDue: (wish) => claimDue(db, wish, onUnreadable),
		extend: (claims, untilMs) => extendClaims(db, claims, untilMs),
		release: (claim, wakeAtMs) => releaseClaim(db, claim, wakeAtMs),
		commitIntent: (claim, intent, state) => commitIntent(db, claim, intent, state),
		record: (claim, change) => recordStep(db, claim, change),
		wake: (id, nowMs) => wakeTake(db, id, nowMs),
		hint: (hint) => noteCallback(db, hint),
		wakeStranded: (nowMs) => wakeStranded(db, nowMs),
		nextWakeAtMs: () => nextWakeAtMs(db),
		purge: (claim) => purgeTake(db, claim),

		async findDispatch(id): Promise<Dispatch | null> {
			const row = await findLastDispatch(db, id);
			return row && readDispatch(row);
		},

		async listRemoteIds(gateway, sinceMs) {
			const rows = await db
				.select({ remoteId: dispatches.remoteId })
				.from(dispatches)
				.where(
					and(eq(dispatches.gateway, gateway), isNotNull(dispatches.remoteId), gte(dispatches.answeredAtMs, sinceMs)),
				);
			return new Set(rows.flatMap((row) => row.remoteId ?? []));
		},

		async hasRivals(id, gateway, [earliestMs, latestMs]) {
			const mayHaveTask = and(
				isNull(dispatches.remoteId),
				or(isNull(dispatches.answerKind), eq(dispatches.answerKind, "lost")),
			);
			const rivals = await db
				.select({ id: dispatches.id })
				.from(dispatches)
				.where(
					and(
						eq(dispatches.gateway, gateway),
						ne(dispatches.id, id),
						between(dispatches.sentAtMs, earliestMs, latestMs),
						mayHaveTask,
					),
				)
				.limit(1);
			return rivals.length > 0;
		},

		leaveWord: (id, remoteId, nowMs) =>
			attempt(db, async (tx) => {
				await hintTask(tx, id, remoteId, nowMs);
			}),
	};
}

function purgeTake(db: Database, claim: Claim): Promise<"purged" | "stale"> {
	return attempt<"purged" | "stale">(db, async (tx, abandon) => {
		if ((await raiseCounter(tx, claim.take.browserId, "takesPurged")) === null) return "stale";
		const [gone] = await tx
			.delete(takes)
			.where(and(stillClaimed(claim), isNotNull(takes.leftAtMs)))
			.returning({ id: takes.id });
		return gone ? "purged" : abandon("stale");
	});
}
