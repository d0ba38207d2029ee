export const ENOUGH_SAMPLES = 20;

/** How long films of one kind take: a log-logistic curve through the quartiles, which a few stuck jobs do not bend. */
export interface LearnedTimes {
	readonly medianMs: number;
	/** The larger, the more alike the films are. */
	readonly shape: number;
}

/** Above this, alike samples would promise a moment nobody can promise. */
const STEEPEST = 20;

export function learnTimes(samplesMs: readonly number[]): LearnedTimes | null {
	const sorted = samplesMs.filter((sample) => sample > 0).toSorted((a, b) => a - b);
	if (sorted.length < ENOUGH_SAMPLES) return null;
	const spread = quantile(sorted, 0.75) / quantile(sorted, 0.25);
	return { medianMs: quantile(sorted, 0.5), shape: Math.min(STEEPEST, Math.log(9) / Math.log(spread)) };
}

/** The chance per second that a film which is not done yet is done now. */
export function hazardPerSecond({ medianMs, shape }: LearnedTimes, elapsedMs: number): number {
	const ratio = Math.max(0, elapsedMs) / medianMs;
	return ((shape / medianMs) * 1_000 * ratio ** (shape - 1)) / (1 + ratio ** shape);
}

/** Between the two nearest samples. `sorted` ascends and is not empty. */
export function quantile(sorted: readonly number[], share: number): number {
	const place = (sorted.length - 1) * share;
	const below = sorted[Math.floor(place)];
	const above = sorted[Math.ceil(place)];
	if (below === undefined || above === undefined) throw new Error("There is no quantile of nothing.");
	return below + (above - below) * (place - Math.floor(place));
}
