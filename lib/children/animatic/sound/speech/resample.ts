import { SAMPLE_RATE } from "../stereo";
import type { Recording } from "./read-wav";

const REACH = 10;
/** Of the old Nyquist: above it nothing of the old sampling is heard again. */
const CUTOFF = 0.92;

/** A windowed sinc, shifted by `share` of a sample. */
function kernelAt(share: number): Float32Array {
	return Float32Array.from({ length: 2 * REACH }, (_, tap) => {
		const x = tap - REACH + 1 - share;
		if (Math.abs(x) < 1e-9) return CUTOFF;
		const window = Math.abs(x) >= REACH ? 0 : 0.5 + 0.5 * Math.cos((Math.PI * x) / REACH);
		return (Math.sin(Math.PI * CUTOFF * x) / (Math.PI * x)) * window;
	});
}

/** Up to 48,000 samples a second, from a rate that divides it. */
export function resample({ samples, sampleRate }: Recording): Float32Array {
	const times = SAMPLE_RATE / sampleRate;
	if (!Number.isInteger(times)) throw new Error(`${sampleRate} samples a second do not divide ${SAMPLE_RATE}.`);
	const padded = new Float32Array(samples.length + 2 * REACH);
	padded.set(samples, REACH - 1);
	const out = new Float32Array(samples.length * times);
	for (let phase = 0; phase < times; phase += 1) {
		const kernel = kernelAt(phase / times);
		for (let cell = 0; cell < samples.length; cell += 1) {
			let sum = 0;
			for (let tap = 0; tap < kernel.length; tap += 1) sum += (padded[cell + tap] ?? 0) * (kernel[tap] ?? 0);
			out[cell * times + phase] = sum;
		}
	}
	return out;
}
