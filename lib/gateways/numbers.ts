import "server-only";

/** Progress from 0 to 100, as 0 to 1. */
export function fromPercent(percent: number | null): number | null {
	return percent === null ? null : Math.min(1, Math.max(0, percent / 100));
}

/** Progress from 0 to 1, unless it turns out to be counted to 100. */
export function fromFraction(fraction: number | null): number | null {
	return fraction !== null && fraction > 1 ? fromPercent(fraction) : fraction === null ? null : Math.max(0, fraction);
}

/** A stated time, where it can be one. */
export function stated(seconds: number | null): number | null {
	return seconds !== null && seconds >= 0 ? seconds : null;
}
