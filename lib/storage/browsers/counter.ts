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
	const [row] = await tx.update(browsers).set(raisedBy(marks)).where(eq(browsers.id, browserId)).returning(TOLD);
	return row?.counter ?? null;
}

function raisedBy(marks: readonly ChangeMark[]) {
	const counter = sql`${browsers.counter} + 1`;
	return { counter, ...Object.fromEntries(marks.map((mark) => [mark, counter])) };
}

/** `raiseCounter` as the first part of a statement that goes on with it: one way to the database less. */
export function raising(tx: Transaction, browserId: BrowserId) {
	const raised = tx.update(browsers).set(raisedBy([])).where(eq(browsers.id, browserId));
	return tx.$with("raised").as(raised.returning({ ...TOLD, watchedUntilMs: browsers.watchedUntilMs }));
}

const TOLD = { counter: browsers.counter, told: announce("browser-changed", browsers.id).as("told") };

export async function ensureBrowser(queries: Queries, browserId: BrowserId): Promise<void> {
	await queries.insert(browsers).values({ id: browserId }).onConflictDoNothing();
}

/** For changes that may be a browser's first. */
export async function raiseCounterOfAny(
	tx: Transaction,
	browserId: BrowserId,
	...marks: readonly ChangeMark[]
): Promise<number> {
	const [row] = await raiseAny(tx, browserId, marks);
	if (!row) throw new Error(`Browser ${browserId} vanished while its row was being locked.`);
	return row.counter;
}

/** `raiseCounterOfAny` as the first part of a statement that goes on with it. */
export function raisingAny(tx: Transaction, browserId: BrowserId, ...marks: readonly ChangeMark[]) {
	return tx.$with("raised").as(raiseAny(tx, browserId, marks));
}

function raiseAny(tx: Transaction, browserId: BrowserId, marks: readonly ChangeMark[]) {
	const first = { id: browserId, counter: 1, ...Object.fromEntries(marks.map((mark) => [mark, 1])) };
	return tx
		.insert(browsers)
		.values(first)
		.onConflictDoUpdate({ target: browsers.id, set: raisedBy(marks) })
		.returning(TOLD);
}
