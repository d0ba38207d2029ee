import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import type { Notice } from "@/lib/ports/notifier";
import { openPostgres } from "@/lib/storage/postgres/open-postgres";
import { browsers } from "@/lib/storage/schema/browsers";
import { hasPostgres, type PostgresCluster, runQuery, startPostgres } from "../../support/postgres";
import { newBrowserId } from "../contract/builders";
import { migrationsFolder } from "../support/bench";

describe.skipIf(!hasPostgres())("a PostgreSQL server", () => {
	let cluster: PostgresCluster;
	let databases = 0;
	beforeAll(async () => {
		cluster = await startPostgres();
	}, 60_000);
	afterAll(() => cluster?.stop());

	function emptyDatabase(): Promise<string> {
		databases += 1;
		return cluster.createDatabase(`test_${databases}`);
	}

	async function open(url: string, onProblem: (problem: unknown) => void = () => {}) {
		const database = await openPostgres({ url, migrationsFolder, onProblem });
		onTestFinished(() => database.close());
		return database;
	}

	async function dropConnections(url: string, application: string): Promise<void> {
		const others = "select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1";
		const dropped = await runQuery(url, others, [application]);
		expect(dropped.length).toBeGreaterThan(0);
	}

	it("is migrated once by five instances that start at once", async () => {
		const url = await emptyDatabase();
		const instances = await Promise.all(Array.from({ length: 5 }, () => open(url)));
		const journal = await runQuery(url, "select hash from drizzle.__drizzle_migrations");
		expect(journal).toHaveLength(readdirSync(migrationsFolder).filter((name) => name.endsWith(".sql")).length);
		for (const { db } of instances) await db.insert(browsers).values({ id: newBrowserId() });
	});

	it("may drop idle connections: the next query gets a fresh one", async () => {
		const url = await emptyDatabase();
		const onProblem = vi.fn();
		const { db } = await open(url, onProblem);
		await db.select().from(browsers);
		await dropConnections(url, "storyreel");
		await vi.waitFor(() => expect(onProblem).toHaveBeenCalled(), 10_000);
		expect(await db.select().from(browsers)).toEqual([]);
	});

	it("may drop the listening connection: everybody is told that something may have been missed, and hears again", async () => {
		const url = await emptyDatabase();
		const { notifier } = await open(url);
		const heard = vi.fn<(notice: Notice) => void>();
		const stop = await notifier.listen("take-due", heard);
		await dropConnections(url, "storyreel listener");
		await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ kind: "missed" }), 5_000);
		await runQuery(url, "select pg_notify('take-due', 'now')");
		await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith({ kind: "told", text: "now" }), 10_000);
		await stop();
	});

	it("is heard across instances", async () => {
		const url = await emptyDatabase();
		const [one, other] = [await open(url), await open(url)];
		const heard = vi.fn();
		await one.notifier.listen("render-due", heard);
		await other.db.execute("select pg_notify('render-due', '')");
		await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1), 10_000);
	});

	it("that is not there is reported when it is opened", async () => {
		const nowhere = cluster.url.replace(/:\d+\//, ":1/");
		await expect(openPostgres({ url: nowhere, migrationsFolder, onProblem: () => {} })).rejects.toThrow();
	});

	it("lets go of everything when it is closed", async () => {
		const url = await emptyDatabase();
		const database = await open(url);
		await database.notifier.listen("take-due", () => {});
		await database.close();
		await database.close();
		const mine =
			"select 1 from pg_stat_activity where application_name like 'storyreel%' and datname = current_database()";
		await vi.waitFor(async () => expect(await runQuery(url, mine)).toEqual([]), 5_000);
	});
});
