import { type UtcDay, utcDaySchema } from "./reservation";

const DAY_MS = 86_400_000;

/** Caps are counted by UTC day, so that nobody's clock or time zone moves them. */
export function utcDay(nowMs: number): UtcDay {
	return utcDaySchema.parse(new Date(nowMs).toISOString().slice(0, 10));
}

export function nextDayAtMs(nowMs: number): number {
	return (Math.floor(nowMs / DAY_MS) + 1) * DAY_MS;
}
