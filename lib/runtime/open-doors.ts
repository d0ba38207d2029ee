import "server-only";
import { egressPolicy } from "@/lib/gateways/egress/policy";
import { createHttp } from "@/lib/gateways/http";
import { createRemoteFiles } from "@/lib/gateways/http/remote-files";
import type { Timeouts } from "@/lib/gateways/http/timeouts";
import { openWayOut } from "@/lib/gateways/http/way-out";
import type { Clock } from "@/lib/ports/clock";
import type { FilmDresser } from "@/lib/ports/film-dresser";
import type { Gateway } from "@/lib/ports/gateway";
import type { Log } from "@/lib/ports/log";
import { BackgroundWork } from "@/lib/runtime/background-work";
import { childScript } from "@/lib/runtime/child-script";
import { makeCrashPoint } from "@/lib/runtime/crash-here";
import type { Env } from "@/lib/runtime/env";
import { openLimiter } from "@/lib/runtime/limits";
import { openGateways } from "@/lib/runtime/open-gateways";
import { systemRandom } from "@/lib/runtime/system-random";
import { Breakers } from "@/lib/services/breakers";
import { ChangeHub } from "@/lib/services/change-hub";
import type { Doors, Settings } from "@/lib/services/doors";
import { DressTurns } from "@/lib/services/dress-turns";
import { FailureCounts } from "@/lib/services/failure-counts";
import { HandOver } from "@/lib/services/hand-over";
import { createFilmProbe } from "@/lib/storage/films/film-probe";
import { createImageRefiner } from "@/lib/storage/images/image-refiner";
import type { Storage } from "@/lib/storage/open-storage";
import { openVault } from "@/lib/storage/seal/open-vault";

/** What is ours rather than the network's, and what tests may own. */
export interface House {
	readonly storage: Storage;
	readonly clock: Clock;
	readonly log: Log;
	/** The renderer next door. */
	readonly animatic: Gateway | null;
	readonly dresser: FilmDresser | null;
	readonly timeouts?: Timeouts;
	readonly crashAt?: string | undefined;
}

export interface OpenDoors {
	readonly doors: Doors;
	readonly background: BackgroundWork;
	close(): Promise<void>;
}

const DRESS_AT_ONCE = 2;

/** Puts an adapter behind every door. */
export function openDoors(env: Env, { storage, clock, log, animatic, dresser, timeouts, crashAt }: House): OpenDoors {
	const policy = egressPolicy(env.egressAllow);
	const way = openWayOut({ policy, nowMs: () => clock.nowMs(), ...(timeouts ? { timeouts } : {}) });
	const background = new BackgroundWork(log);
	const limiter = openLimiter({
		scale: env.rateLimitScale,
		databaseUrl: env.databaseUrl,
		onProblem: (problem) => log.error("counts-not-shared", {}, problem),
	});
	const refiner = createImageRefiner(childScript("images"));
	const gateways = [...openGateways(createHttp(way), env.gateways), ...(animatic ? [animatic] : [])];
	const doors: Doors = {
		...storage,
		refiner,
		files: createRemoteFiles(way),
		gateways: new Map(gateways.map((gateway) => [gateway.id, gateway])),
		probe: createFilmProbe(),
		dresser,
		limiter,
		vault: openVault(env),
		clock,
		random: systemRandom,
		log,
		settings: readSettings(env),
		breakers: new Breakers(clock),
		failures: new FailureCounts(),
		dressTurns: new DressTurns(DRESS_AT_ONCE),
		hub: new ChangeHub(),
		handOver: new HandOver(),
		callbacksHeard: new Map(),
		crashPoint: makeCrashPoint(crashAt),
		inBackground: (name, work) => background.run(name, work),
	};
	return {
		doors,
		background,
		async close() {
			await Promise.all([way.close(), limiter.close(), refiner.close()]);
		},
	};
}

function readSettings(env: Env): Settings {
	return {
		publicUrl: env.publicUrl,
		operator: env.gateways,
		dailyCapMicros: env.dailySpendCapMicros,
		globalDailyCapMicros: env.globalDailySpendCapMicros,
	};
}
