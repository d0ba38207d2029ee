import "server-only";
import type { GatewayId } from "@/lib/domain/gateway-id";
import type { BrowserId } from "@/lib/domain/ids";
import type { Has } from "@/lib/services/doors";

/** A person's own daily limit for their own key, in USD micros. */
export function limitKey(
	{ keys }: Has<"keys">,
	browserId: BrowserId,
	gateway: GatewayId,
	dailyLimitMicros: number,
): Promise<void> {
	return keys.setDailyLimit(browserId, gateway, dailyLimitMicros);
}
