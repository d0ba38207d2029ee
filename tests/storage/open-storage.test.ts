import { describe, expect, it, onTestFinished } from "vitest";
import { mediaIdSchema, mintId } from "@/lib/domain/ids";
import { NoSpaceLeft } from "@/lib/ports/no-space-left";
import { openStorage, type Storage, type StorageConfig } from "@/lib/storage/open-storage";
import { hasPostgres, startPostgres } from "../support/postgres";
import { startBucketServer } from "../support/s3";
import { removeDir } from "../support/temp-dir";
import { testDir } from "../support/test-dir";
import { aClick, anImage, aTake, NOW, newBrowserId } from "./contract/builders";
import { collect, inChunks, makeBytes, measure } from "./contract/bytes";
import { claimOne, click, commit } from "./contract/steps";
import { throwProblem } from "./support/bench";
import { makeDataDir } from "./support/embedded-dir";

const film = `film/${mintId(mediaIdSchema, "md", new Uint8Array(16))}` as const;
const limits = { maxBytes: 1_000_000, signal: new AbortController().signal };

async function readyDataDir(): Promise<string> {
	const dataDir = await makeDataDir();
	onTestFinished(() => removeDir(dataDir));
	return dataDir;
}

async function open(dataDir: string, changes: Partial<StorageConfig> = {}): Promise<Storage> {
	const config = { dataDir, databaseUrl: null, bucket: null, onProblem: throwProblem, minFreeBytes: 1, ...changes };
	const storage = await openStorage(config);
	onTestFinished(() => storage.close());
	return storage;
}

async function useEverything(storage: Storage): Promise<void> {
	await storage.check();
	const take = await click(storage);
	expect(await storage.takes.list(take.browserId)).toEqual([take]);
	const bytes = makeBytes(200_000);
	await storage.media.put(film, inChunks(bytes), limits);
	expect(await collect(await storage.media.read(film, null))).toEqual(measure(bytes));
}

describe("storage", () => {
	it("without settings is one directory", async () => {
		const dataDir = await readyDataDir();
		const storage = await open(dataDir);
		await useEverything(storage);
		await storage.close();
		const again = await open(dataDir);
		expect((await again.media.head(film))?.bytes).toBe(200_000);
	});

	it.skipIf(!hasPostgres())(
		"with a server and a bucket keeps nothing in the directory",
		async () => {
			const cluster = await startPostgres();
			onTestFinished(() => cluster.stop());
			const bucket = await startBucketServer();
			onTestFinished(() => bucket.close());
			await useEverything(await open(testDir(), { databaseUrl: cluster.url, bucket: bucket.config }));
		},
		60_000,
	);

	it("gives a dead process's takes to the next one at once, and marks what it had sent", async () => {
		const dataDir = await readyDataDir();
		const first = await open(dataDir);
		const take = await click(first);
		await commit(first, await claimOne(first, NOW, NOW + 3_600_000));
		await first.close();
		const second = await open(dataDir);
		const claim = await claimOne(second, NOW);
		expect(claim.take).toMatchObject({ id: take.id, state: { kind: "sending" } });
	});

	it("on a nearly full disk accepts no click and no image, and answers an old click as before", async () => {
		const dataDir = await readyDataDir();
		const roomy = await open(dataDir);
		const take = await click(roomy);
		await roomy.close();
		const full = await open(dataDir, { minFreeBytes: Number.MAX_SAFE_INTEGER });
		await expect(full.takes.create(aClick(aTake()))).rejects.toThrow(NoSpaceLeft);
		await expect(full.images.remember(newBrowserId(), anImage(), NOW)).rejects.toThrow(NoSpaceLeft);
		expect(await full.takes.create(aClick(take))).toEqual({ kind: "same", take });
		await claimOne(full);
	});
});
