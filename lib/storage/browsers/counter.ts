import "server-only";
import { eq, sql } from "drizzle-orm";
import type { BrowserId } from "@/lib/domain/ids";
import { announce } from "../database/announce";
import type { Queries, Transaction } from "../database/database";
import { browsers } from "../schema/browsers";

export type ChangeMark = "keysChanged" | "sharesChanged" | "spendChanged" | "takesPurged";

/**
 * The count of a change. It locks the browser's row, and every transaction does this first: changes become visible in
 * the order of their counts, and no two transactions wait for each other in a circle. `null` where there is no row.
 */
export async function raiseCounter(
	tx: Transaction,
	browserId: BrowserId,
	...marks: readonly ChangeMark[]
): Promise<number | null> {
	const [row] = await tx.update(browsers).set(raised(marks)).where(eq(browsers.id, browserId)).returning(TOLD);
	return row?.counter ?? null;
}

function raised(marks: readonly ChangeMark[]) {
	const counter = sql`${browsers.counter} + 1`;
	return { counter, ...Object.fromEntries(marks.map((mark) => [mark, counter])) };
}

const TOLD = { counter: browsers.counter, told: announce("browser-changed", browsers.id) };

export async function ensureBrowser(queries: Queries, browserId: BrowserId): Promise<void> {
	await queries.insert(browsers).values({ id: browserId }).onConflictDoNothing();
}

/** For changes that may be a browser's first. */
export async function raiseCounterOfAny(
	tx: Transaction,
	browserId: BrowserId,
	...marks: readonly ChangeMark[]
): Promise<number> {
	const first = { id: browserId, counter: 1, ...Object.fromEntries(marks.map((mark) => [mark, 1])) };
	const [row] = await tx
		.insert(browsers)
		.values(first)
		.onConflictDoUpdate({ target: browsers.id, set: raised(marks) })
		.returning(TOLD);
	if (!row) throw new Error(`Browser ${browserId} vanished while its row was being locked.`);
	return row.counter;
}
