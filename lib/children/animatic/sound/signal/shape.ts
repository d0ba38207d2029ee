import { between, type Chance } from "../../picture/paint/chance";
import { SAMPLE_RATE } from "../stereo";

/** Something that changes slowly over the seconds. */
export type Curve = (seconds: number) => number;

/** Three waves of unrelated periods between `low` and `high`: breathing, never repeating within a film. */
export function wander(chance: Chance, low: number, high: number, pace = 1): Curve {
	const wave = (speed: number) => ({
		speed: speed * pace * between(chance, 0.7, 1.3),
		phase: between(chance, 0, 2 * Math.PI),
	});
	const [one, two, three] = [wave(0.9), wave(1.7), wave(3.1)];
	return (seconds) => {
		const first = 0.55 * Math.sin(seconds * one.speed + one.phase);
		const second = 0.3 * Math.sin(seconds * two.speed + two.phase);
		const third = 0.15 * Math.sin(seconds * three.speed + three.phase);
		return low + (high - low) * (0.5 + 0.5 * (first + second + third));
	};
}

const STEP = 32;

/** Multiplies by a curve, which is asked 1,500 times a second. In place. */
export function shape(samples: Float32Array, curve: Curve): Float32Array {
	let gain = curve(0);
	for (let from = 0; from < samples.length; from += STEP) {
		const next = curve((from + STEP) / SAMPLE_RATE);
		const slope = (next - gain) / STEP;
		const until = Math.min(samples.length, from + STEP);
		for (let at = from; at < until; at += 1) {
			samples[at] = (samples[at] ?? 0) * gain;
			gain += slope;
		}
		gain = next;
	}
	return samples;
}

/** Adds `part` from sample `from` on, as far as it reaches. */
export function addAt(samples: Float32Array, part: Float32Array, from: number, gain = 1): void {
	const first = Math.max(0, -from);
	const until = Math.min(part.length, samples.length - from);
	for (let at = first; at < until; at += 1) samples[from + at] = (samples[from + at] ?? 0) + (part[at] ?? 0) * gain;
}

export function mixInto(samples: Float32Array, ...parts: readonly (readonly [Float32Array, number])[]): Float32Array {
	for (const [part, gain] of parts) addAt(samples, part, 0, gain);
	return samples;
}

/** Loudness of a constant signal, roughly: the root of its mean square. */
export function rms(samples: Float32Array): number {
	let sum = 0;
	// An iterator over as many samples costs six times as much.
	for (let at = 0; at < samples.length; at += 1) sum += (samples[at] ?? 0) ** 2;
	return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}

export function peak(samples: Float32Array): number {
	let most = 0;
	for (let at = 0; at < samples.length; at += 1) most = Math.max(most, Math.abs(samples[at] ?? 0));
	return most;
}

export function scale(samples: Float32Array, gain: number): Float32Array {
	for (let at = 0; at < samples.length; at += 1) samples[at] = (samples[at] ?? 0) * gain;
	return samples;
}
