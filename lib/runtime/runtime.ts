import "server-only";
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { createAnimatic } from "@/lib/gateways/animatic";
import { RenderWorker } from "@/lib/gateways/animatic/render-worker";
import { childScript } from "@/lib/runtime/child-script";
import type { Env } from "@/lib/runtime/env";
import { onDrain, onEnd } from "@/lib/runtime/lifecycle";
import { systemLog } from "@/lib/runtime/log";
import { openDoors } from "@/lib/runtime/open-doors";
import { startSweeps } from "@/lib/runtime/sweeps";
import { systemClock } from "@/lib/runtime/system-clock";
import { systemRandom } from "@/lib/runtime/system-random";
import { Worker } from "@/lib/runtime/worker";
import type { Doors } from "@/lib/services/doors";
import { OpenWatches } from "@/lib/services/open-watches";
import type { BucketConfig } from "@/lib/storage/media/media-s3";
import { openStorage, type Storage } from "@/lib/storage/open-storage";

/** What handlers and actions work with. */
export interface Runtime {
	readonly doors: Doors;
	readonly watches: OpenWatches;
}

declare global {
	/** Next has several copies of each module in one process; the database may be opened only once. */
	var storyreelRuntime: Runtime | undefined;
}

export function runtime(): Runtime {
	const opened = globalThis.storyreelRuntime;
	if (!opened) throw new Error("The runtime is asked for before it was opened.");
	return opened;
}

/** Opens everything and starts working; `onDrain` and `onEnd` close it. */
export async function openRuntime(env: Env): Promise<void> {
	const storage = await openStorage({
		dataDir: env.dataDir,
		databaseUrl: env.databaseUrl,
		bucket: env.s3 && bucketOf(env.s3),
		onProblem: (problem) => systemLog.error("storage-problem", {}, problem),
	});
	onEnd(() => storage.close());
	await startWork(env, storage);
}

async function startWork(env: Env, storage: Storage): Promise<void> {
	const crashAt = process.env.STORYREEL_CRASH_AT;
	const parts = { ...storage, clock: systemClock, log: systemLog, random: systemRandom };
	const animatic = createAnimatic(parts);
	const house = { storage, clock: systemClock, log: systemLog, animatic, dresser: null, crashAt };
	const { doors, background, close } = openDoors(env, house);
	onEnd(close);
	globalThis.storyreelRuntime = { doors, watches: new OpenWatches() };

	const stopHearing = await doors.hub.listen(storage.notifier);
	const name = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
	const worker = new Worker(doors, { name });
	await worker.start(storage.notifier);
	const renderer = new RenderWorker({ ...parts, name, script: childScript("animatic") });
	await renderer.start(storage.notifier);
	const stopSweeps = startSweeps(doors);
	onDrain(async () => {
		doors.hub.close();
		await Promise.all([stopHearing(), stopSweeps(), worker.drain(), renderer.drain(), background.whenIdle()]);
	});
}

function bucketOf({ bucket, region, endpoint, credentials }: NonNullable<Env["s3"]>): BucketConfig {
	if (!credentials) throw new Error("S3_BUCKET needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY too.");
	return { bucket, region, endpoint, ...credentials };
}
