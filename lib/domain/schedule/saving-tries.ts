const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

const LADDER_MS = [0, 5 * SECOND_MS, 30 * SECOND_MS, 2 * MINUTE_MS, 10 * MINUTE_MS, 30 * MINUTE_MS];
/** A link whose end is not stated is given what most gateways give theirs. */
const UNSTATED_LIFE_MS = 24 * HOUR_MS;
const LAST_TRY_BEFORE_END_MS = MINUTE_MS;

export interface SavingSituation {
	readonly tries: number;
	readonly sinceMs: number;
	readonly expiresAtMs: number | null;
}

/** When to try to save again; `null` once the link has no time left. The last try comes a minute before its end. */
export function nextSaveAtMs({ tries, sinceMs, expiresAtMs }: SavingSituation, nowMs: number): number | null {
	const lastTryMs = (expiresAtMs ?? sinceMs + UNSTATED_LIFE_MS) - LAST_TRY_BEFORE_END_MS;
	const nextMs = nowMs + (LADDER_MS[tries] ?? HOUR_MS);
	if (nextMs <= lastTryMs) return nextMs;
	return nowMs < lastTryMs || tries === 0 ? Math.max(nowMs, lastTryMs) : null;
}

export interface LinkEnd {
	readonly text: string;
	readonly urgent: boolean;
}

/** `link ends in 23 h`; `null` where the gateway does not say when. */
export function linkEnd(expiresAtMs: number | null, nowMs: number): LinkEnd | null {
	if (expiresAtMs === null) return null;
	const leftMs = expiresAtMs - nowMs;
	if (leftMs <= 0) return { text: "link has ended", urgent: true };
	return { text: `link ends in ${spanText(leftMs)}`, urgent: leftMs <= HOUR_MS };
}

function spanText(ms: number): string {
	if (ms < HOUR_MS) return `${Math.max(1, Math.floor(ms / MINUTE_MS))} min`;
	const hours = Math.floor(ms / HOUR_MS);
	return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}
