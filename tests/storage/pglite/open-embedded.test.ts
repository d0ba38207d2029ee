import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { OpenDatabase } from "@/lib/storage/database/database";
import { DataDirBusy } from "@/lib/storage/pglite/directory-lock";
import { DURABLE_START_PARAMS, DurableNodeFS } from "@/lib/storage/pglite/durable-fs";
import { CLUSTER_MAJOR, ClusterVersionMismatch, ensureCluster } from "@/lib/storage/pglite/first-boot";
import { lockPath, newestLock, tryCreateLock } from "@/lib/storage/pglite/lock-file";
import { describeSelf } from "@/lib/storage/pglite/lock-owner";
import { DataDirLost, type EmbeddedConfig, openEmbedded, probeFsync } from "@/lib/storage/pglite/open-embedded";
import { browsers } from "@/lib/storage/schema/browsers";
import { removeDir } from "../../support/temp-dir";
import { testDir } from "../../support/test-dir";
import { newBrowserId } from "../contract/builders";
import { migrationsFolder, throwProblem } from "../support/bench";
import { makeDataDir } from "../support/embedded-dir";

async function readyDataDir(): Promise<string> {
	const dataDir = await makeDataDir();
	onTestFinished(() => removeDir(dataDir));
	return dataDir;
}

async function open(dataDir: string, changes: Partial<EmbeddedConfig> = {}): Promise<OpenDatabase> {
	const config = { dataDir, migrationsFolder, vacuumEveryMs: 3_600_000, onProblem: throwProblem, ...changes };
	const database = await openEmbedded(config);
	onTestFinished(() => database.close());
	return database;
}

describe("the embedded database", () => {
	it("keeps what was written when it is opened again, its schema migrated once", async () => {
		const dataDir = await readyDataDir();
		const id = newBrowserId();
		const first = await open(dataDir);
		await first.db.insert(browsers).values({ id });
		await first.close();
		await first.close();
		const second = await open(dataDir);
		expect(await second.db.select({ id: browsers.id }).from(browsers)).toEqual([{ id }]);
	});

	it("is opened by one process at a time, and by the next once it is closed", async () => {
		const dataDir = await readyDataDir();
		const first = await open(dataDir);
		await expect(open(dataDir)).rejects.toThrow(DataDirBusy);
		await first.close();
		await open(dataDir);
	});

	it("gives the directory back when it cannot be opened", async () => {
		const dataDir = await readyDataDir();
		await expect(open(dataDir, { migrationsFolder: join(dataDir, "nowhere") })).rejects.toThrow();
		await open(dataDir);
	});

	it("answers nothing more once another process took the directory over", async () => {
		const dataDir = await readyDataDir();
		const database = await open(dataDir, { patience: { silenceMs: 0, agedMs: 0 } });
		tryCreateLock(dataDir, newestLock(dataDir) + 1, describeSelf());
		const query = database.db.select().from(browsers);
		await expect(query).rejects.toHaveProperty("cause.name", DataDirLost.name);
		await expect(database.db.transaction(async () => {})).rejects.toThrow(DataDirLost);
		await database.close();
	});

	it("vacuums now and then, since nothing else does", async () => {
		const database = await open(await readyDataDir(), { vacuumEveryMs: 20 });
		const vacuumed = sql`select 1 from pg_stat_user_tables where relname = 'takes' and vacuum_count > 0 and analyze_count > 0`;
		await vi.waitFor(async () => expect(await database.db.execute(vacuumed)).toMatchObject({ rows: [{}] }), 10_000);
	});

	it("writes little ahead, so that little is needed on the disk", async () => {
		const { db } = await open(await readyDataDir());
		const settings = await db.execute(
			sql`select name, current_setting(name) as setting from pg_settings
				where name in ('fsync', 'wal_sync_method', 'max_wal_size', 'min_wal_size', 'shared_buffers') order by name`,
		);
		expect(settings).toMatchObject({
			rows: [
				{ name: "fsync", setting: "on" },
				{ name: "max_wal_size", setting: "64MB" },
				{ name: "min_wal_size", setting: "32MB" },
				{ name: "shared_buffers", setting: "32MB" },
				{ name: "wal_sync_method", setting: "fsync" },
			],
		});
	});
});

describe("a commit", () => {
	async function openRaw(startParams: readonly string[]) {
		const fs = new DurableNodeFS(join(await readyDataDir(), "pg"));
		const pglite = await PGlite.create({ fs, startParams: [...startParams] });
		onTestFinished(() => pglite.close());
		return { pglite, countSyncs: () => fs.syncs };
	}

	it("reaches the disk before it is acknowledged", async () => {
		const { pglite, countSyncs } = await openRaw(DURABLE_START_PARAMS);
		await pglite.exec("create table notes (words text)");
		for (const words of ["one", "two", "three"]) {
			const before = countSyncs();
			await pglite.query("insert into notes values ($1)", [words]);
			expect(countSyncs()).toBeGreaterThan(before);
		}
	});

	it.each([
		["fsync is switched off, as it comes", [...PGlite.defaultStartParams]],
		["the sync method is the default one", PGlite.defaultStartParams.filter((param) => param !== "-F")],
	])("that does not is found out at the start, when %s", async (_, startParams) => {
		const { pglite, countSyncs } = await openRaw(startParams);
		await expect(probeFsync(pglite, countSyncs)).rejects.toThrow("does not write its commits through");
	});
});

describe("the first boot", () => {
	it("leaves a whole cluster or none, and clears away a half one", async () => {
		const cluster = join(testDir(), "pg");
		mkdirSync(`${cluster}.new`);
		writeFileSync(join(`${cluster}.new`, "PG_VERSION"), "half a cluster");
		await ensureCluster(cluster);
		expect(existsSync(`${cluster}.new`)).toBe(false);
		expect(readFileSync(join(cluster, "PG_VERSION"), "utf8").trim()).toBe(CLUSTER_MAJOR);
	}, 60_000);

	it.each([
		["an older version's", "17\n", "was written by PostgreSQL 17"],
		["a nameless", null, "of an unknown version"],
	])("is not attempted over %s cluster", async (_, version, words) => {
		const cluster = join(testDir(), "pg");
		mkdirSync(cluster);
		if (version) writeFileSync(join(cluster, "PG_VERSION"), version);
		await expect(ensureCluster(cluster)).rejects.toThrow(ClusterVersionMismatch);
		await expect(ensureCluster(cluster)).rejects.toThrow(words);
	});

	it("waits for its turn: the lock stands before the cluster does", async () => {
		const dataDir = testDir();
		tryCreateLock(dataDir, 1, describeSelf());
		await expect(open(dataDir)).rejects.toThrow(DataDirBusy);
		expect(existsSync(join(dataDir, "pg"))).toBe(false);
		expect(existsSync(lockPath(dataDir, 1))).toBe(true);
	});
});
