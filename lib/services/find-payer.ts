import "server-only";
import type { GatewayId } from "@/lib/domain/gateway-id";
import type { BrowserId } from "@/lib/domain/ids";
import { type Caps, DEFAULT_OWN_LIMIT_MICROS } from "@/lib/domain/spend/reserve";
import type { Payer } from "@/lib/domain/take/payer";
import type { Has } from "@/lib/services/doors";
import { findOperatorMeans } from "@/lib/services/find-means";

export interface PayerWithCaps {
	readonly payer: Payer;
	readonly caps: Caps;
}

type PayerDoors = Has<"keys" | "settings">;

/** A person's own key comes before the operator's. `null` where nobody has one. */
export async function findPayer(
	doors: PayerDoors,
	browserId: BrowserId,
	gateway: GatewayId,
): Promise<PayerWithCaps | null> {
	if (gateway === "animatic") return { payer: { kind: "free" }, caps: capsOf(doors, DEFAULT_OWN_LIMIT_MICROS) };
	const key = await doors.keys.findCurrent(browserId, gateway);
	if (key) return { payer: { kind: "own", keyId: key.id }, caps: capsOf(doors, key.dailyLimitMicros) };
	if (!findOperatorMeans(doors, gateway)) return null;
	return { payer: { kind: "operator" }, caps: capsOf(doors, DEFAULT_OWN_LIMIT_MICROS) };
}

function capsOf({ settings }: Has<"settings">, ownMicros: number): Caps {
	return { ownMicros, operatorMicros: settings.dailyCapMicros, globalMicros: settings.globalDailyCapMicros };
}
