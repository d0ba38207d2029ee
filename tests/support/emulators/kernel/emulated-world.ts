import { FileStore } from "../files/file-store";
import { FilmLibrary } from "../films/film-library";
import { DEFAULT_DURATIONS, type EmulatorOptions } from "../options";
import { Callbacks } from "./callbacks";
import { Clock } from "./clock";
import { FaultBook } from "./fault-book";
import { Ledger } from "./ledger";
import type { EmulatorUrls, GatewayPlan, Personality } from "./personality";
import { Purse } from "./purse";
import { Random } from "./random";
import type { Route } from "./routes";
import { TaskDesk } from "./task-desk";

/** Everything an emulator remembers; a reset is a new one of these. */
export interface EmulatedWorld {
	readonly clock: Clock;
	readonly ledger: Ledger;
	readonly faults: FaultBook;
	readonly callbacks: Callbacks;
	readonly personality: Personality;
	readonly gatewayRoutes: readonly Route[];
	readonly fileRoutes: readonly Route[];
}

export function openWorld<Variant>(
	plan: GatewayPlan<Variant>,
	variant: Variant,
	options: EmulatorOptions,
	urls: () => EmulatorUrls,
): EmulatedWorld {
	const random = new Random(options.seed ?? 1);
	const { clock: mode = "manual", speed = 1, startMs = Date.now() } = options;
	const clock = new Clock({ mode, speed, startMs });
	const ledger = new Ledger();
	const faults = new FaultBook(new Random((options.seed ?? 1) + 1), plan.refusalCodes, () => operations);
	const files = new FileStore(clock, ledger, random, {
		origin: () => urls().filesBaseUrl,
		linkLifetimeMs: options.linkLifetimeMs ?? plan.linkLifetimeMs,
		links: options.links ?? "stable",
		expiredStatus: options.expiredStatus ?? 403,
	});
	const callbacks = new Callbacks(clock, ledger, faults, plan.callbackPolicy, {
		mode: options.callbackMode ?? "normal",
		delayMs: options.callbackDelayMs ?? 5_000,
		deliverTo: options.deliverCallbacksTo ?? null,
		timeoutMs: options.callbackTimeoutMs ?? 10_000,
	});
	const films = new FilmLibrary(options.films ?? null, options.filmPadBytes ?? 0);
	const deskOptions = {
		durations: options.durations ?? DEFAULT_DURATIONS,
		failedTasks: options.failedTasks ?? plan.failedTasks,
	};
	const personality = plan.open(
		{
			clock,
			ledger,
			random,
			files,
			callbacks,
			urls,
			purse: new Purse(options.balanceMicros ?? plan.balanceMicros, plan.currency),
			key: options.key ?? plan.key,
			openDesk: (rules) => new TaskDesk(clock, ledger, films, deskOptions, rules),
		},
		variant,
	);
	const gatewayRoutes = [...personality.routes];
	const fileRoutes = [...files.routes, ...personality.fileRoutes];
	const operations = [...gatewayRoutes, ...fileRoutes].map((route) => route.operation).concat("callback", "unrouted");
	return { clock, ledger, faults, callbacks, personality, gatewayRoutes, fileRoutes };
}
