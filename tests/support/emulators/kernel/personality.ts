import type { Currency } from "@/lib/domain/money";
import type { FileStore } from "../files/file-store";
import type { CallbackPolicy, Callbacks } from "./callbacks";
import type { Clock } from "./clock";
import type { Ledger } from "./ledger";
import type { Purse } from "./purse";
import type { Random } from "./random";
import type { Route } from "./routes";
import type { Manners } from "./service";
import type { DeskRules, TaskDesk } from "./task-desk";

export const GATEWAY_NAMES = ["empiriolabs", "evolink", "apimart", "useapi", "kling"] as const;
export type GatewayName = (typeof GATEWAY_NAMES)[number];

export interface EmulatorUrls {
	/** What the client is configured with, a fixed path included. */
	readonly baseUrl: string;
	readonly filesBaseUrl: string;
}

/** What every gateway is built from. */
export interface World {
	readonly clock: Clock;
	readonly ledger: Ledger;
	readonly random: Random;
	readonly files: FileStore;
	readonly callbacks: Callbacks;
	readonly purse: Purse;
	/** The key the gateway knows. */
	readonly key: string;
	readonly openDesk: (rules: DeskRules) => TaskDesk;
	/** Known once the emulator listens. */
	readonly urls: () => EmulatorUrls;
}

/** How one gateway behaves: its routes, its manners, its memory. */
export interface Personality {
	readonly routes: readonly Route[];
	/** Served beside the file host's own. */
	readonly fileRoutes: readonly Route[];
	readonly manners: Manners;
	readonly env: (urls: EmulatorUrls) => Readonly<Record<string, string>>;
}

export interface GatewayPlan<Variant> {
	readonly name: GatewayName;
	readonly basePath: string;
	readonly key: string;
	readonly currency: Currency;
	readonly balanceMicros: number;
	readonly linkLifetimeMs: number;
	readonly failedTasks: "refunded" | "kept";
	readonly refusalCodes: readonly string[];
	readonly callbackPolicy: CallbackPolicy;
	readonly variant: Variant;
	readonly open: (world: World, variant: Variant) => Personality;
}

export const NO_CALLBACK_RETRIES: CallbackPolicy = { retryAfterMs: [], isFinal: () => true };

export const HOUR_MS = 3_600_000;
