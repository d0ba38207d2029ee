import { join } from "node:path";
import type { Notifier } from "@/lib/ports/notifier";
import type { Database, OpenDatabase } from "@/lib/storage/database/database";
import { createStores, type Stores } from "@/lib/storage/open-storage";
import { openEmbedded } from "@/lib/storage/pglite/open-embedded";
import { openPostgres } from "@/lib/storage/postgres/open-postgres";
import { browsers } from "@/lib/storage/schema/browsers";
import { learnedTimes } from "@/lib/storage/schema/learned-times";
import { spendCounters, spendEntries } from "@/lib/storage/schema/spend";
import { startPostgres } from "../../support/postgres";
import { removeDir } from "../../support/temp-dir";
import { makeDataDir } from "./embedded-dir";

export const migrationsFolder = join(process.cwd(), "lib", "storage", "migrations");

/** What a contract runs against: the real stores over a real database. */
export interface Bench {
	readonly stores: Stores;
	readonly notifier: Notifier;
	readonly db: Database;
	/** What the queue reported as unreadable. */
	readonly unreadable: unknown[];
	empty(): Promise<void>;
	close(): Promise<void>;
}

export function throwProblem(problem: unknown): void {
	throw problem;
}

export async function openEmbeddedBench(): Promise<Bench> {
	const dataDir = await makeDataDir();
	const database = await openEmbedded({ dataDir, migrationsFolder, vacuumEveryMs: 3_600_000, onProblem: throwProblem });
	return benchOf(database, async () => removeDir(dataDir));
}

export async function openPostgresBench(): Promise<Bench> {
	const cluster = await startPostgres();
	const database = await openPostgres({ url: cluster.url, migrationsFolder, onProblem: throwProblem });
	return benchOf(database, () => cluster.stop());
}

function benchOf(database: OpenDatabase, stop: () => Promise<void>): Bench {
	const { db, notifier } = database;
	const unreadable: unknown[] = [];
	return {
		db,
		notifier,
		stores: createStores(
			db,
			async () => {},
			(problem) => unreadable.push(problem),
		),
		unreadable,
		async empty() {
			// Deleting: truncating makes the embedded database write some fifty new files.
			await db.transaction(async (tx) => {
				for (const table of [browsers, spendEntries, spendCounters, learnedTimes]) await tx.delete(table);
			});
		},
		async close() {
			await database.close();
			await stop();
		},
	};
}
