import type { Clock } from "@/lib/ports/clock";
import type { FilmDresser } from "@/lib/ports/film-dresser";
import type { Log } from "@/lib/ports/log";
import { readEnv } from "@/lib/runtime/env";
import { type OpenDoors, openDoors } from "@/lib/runtime/open-doors";
import { openStorage, type Storage } from "@/lib/storage/open-storage";
import { TIMEOUTS } from "./worker-config";

export interface OpenHouse extends OpenDoors {
	readonly storage: Storage;
}

/** Makes nothing; it is there so that the borders around it are crossed. */
const NO_DRESS: FilmDresser = {
	dress: async () => ({ hasPoster: false, hasPeaks: false, hasLastFrame: false, flashScore: 0 }),
};

/** The product's own doors over its own storage; only the clock is ours. */
export async function openHouse(
	source: Readonly<Record<string, string>>,
	clock: Clock,
	log: Log,
	crashAt: string | null = null,
): Promise<OpenHouse> {
	const env = readEnv(source);
	const storage = await openStorage({
		dataDir: env.dataDir,
		databaseUrl: env.databaseUrl,
		bucket: null,
		onProblem: (problem) => log.error("storage-problem", {}, problem),
	});
	const house = { storage, clock, log, animatic: null, dresser: NO_DRESS, timeouts: TIMEOUTS };
	const opened = openDoors(env, { ...house, crashAt: crashAt ?? undefined });
	return {
		...opened,
		storage,
		async close() {
			await opened.close();
			await storage.close();
		},
	};
}
