import { addPanned } from "../signal/scatter";
import { SAMPLE_RATE, type Stereo, toSamples } from "../stereo";

const TABLE = 2048;

/** One turn of a wave, its harmonics by strength; the last sample repeats the first, so that reading between is easy. */
export type Wavetable = Float32Array;

export function wavetable(harmonics: readonly number[]): Wavetable {
	const table = new Float32Array(TABLE + 1);
	const total = harmonics.reduce((sum, each) => sum + each, 0);
	for (let at = 0; at <= TABLE; at += 1) {
		harmonics.forEach((strength, nth) => {
			// Phases apart, so that the peaks of the harmonics do not meet.
			table[at] = (table[at] ?? 0) + (strength / total) * Math.sin((2 * Math.PI * (nth + 1) * at) / TABLE + nth * nth);
		});
	}
	return table;
}

export interface Tone {
	readonly hz: number;
	readonly atSeconds: number;
	readonly seconds: number;
	readonly gain: number;
	readonly pan: number;
}

function play(table: Wavetable, hz: number, samples: number, gainAt: (seconds: number) => number): Float32Array {
	const sound = new Float32Array(samples);
	const step = (hz * TABLE) / SAMPLE_RATE;
	let phase = 0;
	let gain = gainAt(0);
	let slope = 0;
	for (let at = 0; at < samples; at += 1) {
		if (at % 64 === 0) slope = (gainAt((at + 64) / SAMPLE_RATE) - gain) / 64;
		const cell = phase | 0;
		const low = table[cell] ?? 0;
		sound[at] = gain * (low + ((table[cell + 1] ?? 0) - low) * (phase - cell));
		gain += slope;
		phase += step;
		if (phase >= TABLE) phase -= TABLE;
	}
	return sound;
}

const DETUNED = 1.0022;
const SWELL_SECONDS = 0.55;

/** Held and soft: swells in, breathes, swells out past its end. */
export function addPad(to: Stereo, table: Wavetable, { hz, atSeconds, seconds, gain, pan }: Tone): void {
	const whole = seconds + SWELL_SECONDS;
	const loudness = (t: number) =>
		gain *
		Math.min(1, t / SWELL_SECONDS, Math.max(0, whole - t) / SWELL_SECONDS) *
		(0.9 + 0.1 * Math.sin(t * 2.1 + hz));
	const samples = toSamples(whole);
	addPanned(to, play(table, hz * DETUNED, samples, loudness), toSamples(atSeconds), Math.max(-1, pan - 0.5), 0.7);
	addPanned(to, play(table, hz / DETUNED, samples, loudness), toSamples(atSeconds), Math.min(1, pan + 0.5), 0.7);
}

/** Struck: its brightness dies before it does. */
export function addPluck(to: Stereo, bright: Wavetable, dull: Wavetable, tone: Tone): void {
	const { hz, seconds, gain, pan } = tone;
	const samples = toSamples(seconds);
	const struck = (t: number) => Math.min(1, t * 160) * Math.max(0, 1 - t / seconds);
	addPanned(
		to,
		play(dull, hz, samples, (t) => gain * struck(t) * Math.exp((-3.2 * t) / seconds)),
		toSamples(tone.atSeconds),
		pan,
	);
	addPanned(
		to,
		play(bright, hz, samples, (t) => 0.6 * gain * struck(t) * Math.exp((-11 * t) / seconds)),
		toSamples(tone.atSeconds),
		pan,
	);
}
