import "server-only";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import type { OpenDatabase } from "../database/database";
import { guardClient, markTransactions } from "../database/transaction-guard";
import { type LockPatience, lockDirectory } from "./directory-lock";
import { DURABLE_START_PARAMS, DurableNodeFS } from "./durable-fs";
import { createEmbeddedNotifier } from "./embedded-notifier";
import { ensureCluster } from "./first-boot";
import { prepareQueries } from "./prepared-queries";
import { startVacuum } from "./vacuum";

export interface EmbeddedConfig {
	readonly dataDir: string;
	readonly migrationsFolder: string;
	readonly vacuumEveryMs: number;
	readonly onProblem: (problem: unknown) => void;
	readonly patience?: LockPatience;
}

export class DataDirLost extends Error {
	constructor(directory: string) {
		super(`Another process took over ${directory} while this one was suspended. Restart this one.`);
		this.name = "DataDirLost";
	}
}

export async function openEmbedded(config: EmbeddedConfig): Promise<OpenDatabase> {
	const lock = await lockDirectory(config.dataDir, config.patience);
	try {
		const pglite = await openCluster(join(config.dataDir, "pg"));
		const client = guardClient(pglite, ["query", "exec", "transaction", "listen", "unlisten"], () => {
			if (!lock.isHeld()) throw new DataDirLost(config.dataDir);
		});
		const db = markTransactions(drizzle({ client }));
		await migrate(db, { migrationsFolder: config.migrationsFolder });
		const stopVacuum = startVacuum(client, config.vacuumEveryMs, config.onProblem);
		const close = async () => {
			stopVacuum();
			// Closing writes a checkpoint, which would spoil the other process's database.
			if (lock.isHeld()) await pglite.close();
			lock.release();
		};
		let closing: Promise<void> | undefined;
		return {
			db,
			notifier: createEmbeddedNotifier(client),
			soleOwner: true,
			close() {
				closing ??= close();
				return closing;
			},
		};
	} catch (error) {
		lock.release();
		throw error;
	}
}

async function openCluster(cluster: string): Promise<PGlite> {
	await ensureCluster(cluster);
	const fs = new DurableNodeFS(cluster);
	const pglite = await PGlite.create({ fs, startParams: [...DURABLE_START_PARAMS] });
	try {
		await probeFsync(pglite, () => fs.syncs);
		prepareQueries(pglite);
		return pglite;
	} catch (error) {
		await pglite.close();
		throw error;
	}
}

/** A commit must reach fsync. Opening calls it too, so only the difference counts; reading a transaction id would write no WAL. */
export async function probeFsync(pglite: Pick<PGlite, "query">, countSyncs: () => number): Promise<void> {
	const before = countSyncs();
	await pglite.query("select pg_logical_emit_message(true, 'probe', 'x')");
	if (countSyncs() === before) {
		throw new Error("The embedded database does not write its commits through to the disk, so it is not used.");
	}
}
