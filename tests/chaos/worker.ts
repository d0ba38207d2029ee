import { mkdirSync } from "node:fs";
import type { Log } from "@/lib/ports/log";
import { startSweeps } from "@/lib/runtime/sweeps";
import { Worker } from "@/lib/runtime/worker";
import { openDesk } from "./desk";
import { onOurClock } from "./media-on-our-clock";
import { openHouse } from "./open-house";
import { ScaledClock } from "./scaled-clock";
import type { WorkerConfig } from "./worker-config";

/** One server without its pages: the product's storage, engine and sweeps, and a door for what people and gateways do. */
const config: WorkerConfig = JSON.parse(process.argv[2] ?? "{}");

const log: Log = {
	info: () => {},
	warn: (event, facts) => note("warn", event, facts, null),
	error: (event, facts, problem) => note("error", event, facts, problem),
};

function note(level: string, event: string, facts: object, problem: unknown): void {
	if (process.env.CHAOS_LOG) console.error(level, config.name, event, JSON.stringify(facts), problem ?? "");
}

const clock = new ScaledClock(config.clock);
mkdirSync(config.env.DATA_DIR ?? "", { recursive: true });
const { background, storage, close, ...house } = await openHouse(config.env, clock, log, config.crashAt);
const doors = { ...house.doors, media: onOurClock(house.doors.media, clock) };
const stopHearing = await doors.hub.listen(storage.notifier);
const worker = new Worker(doors, { name: config.name, leaseMs: config.leaseMs });
if (config.works) await worker.start(storage.notifier);
const stopSweeps = config.works ? startSweeps(doors) : async () => {};
const desk = await openDesk(doors, clock, config.port);
process.stdout.write("ready\n");

process.once("SIGTERM", async () => {
	doors.hub.close();
	await Promise.all([stopHearing(), stopSweeps(), config.works ? worker.drain() : null, background.whenIdle()]);
	desk.closeAllConnections();
	desk.close();
	await close();
	process.exit(0);
});
