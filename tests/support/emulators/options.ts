import type { FilmSource } from "./films/film-library";
import type { Variants } from "./gateways/plans";
import type { CallbackMode } from "./kernel/fault-kinds";
import type { GatewayName } from "./kernel/personality";
import type { Durations } from "./kernel/task-desk";

/** All but the films can also come as JSON, to an emulator in another process. */
export interface EmulatorOptions<Name extends GatewayName = GatewayName> {
	readonly seed?: number;
	/** `manual`: time stands still until `advance`. `real`: it runs, and can be advanced too. */
	readonly clock?: "manual" | "real";
	readonly speed?: number;
	readonly startMs?: number;
	readonly durations?: Durations;
	readonly variant?: Partial<Variants[Name]>;
	/** Films of the caller's own, served as given; by default small playable ones are made. */
	readonly films?: FilmSource;
	/** Makes the emulator's own films this much heavier. */
	readonly filmPadBytes?: number;
	readonly key?: string;
	/** In millionths of the gateway's own currency. */
	readonly balanceMicros?: number;
	readonly failedTasks?: "refunded" | "kept";
	readonly linkLifetimeMs?: number;
	readonly links?: "stable" | "fresh";
	readonly expiredStatus?: 403 | 404 | 410;
	readonly callbackMode?: CallbackMode;
	readonly callbackDelayMs?: number;
	readonly callbackTimeoutMs?: number;
	/** An origin on this machine that receives what is meant for any public callback address. */
	readonly deliverCallbacksTo?: string;
}

export const DEFAULT_DURATIONS: Durations = { queuedMs: 2_000, renderingMs: 30_000 };
