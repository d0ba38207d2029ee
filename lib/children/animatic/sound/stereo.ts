export const SAMPLE_RATE = 48_000;

/** Two channels of one length, 48,000 samples a second, full scale at 1. */
export interface Stereo {
	readonly left: Float32Array;
	readonly right: Float32Array;
}

export function silence(samples: number): Stereo {
	return { left: new Float32Array(samples), right: new Float32Array(samples) };
}

export function toSamples(seconds: number): number {
	return Math.round(seconds * SAMPLE_RATE);
}
