import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { copyCluster } from "../storage/support/embedded-dir";
import { GATEWAY_NAMES } from "../support/emulators/kernel/personality";
import { type LaunchedEmulators, launchEmulators } from "../support/emulators/launch-emulators";
import { startPostgres } from "../support/postgres";
import { bundleTs } from "../support/run-ts";
import { fastestTempRoot, makeTempDir, removeDir } from "../support/temp-dir";
import { Receiver } from "./receiver";
import { ScaledClock } from "./scaled-clock";
import { findFreePort, Slot } from "./slot";
import type { WorkerConfig } from "./worker-config";

/** Where the takes are kept, and who works on them. */
export const STAGES = ["embedded", "postgres", "server"] as const;
export type Stage = (typeof STAGES)[number];

export interface World {
	readonly stage: Stage;
	readonly clock: ScaledClock;
	readonly emulators: LaunchedEmulators;
	readonly receiver: Receiver;
	/** Servers that may die at any moment. */
	readonly slots: readonly Slot[];
	/** Where people's clicks arrive. */
	readonly desks: readonly Slot[];
	/** The product's environment. */
	readonly env: Readonly<Record<string, string>>;
	/** Of the machine's time. */
	readonly leaseMs: number;
	close(): Promise<void>;
}

const LEASE_MS = 60_000;
const SERVER_LEASE_MS = 30_000;

export async function openWorld(stage: Stage, seed: number, speed: number): Promise<World> {
	const directory = makeTempDir(fastestTempRoot());
	const dataDir = join(directory, "data");
	mkdirSync(dataDir);
	if (stage === "embedded") await copyCluster(dataDir);
	const cluster = stage === "embedded" ? null : await startPostgres();
	const receiverPort = await findFreePort();
	const emulators = await launchEmulators({
		seed,
		clock: "real",
		speed,
		durations: { queuedMs: 1_000, renderingMs: 6_000 },
		// A starved machine under compressed time may come too late for any link; a look then gives another.
		links: "fresh",
		deliverCallbacksTo: `http://127.0.0.1:${receiverPort}`,
	});
	const clock = await readClock(emulators, speed);
	const receiver = new Receiver(() => clock.nowMs());
	await receiver.listen(receiverPort);
	const env = {
		...emulators.env,
		DATA_DIR: dataDir,
		SECRET_KEY: "a secret that only the chaos suite knows",
		PUBLIC_URL: "https://storyreel.example",
		DAILY_SPEND_CAP_USD: "900000",
		GLOBAL_DAILY_SPEND_CAP_USD: "900000",
		EGRESS_ALLOW: GATEWAY_NAMES.map((name) => new URL(emulators.gateways[name].address.filesBaseUrl).host).join(","),
		RATE_LIMIT_SCALE: String(Math.max(50, speed)),
		...(cluster ? { DATABASE_URL: cluster.url } : {}),
	};
	const { slots, desks, stop } = await openSlots(stage, env, clock);
	const killAll = () => {
		for (const slot of [...slots, ...desks]) slot.abandon();
	};
	process.once("exit", killAll);
	receiver.origins = slots.map(({ origin }) => origin);
	return {
		stage,
		clock,
		emulators,
		receiver,
		slots,
		desks,
		env,
		leaseMs: stage === "server" ? SERVER_LEASE_MS : LEASE_MS / speed,
		async close() {
			process.off("exit", killAll);
			await Promise.all([...slots, ...desks].map((slot) => slot.signal("SIGKILL")));
			stop();
			receiver.close();
			await emulators.close();
			await cluster?.stop();
			removeDir(directory);
		},
	};
}

/** The gateways' time is the measure; all of them were started within a moment. */
async function readClock({ gateways }: LaunchedEmulators, speed: number): Promise<ScaledClock> {
	const { nowMs: thenMs } = await gateways.kling.advance(0);
	return new ScaledClock({ realMs: Date.now(), thenMs, speed, skippedMs: 0 });
}

async function openSlots(stage: Stage, env: World["env"], clock: ScaledClock) {
	const worker = await bundleTs("tests/chaos/worker.ts", ["--liftoff-only"]);
	const launch = (name: string, port: number, works: boolean) => (crashAt: string | null) => {
		const config: WorkerConfig = { name, port, clock: clock.setting, leaseMs: LEASE_MS, works, env, crashAt };
		return untilLine(worker.run([JSON.stringify(config)]), /^ready$/m);
	};
	const open = async (name: string, works: boolean) => {
		const port = await findFreePort();
		return new Slot(port, launch(name, port, works));
	};
	if (stage === "server") {
		const port = await findFreePort();
		const slots = [new Slot(port, (crashAt) => launchServer({ ...env, PORT: String(port) }, crashAt))];
		return { slots, desks: [await open("desk", false)], stop: () => worker.remove() };
	}
	const names = stage === "embedded" ? ["alone"] : ["first", "second"];
	const slots = await Promise.all(names.map((name) => open(name, true)));
	return { slots, desks: slots, stop: () => worker.remove() };
}

/** What `npm start` runs once the build is there. */
function launchServer(env: Readonly<Record<string, string>>, crashAt: string | null): Promise<ChildProcess> {
	const { PATH = "", HOME = "" } = process.env;
	const surroundings = {
		PATH,
		HOME,
		NODE_ENV: "production" as const,
		...(crashAt ? { STORYREEL_CRASH_AT: crashAt } : {}),
	};
	const child = spawn(process.execPath, ["lib/cli/serve.mjs"], {
		env: { ...env, ...surroundings },
		stdio: ["ignore", "pipe", process.env.CHAOS_LOG ? "inherit" : "ignore"],
	});
	return untilLine(child, /^Storyreel is ready at/m);
}

async function untilLine(child: ChildProcess, line: RegExp): Promise<ChildProcess> {
	let output = "";
	return new Promise((resolve, reject) => {
		child.stdout?.setEncoding("utf8").on("data", (text: string) => {
			output += text;
			if (line.test(output)) resolve(child);
		});
		child.once("exit", (code, signal) =>
			reject(new Error(`It ended (${code ?? signal}) before it was ready: ${output}`)),
		);
	});
}

export async function skipTime({ clock, emulators, slots, desks, stage }: World, ms: number): Promise<void> {
	if (stage === "server") throw new Error("A real server's time cannot be skipped.");
	clock.skip(ms);
	await Promise.all(GATEWAY_NAMES.map((name) => emulators.gateways[name].advance(ms)));
	const up = new Set([...slots, ...desks].filter((slot) => slot.isUp));
	await Promise.all(
		[...up].map((slot) =>
			fetch(`${slot.origin}/skip`, { method: "POST", body: JSON.stringify({ ms }) }).catch(() => null),
		),
	);
}
