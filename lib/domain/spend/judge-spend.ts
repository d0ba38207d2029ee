import { usd } from "../money";
import { formatMoney } from "../money-text";
import { ok, type Result, refuse } from "../result";
import { counterScope } from "./counter";
import type { Reservation, SpendCounter, SpendLimit } from "./reservation";

export interface OverCap extends SpendLimit {
	readonly usedMicros: number;
}

/** Whether a reservation fits under all its limits; `used` holds what is spent or reserved on its day. */
export function judgeSpend(
	{ micros, limits }: Pick<Reservation, "micros" | "limits">,
	used: ReadonlyMap<SpendCounter, number>,
): Result<null, OverCap> {
	for (const limit of limits) {
		const usedMicros = used.get(limit.counter) ?? 0;
		if (usedMicros + micros > limit.capMicros) return refuse({ ...limit, usedMicros });
	}
	return ok(null);
}

const TODAYS_CAP = {
	own: "Your own limit for this key today",
	browser: "Today's cap",
	everybody: "Today's cap for everybody on this server",
} as const;

const NEW_DAY = "wait for the new day at 00:00 UTC";
const OWN_KEY = "Use a key of your own, which has its own limit, ask whoever runs this server to raise the cap";

const WAY_OUT = {
	own: `Raise the limit in Keys, or ${NEW_DAY}.`,
	browser: `${OWN_KEY}, or ${NEW_DAY}.`,
	everybody: `${OWN_KEY}, or ${NEW_DAY}.`,
} as const;

export function overCapSentence(over: OverCap, wanted: Pick<Reservation, "micros" | "assumed">): string {
	const scope = counterScope(over.counter);
	const price = formatMoney(usd(wanted.micros));
	const cost = wanted.assumed
		? `this take counts as ${price} (assumed: its price is not published)`
		: `this take costs ${price}`;
	const used = formatMoney(usd(over.usedMicros));
	return `${TODAYS_CAP[scope]} is ${formatMoney(usd(over.capMicros))}; ${used} is spent or reserved; ${cost}. ${WAY_OUT[scope]}`;
}

export function spendText(usedMicros: number, capMicros: number): string {
	return `today ${formatMoney(usd(usedMicros))} of ${formatMoney(usd(capMicros))}`;
}
