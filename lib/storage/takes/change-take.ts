import "server-only";
import { and, eq } from "drizzle-orm";
import type { BrowserId, TakeId } from "@/lib/domain/ids";
import type { StateChange } from "@/lib/ports/take-queue";
import type { ChangeOutcome } from "@/lib/ports/take-store";
import { raiseCounter } from "../browsers/counter";
import { announce } from "../database/announce";
import { attempt } from "../database/attempt";
import type { Database, Queries } from "../database/database";
import { takes } from "../schema/takes";
import { spendMark } from "./spend-mark";
import { readTake } from "./take-row";
import { writeChange } from "./write-change";

type TakeRow = typeof takes.$inferSelect;

export async function findOwned(queries: Queries, browserId: BrowserId, id: TakeId): Promise<TakeRow | null> {
	const [row] = await queries
		.select()
		.from(takes)
		.where(and(eq(takes.id, id), eq(takes.browserId, browserId)));
	return row ?? null;
}

/** A person's change: it wins over a worker that holds the take, unless money may be on its way. */
export function changeTake(
	db: Database,
	browserId: BrowserId,
	id: TakeId,
	version: number,
	change: StateChange,
): Promise<ChangeOutcome> {
	if (change.lease !== "release") throw new Error("A person's change of a take must release it.");
	return attempt<ChangeOutcome>(db, async (tx, abandon) => {
		const count = await raiseCounter(tx, browserId, ...spendMark(change));
		const before = count === null ? null : await findOwned(tx, browserId, id);
		if (count === null || before === null) return abandon({ kind: "missing" });
		if (before.version !== version) return abandon({ kind: "moved" });
		if (before.stateKind === "sending") throw new Error(`Take ${id} is being sent; a change would lose the answer.`);

		const written = await writeChange(tx, id, eq(takes.version, version), change, count);
		if (written.kind === "stale") return abandon({ kind: "moved" });
		if (written.kind === "taken") throw new Error(`The task named for take ${id} belongs to take ${written.by}.`);
		const [row] = await tx
			.select({ take: takes, told: announce("take-due") })
			.from(takes)
			.where(eq(takes.id, id));
		return row ? { kind: "changed", take: readTake(row.take) } : abandon({ kind: "missing" });
	});
}
