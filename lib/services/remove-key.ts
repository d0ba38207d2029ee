import "server-only";
import type { GatewayId } from "@/lib/domain/gateway-id";
import type { BrowserId } from "@/lib/domain/ids";
import type { Has } from "@/lib/services/doors";

/** Gone for new takes at once. Those under way may still look with it, and then it is destroyed. */
export function removeKey({ keys }: Has<"keys">, browserId: BrowserId, gateway: GatewayId): Promise<void> {
	return keys.remove(browserId, gateway);
}
