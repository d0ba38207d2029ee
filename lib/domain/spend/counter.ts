import type { GatewayId } from "../gateway-id";
import type { BrowserId } from "../ids";
import { type SpendCounter, spendCounterSchema } from "./reservation";

export function ownCounter(browserId: BrowserId, gateway: GatewayId): SpendCounter {
	return spendCounterSchema.parse(`own:${browserId}:${gateway}`);
}

export function operatorCounter(browserId: BrowserId): SpendCounter {
	return spendCounterSchema.parse(`operator:${browserId}`);
}

export const operatorTotal: SpendCounter = "operator:all";

export function counterScope(counter: SpendCounter): "own" | "browser" | "everybody" {
	if (counter.startsWith("own:")) return "own";
	return counter === operatorTotal ? "everybody" : "browser";
}
