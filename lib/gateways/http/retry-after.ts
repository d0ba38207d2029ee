import "server-only";

const LEAST_MS = 1_000;
const MOST_MS = 15 * 60_000;

/** A `Retry-After` header in either of its forms, seconds or a date. `null` where it is absent or makes no sense. */
export function readRetryAfter(header: string | undefined, nowMs: number): number | null {
	const text = header?.trim() ?? "";
	if (/^\d+$/.test(text)) return clampWait(Number(text) * 1_000);
	const dateMs = Date.parse(text);
	return Number.isNaN(dateMs) ? null : clampWait(dateMs - nowMs);
}

/** A gateway's wish, kept within reason. */
export function clampWait(waitMs: number): number {
	return Math.min(MOST_MS, Math.max(LEAST_MS, Math.ceil(waitMs)));
}
