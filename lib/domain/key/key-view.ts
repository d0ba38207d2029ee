import type { GatewayId } from "../gateway-id";
import type { Money } from "../money";

/** What the browser may learn of a stored key: enough to recognise it, nothing to use it. */
export interface KeyView {
	readonly gateway: GatewayId;
	readonly lastFour: string;
	/** The fields that are no secret. */
	readonly account: Readonly<Record<string, string>>;
	readonly dailyLimitMicros: number;
	readonly savedAtMs: number;
	readonly test: {
		readonly atMs: number;
		readonly result: "asked" | "good" | "wrong-key" | "legacy-key" | "no-money" | "no-account" | "unclear";
		readonly sentence: string;
		readonly balance: Money | null;
	} | null;
}
