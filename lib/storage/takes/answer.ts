import "server-only";
import { and, desc, eq, ne } from "drizzle-orm";
import { type TakeId, takeIdSchema } from "@/lib/domain/ids";
import type { DispatchAnswer } from "@/lib/ports/dispatch";
import type { Queries, Transaction } from "../database/database";
import { dispatches } from "../schema/dispatches";

export async function findLastDispatch(queries: Queries, id: TakeId) {
	const [row] = await queries
		.select()
		.from(dispatches)
		.where(eq(dispatches.takeId, id))
		.orderBy(desc(dispatches.attempt))
		.limit(1);
	return row ?? null;
}

/** Records what became of the last intent. The take that owns the answer's task already, if another one does. */
export async function writeAnswer(tx: Transaction, id: TakeId, answer: DispatchAnswer): Promise<TakeId | null> {
	const last = await findLastDispatch(tx, id);
	if (last === null) throw new Error(`Take ${id} has an answer and no intent.`);
	if (last.remoteId !== null && last.remoteId !== answer.remoteId) {
		throw new Error(`Take ${id} has a task at ${last.gateway} already; an answer cannot take it away.`);
	}
	const owner = answer.remoteId === null ? null : await findOwner(tx, last.gateway, answer.remoteId, id);
	if (owner) return owner;
	const { kind: answerKind, remoteId, rawReply, atMs: answeredAtMs } = answer;
	await tx.update(dispatches).set({ answerKind, remoteId, rawReply, answeredAtMs }).where(eq(dispatches.id, last.id));
	return null;
}

async function findOwner(tx: Transaction, gateway: string, remoteId: string, id: TakeId): Promise<TakeId | null> {
	const [row] = await tx
		.select({ takeId: dispatches.takeId })
		.from(dispatches)
		.where(and(eq(dispatches.gateway, gateway), eq(dispatches.remoteId, remoteId), ne(dispatches.takeId, id)));
	return row ? takeIdSchema.parse(row.takeId) : null;
}
