import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { describe, expect, it, onTestFinished } from "vitest";
import { createStores } from "@/lib/storage/open-storage";
import { DURABLE_START_PARAMS, DurableNodeFS } from "@/lib/storage/pglite/durable-fs";
import { removeDir } from "../../support/temp-dir";
import { aChange, NOW, rendering } from "../contract/builders";
import { claimOne, click, commit, record } from "../contract/steps";
import { migrationsFolder, throwProblem } from "../support/bench";
import { makeDataDir } from "../support/embedded-dir";

describe("on its way to the gateway a take", () => {
	it("waits for the disk when it is accepted, before it is sent and once it is answered, and for nothing else", async () => {
		const dataDir = await makeDataDir();
		onTestFinished(() => removeDir(dataDir));
		const fs = new DurableNodeFS(join(dataDir, "pg"));
		const pglite = await PGlite.create({ fs, startParams: [...DURABLE_START_PARAMS] });
		onTestFinished(() => pglite.close());
		const db = drizzle({ client: pglite });
		await migrate(db, { migrationsFolder });
		const stores = createStores(db, async () => {}, throwProblem);
		const waits: number[] = [];
		const counting = async <Value>(work: Promise<Value>) => {
			const before = fs.syncs;
			const value = await work;
			waits.push(fs.syncs - before);
			return value;
		};
		const { browserId } = await counting(click(stores));
		await counting(stores.browsers.watch(browserId, NOW, NOW + 1));
		const claimed = await counting(claimOne(stores));
		const { claim } = await counting(commit(stores, claimed));
		await counting(record(stores, claim, aChange(rendering())));
		const looking = await counting(claimOne(stores, NOW + 3_600_000));
		await counting(stores.queue.release(looking, NOW + 7_200_000));
		expect(waits.map((count) => count > 0)).toEqual([true, false, false, true, true, false, false]);
	});
});
