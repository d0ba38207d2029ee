import type { GatewayId } from "@/lib/domain/gateway-id";
import type { KeyView } from "@/lib/domain/key/key-view";

/** Whose key a take would be sent with. */
export type KeyStanding =
	| { readonly kind: "none-needed" }
	| { readonly kind: "own"; readonly key: KeyView }
	| { readonly kind: "operator" }
	| { readonly kind: "missing" };

/** A person's own key comes before the operator's. */
export function keyStanding(
	gateway: GatewayId,
	keys: readonly KeyView[],
	operatorGateways: readonly GatewayId[],
): KeyStanding {
	if (gateway === "animatic") return { kind: "none-needed" };
	const key = keys.find((each) => each.gateway === gateway);
	if (key) return { kind: "own", key };
	return operatorGateways.includes(gateway) ? { kind: "operator" } : { kind: "missing" };
}

export function keyText(standing: KeyStanding): string {
	switch (standing.kind) {
		case "none-needed":
			return "";
		case "own":
			return `your key ····${standing.key.lastFour}`;
		case "operator":
			return "the operator's key";
		case "missing":
			return "needs a key";
	}
}
