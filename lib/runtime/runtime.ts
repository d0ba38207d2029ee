import "server-only";
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { createAnimatic } from "@/lib/gateways/animatic";
import { RenderWorker } from "@/lib/gateways/animatic/render-worker";
import { createFilmDresser } from "@/lib/gateways/films/film-dresser";
import { answerAtTheDoor } from "@/lib/runtime/at-the-door";
import { childScript } from "@/lib/runtime/child-script";
import type { Env } from "@/lib/runtime/env";
import { onDrain, onEnd } from "@/lib/runtime/lifecycle";
import { systemLog } from "@/lib/runtime/log";
import { mediaAtTheDoor } from "@/lib/runtime/media/answer-media";
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

const LAST_MOMENT_MS = 1_000;

/** Opens everything and starts working; `onDrain` and `onEnd` close it. */
export async function openRuntime(env: Env): Promise<void> {
	const storage = await openStorage({
		dataDir: env.dataDir,
		databaseUrl: env.databaseUrl,
		bucket: env.s3 && bucketOf(env.s3),
		onProblem: (problem) => systemLog.error("storage-problem", {}, problem),
	});
	const work = await startWork(env, storage).catch(async (problem: unknown) => {
		await storage.close();
		throw problem;
	});
	let stopped: Promise<unknown> = Promise.resolve();
	onDrain(() => {
		stopped = work.stop();
		return stopped.then(() => {});
	});
	onEnd(async () => {
		// A paid request still on its way gets a last moment: its answer can only be written down while the database is open.
		await Promise.race([stopped, systemClock.wait(LAST_MOMENT_MS, new AbortController().signal)]);
		await work.close();
		await storage.close();
	});
}

interface Work {
	stop(): Promise<unknown>;
	close(): Promise<void>;
}

async function startWork(env: Env, storage: Storage): Promise<Work> {
	const crashAt = process.env.STORYREEL_CRASH_AT;
	const parts = { ...storage, clock: systemClock, log: systemLog, random: systemRandom };
	const animatic = createAnimatic(parts);
	const dresser = createFilmDresser({ media: storage.media, script: childScript("dress-film") });
	const house = { storage, clock: systemClock, log: systemLog, animatic, dresser, crashAt };
	const { doors, background, close } = openDoors(env, house);
	globalThis.storyreelRuntime = { doors, watches: new OpenWatches() };

	const stopHearing = await doors.hub.listen(storage.notifier);
	answerAtTheDoor(mediaAtTheDoor(doors));
	const name = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
	const worker = new Worker(doors, { name });
	await worker.start(storage.notifier);
	const renderer = new RenderWorker({ ...parts, name, script: childScript("animatic") });
	await renderer.start(storage.notifier);
	const stopSweeps = startSweeps(doors);
	const stop = () => {
		doors.hub.close();
		return Promise.all([stopHearing(), stopSweeps(), worker.drain(), renderer.drain(), background.whenIdle()]);
	};
	return { stop, close };
}

function bucketOf({ bucket, region, endpoint, credentials }: NonNullable<Env["s3"]>): BucketConfig {
	if (!credentials) throw new Error("S3_BUCKET needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY too.");
	return { bucket, region, endpoint, ...credentials };
}
