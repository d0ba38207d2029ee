import { SAMPLE_RATE } from "../stereo";

export interface Biquad {
	readonly b0: number;
	readonly b1: number;
	readonly b2: number;
	readonly a1: number;
	readonly a2: number;
}

interface Turn {
	readonly cos: number;
	readonly alpha: number;
}

function turnOf(hz: number, q: number): Turn {
	const w = (2 * Math.PI * Math.min(hz, SAMPLE_RATE * 0.49)) / SAMPLE_RATE;
	return { cos: Math.cos(w), alpha: Math.sin(w) / (2 * q) };
}

function scaled(b: readonly [number, number, number], { cos, alpha }: Turn): Biquad {
	const a0 = 1 + alpha;
	return { b0: b[0] / a0, b1: b[1] / a0, b2: b[2] / a0, a1: (-2 * cos) / a0, a2: (1 - alpha) / a0 };
}

const BUTTERWORTH = Math.SQRT1_2;

export function lowpass(hz: number, q = BUTTERWORTH): Biquad {
	const turn = turnOf(hz, q);
	const half = (1 - turn.cos) / 2;
	return scaled([half, 2 * half, half], turn);
}

export function highpass(hz: number, q = BUTTERWORTH): Biquad {
	const turn = turnOf(hz, q);
	const half = (1 + turn.cos) / 2;
	return scaled([half, -2 * half, half], turn);
}

/** Passes `hz` itself unchanged. */
export function bandpass(hz: number, q: number): Biquad {
	const turn = turnOf(hz, q);
	return scaled([turn.alpha, 0, -turn.alpha], turn);
}

/** In place; returns the same samples. */
export function filter(samples: Float32Array, ...biquads: readonly Biquad[]): Float32Array {
	for (let nth = 0; nth < biquads.length; nth += 2) {
		const [first, second] = [biquads[nth], biquads[nth + 1]];
		if (first && second) runBoth(samples, first, second);
		else if (first) run(samples, first);
	}
	return samples;
}

function run(samples: Float32Array, { b0, b1, b2, a1, a2 }: Biquad): void {
	let before = 0;
	let earlier = 0;
	for (let at = 0; at < samples.length; at += 1) {
		const x = samples[at] ?? 0;
		const y = b0 * x + before;
		before = b1 * x - a1 * y + earlier;
		earlier = b2 * x - a2 * y;
		samples[at] = y;
	}
}

/** One after the other in one pass: each waits for its own last value, and the two wait together. */
function runBoth(samples: Float32Array, { b0, b1, b2, a1, a2 }: Biquad, two: Biquad): void {
	const { b0: c0, b1: c1, b2: c2, a1: d1, a2: d2 } = two;
	let before = 0;
	let earlier = 0;
	let beforeTwo = 0;
	let earlierTwo = 0;
	for (let at = 0; at < samples.length; at += 1) {
		const x = samples[at] ?? 0;
		const y = b0 * x + before;
		before = b1 * x - a1 * y + earlier;
		earlier = b2 * x - a2 * y;
		const z = c0 * y + beforeTwo;
		beforeTwo = c1 * y - d1 * z + earlierTwo;
		earlierTwo = c2 * y - d2 * z;
		samples[at] = z;
	}
}

/** A two-pole resonance whose centre and gain may change with every sample. */
export function sweepBandpass(samples: Float32Array, q: number, hzAt: (seconds: number) => number): Float32Array {
	const step = 64;
	let low = 0;
	let band = 0;
	for (let from = 0; from < samples.length; from += step) {
		const f = 2 * Math.sin((Math.PI * Math.min(hzAt(from / SAMPLE_RATE), SAMPLE_RATE / 6.5)) / SAMPLE_RATE);
		const until = Math.min(samples.length, from + step);
		for (let at = from; at < until; at += 1) {
			low += f * band;
			band += f * ((samples[at] ?? 0) - low - band / q);
			samples[at] = band / q;
		}
	}
	return samples;
}
