import "server-only";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { Pool } from "pg";
import type { OpenDatabase } from "../database/database";
import { guardClient, markTransactions } from "../database/transaction-guard";
import { PostgresListener } from "./listener";
import { nameStatements } from "./name-statements";

/** Any number; only that every instance takes the same one. */
const MIGRATION_LOCK = 7_305_115_801;

export interface PostgresConfig {
	readonly url: string;
	readonly migrationsFolder: string;
	readonly onProblem: (problem: unknown) => void;
}

export async function openPostgres(config: PostgresConfig): Promise<OpenDatabase> {
	const pool = new Pool({
		connectionString: config.url,
		max: 10,
		application_name: "storyreel",
		connectionTimeoutMillis: 10_000,
		// What a connection has prepared goes with it; left to itself it would be closed after ten quiet seconds.
		idleTimeoutMillis: 300_000,
		idle_in_transaction_session_timeout: 60_000,
		keepAlive: true,
	});
	// Without these handlers a dropped connection would take the process down.
	pool.on("error", config.onProblem);
	pool.on("connect", (client) => {
		client.on("error", config.onProblem);
		nameStatements(client);
	});
	try {
		await migrateOnce(pool, config.migrationsFolder);
	} catch (error) {
		await pool.end();
		throw error;
	}
	const db = markTransactions(drizzle({ client: guardClient(pool, ["query", "connect"]) }));
	const listener = new PostgresListener(config.url, config.onProblem);
	let closing: Promise<unknown> | undefined;
	return {
		db,
		notifier: listener,
		soleOwner: false,
		async close() {
			closing ??= Promise.all([listener.close(), pool.end()]);
			await closing;
		},
	};
}

/** Several instances may start at once. */
async function migrateOnce(pool: Pool, migrationsFolder: string): Promise<void> {
	const client = await pool.connect();
	try {
		await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
		await migrate(drizzle({ client }), { migrationsFolder });
		await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]);
		client.release();
	} catch (error) {
		// Closing the connection gives the lock back, whatever state it is in.
		client.release(true);
		throw error;
	}
}
