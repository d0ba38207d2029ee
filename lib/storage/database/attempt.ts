import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { hasCode } from "../error-code";
import type { Database, Transaction } from "./database";

class Abandoned extends Error {}

/** Serialization failure, deadlock, and a row that another transaction was faster to insert: now it can be seen. */
const REPEATABLE = ["40001", "40P01", "23505"];
const MAX_TRIES = 4;

/**
 * One transaction with an expected outcome. `abandon` rolls everything back and answers its outcome. `work` may run
 * again, after another transaction got in its way, so it touches nothing but the database.
 */
export async function attempt<Outcome>(
	db: Database,
	work: (tx: Transaction, abandon: (outcome: Outcome) => never) => Promise<Outcome>,
): Promise<Outcome> {
	for (let tries = 1; ; tries += 1) {
		try {
			return await runOnce(db, work);
		} catch (error) {
			if (tries === MAX_TRIES || !REPEATABLE.some((code) => hasCode(error, code))) throw error;
			await wait(tries * 10 * Math.random());
		}
	}
}

async function runOnce<Outcome>(
	db: Database,
	work: (tx: Transaction, abandon: (outcome: Outcome) => never) => Promise<Outcome>,
): Promise<Outcome> {
	let abandoned: { readonly outcome: Outcome } | undefined;
	try {
		return await db.transaction((tx) =>
			work(tx, (outcome) => {
				abandoned = { outcome };
				throw new Abandoned();
			}),
		);
	} catch (error) {
		if (error instanceof Abandoned && abandoned) return abandoned.outcome;
		throw error;
	}
}
