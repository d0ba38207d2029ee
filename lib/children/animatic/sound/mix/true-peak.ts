const PHASES = 4;
const TAPS = 12;

/** A windowed sinc in four phases; phase 0 is the samples themselves. */
const KERNELS: readonly Float32Array[] = Array.from({ length: PHASES }, (_, phase) =>
	Float32Array.from({ length: TAPS }, (_, tap) => {
		const x = tap - (TAPS / 2 - 1) - phase / PHASES;
		const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / (TAPS / 2));
		return Math.abs(x) < 1e-9 ? 1 : (Math.sin(Math.PI * x) / (Math.PI * x)) * window;
	}),
);

/** Between samples a wave may rise above both; never by more than about this. */
const WORST_OVERSHOOT = 2;

function between(samples: Float32Array, at: number): number {
	let most = Math.abs(samples[at] ?? 0);
	for (let phase = 1; phase < PHASES; phase += 1) {
		const kernel = KERNELS[phase];
		let sum = 0;
		for (let tap = 0; tap < TAPS; tap += 1) sum += (samples[at + tap - TAPS / 2 + 1] ?? 0) * (kernel?.[tap] ?? 0);
		most = Math.max(most, Math.abs(sum));
	}
	return most;
}

/**
 * For each sample the highest point of the wave up to the next one, four times oversampled. What is surely below
 * `floor` is not looked at closely.
 */
export function truePeaks(samples: Float32Array, floor = 0): Float32Array {
	const peaks = new Float32Array(samples.length);
	const near = floor / WORST_OVERSHOOT;
	for (let at = 0; at < samples.length; at += 1) {
		const loud = Math.max(Math.abs(samples[at] ?? 0), Math.abs(samples[at + 1] ?? 0));
		peaks[at] = loud < near ? loud : between(samples, at);
	}
	return peaks;
}
