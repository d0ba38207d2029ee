import "server-only";
import { and, eq } from "drizzle-orm";
import { type DispatchId, dispatchIdSchema, type TakeId, takeIdSchema } from "@/lib/domain/ids";
import type { CallbackHint, HintOutcome } from "@/lib/ports/take-queue";
import { announce } from "../database/announce";
import { attempt } from "../database/attempt";
import type { Database, Queries, Transaction } from "../database/database";
import { callbacks, dispatches } from "../schema/dispatches";
import { takes } from "../schema/takes";
import { wakeBy } from "./conditions";

export async function wakeTake(queries: Queries, id: TakeId, nowMs: number): Promise<void> {
	await queries
		.update(takes)
		.set(wakeBy(nowMs))
		.where(eq(takes.id, id))
		.returning({ told: announce("take-due") });
}

export function noteCallback(db: Database, hint: CallbackHint): Promise<HintOutcome> {
	const { gateway, tokenHash, eventKey, remoteId, atMs } = hint;
	return attempt<HintOutcome>(db, async (tx, abandon) => {
		const [dispatch] = await tx
			.select({ id: dispatches.id })
			.from(dispatches)
			.where(and(eq(dispatches.gateway, gateway), eq(dispatches.callbackTokenHash, tokenHash)));
		if (!dispatch) return { kind: "unknown-token" };
		const dispatchId = dispatchIdSchema.parse(dispatch.id);
		const takeId = await hintTask(tx, dispatchId, remoteId, atMs);
		if (takeId === null) return { kind: "unknown-token" };
		const [fresh] = await tx
			.insert(callbacks)
			.values({ gateway, eventKey, dispatchId, atMs })
			.onConflictDoNothing()
			.returning({ eventKey: callbacks.eventKey });
		return fresh ? { kind: "noted", takeId, dispatchId } : abandon({ kind: "seen-before" });
	});
}

/**
 * Whose take it is; `null` when it is gone. A hint without a task leaves an earlier one standing. The take's row is
 * locked before the dispatch's, as a worker does it that records an answer.
 */
export async function hintTask(
	tx: Transaction,
	id: DispatchId,
	remoteId: string | null,
	nowMs: number,
): Promise<TakeId | null> {
	const [dispatch] = await tx.select({ takeId: dispatches.takeId }).from(dispatches).where(eq(dispatches.id, id));
	if (!dispatch) return null;
	const takeId = takeIdSchema.parse(dispatch.takeId);
	await wakeTake(tx, takeId, nowMs);
	if (remoteId !== null) await tx.update(dispatches).set({ hintedRemoteId: remoteId }).where(eq(dispatches.id, id));
	return takeId;
}
