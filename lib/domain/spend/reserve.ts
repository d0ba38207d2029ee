import type { GatewayId } from "../gateway-id";
import type { BrowserId } from "../ids";
import { type Money, timesSeconds } from "../money";
import { unreachable } from "../result";
import type { Payer } from "../take/payer";
import type { ShownPrice } from "../take/take";
import { operatorCounter, operatorTotal, ownCounter } from "./counter";
import { utcDay } from "./day";
import type { Reservation, SpendLimit } from "./reservation";

/** In USD micros, per UTC day. */
export interface Caps {
	readonly ownMicros: number;
	readonly operatorMicros: number;
	readonly globalMicros: number;
}

export const DEFAULT_OWN_LIMIT_MICROS = 25_000_000;

export interface Spender {
	readonly browserId: BrowserId;
	readonly gateway: GatewayId;
	readonly payer: Payer["kind"];
}

/** What a click sets aside. A price nobody published counts as the dearest listed rate, so that the cap holds. */
export function reserve(
	spender: Spender,
	order: { readonly quote: ShownPrice["quote"]; readonly seconds: number; readonly dearestPerSecond: Money },
	caps: Caps,
	nowMs: number,
): Reservation {
	const { quote } = order;
	const known = quote.kind === "exact" && quote.total.currency === "USD" ? quote.total.micros : null;
	const free = spender.payer === "free";
	return {
		day: utcDay(nowMs),
		micros: free ? 0 : (known ?? timesSeconds(order.dearestPerSecond, order.seconds).micros),
		assumed: !free && known === null,
		limits: limitsOf(spender, caps),
	};
}

export function limitsOf({ browserId, gateway, payer }: Spender, caps: Caps): readonly SpendLimit[] {
	switch (payer) {
		case "free":
			return [];
		case "own":
			return [{ counter: ownCounter(browserId, gateway), capMicros: caps.ownMicros }];
		case "operator":
			return [
				{ counter: operatorCounter(browserId), capMicros: caps.operatorMicros },
				{ counter: operatorTotal, capMicros: caps.globalMicros },
			];
		default:
			return unreachable(payer);
	}
}
