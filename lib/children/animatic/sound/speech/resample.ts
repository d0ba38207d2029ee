import { SAMPLE_RATE } from "../stereo";
import type { Recording } from "./read-wav";

const REACH = 12;
const PHASES = 64;

/** A windowed sinc below the old Nyquist, so that nothing of the old sampling is heard again above it. */
function kernelOf(cutoff: number): readonly Float32Array[] {
	return Array.from({ length: PHASES }, (_, phase) =>
		Float32Array.from({ length: 2 * REACH }, (_, tap) => {
			const x = tap - REACH + 1 - phase / PHASES;
			const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / REACH);
			const sinc = Math.abs(x) < 1e-9 ? cutoff : Math.sin(Math.PI * cutoff * x) / (Math.PI * x);
			return Math.abs(x) >= REACH ? 0 : sinc * window;
		}),
	);
}

/** Up to 48,000 samples a second. */
export function resample({ samples, sampleRate }: Recording): Float32Array {
	const kernels = kernelOf(0.94);
	const out = new Float32Array(Math.floor((samples.length * SAMPLE_RATE) / sampleRate));
	for (let at = 0; at < out.length; at += 1) {
		const position = (at * sampleRate) / SAMPLE_RATE;
		const cell = Math.floor(position);
		const kernel = kernels[Math.floor((position - cell) * PHASES)];
		let sum = 0;
		for (let tap = 0; tap < 2 * REACH; tap += 1) sum += (samples[cell + tap - REACH + 1] ?? 0) * (kernel?.[tap] ?? 0);
		out[at] = sum;
	}
	return out;
}
