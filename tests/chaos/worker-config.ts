import type { Timeouts } from "@/lib/gateways/http/timeouts";
import type { ClockSetting } from "./scaled-clock";

export interface WorkerConfig {
	readonly name: string;
	/** Where it answers; the same after each restart. */
	readonly port: number;
	readonly clock: ClockSetting;
	/** In compressed time. */
	readonly leaseMs: number;
	/** False for one that only takes in what people do. */
	readonly works: boolean;
	readonly env: Readonly<Record<string, string>>;
	readonly crashAt: string | null;
}

/** Of the machine's time: silence is waited for really. */
export const TIMEOUTS: Timeouts = {
	connectMs: 2_000,
	submitHeadersMs: 500,
	headersMs: 500,
	idleBodyMs: 500,
	replyBodyMs: 2_000,
};
