const SHORTEST_MS = 1_000;
const LONGEST_MS = 15 * 60_000;
const JITTER = 0.2;

export function clampRetryAfterMs(retryAfterMs: number): number {
	return Math.min(Math.max(Number.isNaN(retryAfterMs) ? 0 : retryAfterMs, SHORTEST_MS), LONGEST_MS);
}

/** Never earlier than asked; `unit` is chance from 0 to 1 and spreads those who were told the same. */
export function retryAtMs(nowMs: number, retryAfterMs: number, unit: number): number {
	return Math.ceil(nowMs + clampRetryAfterMs(retryAfterMs) * (1 + JITTER * unit));
}

const FIRST_BACKOFF_MS = 1_000;
const LONGEST_BACKOFF_MS = 60_000;

/** For failures to reach somebody; healthy waiting has a schedule of its own. `failures` counts from 1. */
export function backoffMs(failures: number, unit: number): number {
	const ceiling = Math.min(FIRST_BACKOFF_MS * 2 ** (failures - 1), LONGEST_BACKOFF_MS);
	return Math.round(ceiling / 2 + (ceiling / 2) * unit);
}
