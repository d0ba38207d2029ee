import { median } from "./measure-process";

/** Of one round; the nearest rank, so that it is a value that was really measured. */
export function percentile(values: readonly number[], share: number): number {
	if (values.some(Number.isNaN)) return Number.NaN;
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** The median of the rounds' percentiles: one bad round on a busy machine does not decide. */
export function overRounds(rounds: readonly (readonly number[])[], share: number): number {
	return median(rounds.map((values) => percentile(values, share)));
}

export function oneDecimal(value: number): number {
	return Math.round(value * 10) / 10;
}
