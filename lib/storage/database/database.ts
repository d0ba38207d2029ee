import "server-only";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { Notifier } from "@/lib/ports/notifier";

/** Runs queries: the outer handle, or a transaction's own. */
export type Queries = PgDatabase<PgQueryResultHKT>;

/** The outer handle. Inside a transaction only the transaction's own handle may be used. */
export type Database = Queries;

export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

export interface OpenDatabase {
	readonly db: Database;
	readonly notifier: Notifier;
	/** No other process can be working on it: whoever holds a lease at the start is dead. */
	readonly soleOwner: boolean;
	/** Idempotent. */
	close(): Promise<void>;
}
