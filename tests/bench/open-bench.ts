import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Log } from "@/lib/ports/log";
import { systemClock } from "@/lib/runtime/system-clock";
import { Worker } from "@/lib/runtime/worker";
import { type OpenHouse, openHouse } from "../chaos/open-house";
import { copyCluster } from "../storage/support/embedded-dir";
import { startPostgres } from "../support/postgres";
import { makeTempDir, removeDir } from "../support/temp-dir";

export interface OpenedBench extends Pick<OpenHouse, "doors"> {
	/** `keep` may take what is in the data directory before it goes. */
	close(keep?: (dataDir: string) => void): Promise<void>;
}

const log: Log = {
	info() {},
	warn() {},
	error: (event, _facts, problem) => console.error(event, problem),
};

/** The whole engine in this process, by the machine's own time. */
export async function openBench(
	storage: "embedded" | "postgres",
	env: Readonly<Record<string, string>>,
): Promise<OpenedBench> {
	const directory = makeTempDir();
	const dataDir = join(directory, "data");
	mkdirSync(dataDir);
	if (storage === "embedded") await copyCluster(dataDir);
	const cluster = storage === "postgres" ? await startPostgres() : null;
	const house = await openHouse(
		{
			...env,
			DATA_DIR: dataDir,
			SECRET_KEY: "a secret that only the bench knows, no other",
			DAILY_SPEND_CAP_USD: "900000",
			GLOBAL_DAILY_SPEND_CAP_USD: "900000",
			RATE_LIMIT_SCALE: "1000",
			...(cluster ? { DATABASE_URL: cluster.url } : {}),
		},
		systemClock,
		log,
	);
	const { doors, storage: opened } = house;
	const stopHearing = await doors.hub.listen(opened.notifier);
	const worker = new Worker(doors, { name: "bench" });
	await worker.start(opened.notifier);
	return {
		doors,
		async close(keep) {
			doors.hub.close();
			await Promise.all([stopHearing(), worker.drain()]);
			await house.close();
			await cluster?.stop();
			keep?.(dataDir);
			removeDir(directory);
		},
	};
}
