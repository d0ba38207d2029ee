import "server-only";
import { and, eq, type SQL } from "drizzle-orm";
import type { TakeId } from "@/lib/domain/ids";
import type { StateChange } from "@/lib/ports/take-queue";
import type { Transaction } from "../database/database";
import { takes } from "../schema/takes";
import { recount } from "../spend/reserve";
import { writeAnswer } from "./answer";
import { assertWoken } from "./assert-woken";
import { moment, NO_LEASE, RAISED_VERSION, wakeAfterLease } from "./conditions";
import { receiptWrite } from "./receipt-store";

type Written =
	| { readonly kind: "written" }
	| { readonly kind: "stale" }
	| { readonly kind: "taken"; readonly by: TakeId };

/** Everything a change says, into the take that meets `condition`, under the browser's `count`. */
export async function writeChange(
	tx: Transaction,
	id: TakeId,
	condition: SQL | undefined,
	change: StateChange,
	count: number,
): Promise<Written> {
	assertWoken(change.state, change.nextWakeAtMs);
	const rows = await tx
		.update(takes)
		.set({ state: change.state, version: RAISED_VERSION, changed: count, ...wakeAndLease(change) })
		.where(and(eq(takes.id, id), condition))
		.returning({ id: takes.id });
	if (rows.length === 0) return { kind: "stale" };

	const owner = change.answer && (await writeAnswer(tx, id, change.answer));
	if (owner) return { kind: "taken", by: owner };
	if (change.countedMicros !== null) await recount(tx, id, change.countedMicros);
	if (change.receipt) await receiptWrite(tx, change.receipt);
	return { kind: "written" };
}

function wakeAndLease({ lease, nextWakeAtMs }: StateChange) {
	if (lease === "release") return { nextWakeAtMs: wakeAfterLease(nextWakeAtMs), ...NO_LEASE };
	return { nextWakeAtMs: moment(nextWakeAtMs) };
}
