import "server-only";
import { Agent, type buildConnector } from "undici";
import { guardedConnector, type Resolve, resolveBySystem } from "@/lib/gateways/egress/connector";
import type { EgressPolicy } from "@/lib/gateways/egress/policy";
import { TIMEOUTS, type Timeouts } from "@/lib/gateways/http/timeouts";

export interface WayOutSettings {
	readonly policy: EgressPolicy;
	readonly nowMs: () => number;
	readonly resolve?: Resolve;
	readonly timeouts?: Timeouts;
}

/** What every outbound request shares: the guard, the limits of time, and the connections kept open for free ones. */
export interface WayOut {
	readonly policy: EgressPolicy;
	readonly timeouts: Timeouts;
	readonly connect: buildConnector.connector;
	readonly pool: Agent;
	readonly nowMs: () => number;
	close(): Promise<void>;
}

const KEEP_ALIVE_MS = 10_000;

export function openWayOut(settings: WayOutSettings): WayOut {
	const { policy, nowMs, resolve = resolveBySystem, timeouts = TIMEOUTS } = settings;
	const connect = guardedConnector({ policy, resolve, connectTimeoutMs: timeouts.connectMs });
	const pool = new Agent({ connect, keepAliveTimeout: KEEP_ALIVE_MS });
	return { policy, timeouts, connect, pool, nowMs, close: () => pool.destroy() };
}
