import { SAMPLE_RATE, type Stereo, toSamples } from "../stereo";

const TABLE = 2048;
/** So often is a tone's loudness asked for. */
const BLOCK = 64;

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

/** Both ears in one pass: a tone of its own, added to each afterwards, takes as long again. `pan` as in `addPanned`. */
function play(to: Stereo, table: Wavetable, tone: Tone, gainAt: (seconds: number) => number): void {
	const { left, right } = to;
	const from = toSamples(tone.atSeconds);
	const until = Math.min(left.length, from + toSamples(tone.seconds));
	const angle = ((tone.pan + 1) * Math.PI) / 4;
	const [leftGain, rightGain] = [Math.cos(angle) * Math.SQRT2, Math.sin(angle) * Math.SQRT2];
	const step = (tone.hz * TABLE) / SAMPLE_RATE;
	let phase = 0;
	let gain = tone.gain * gainAt(0);
	for (let block = from; block < until; block += BLOCK) {
		const slope = (tone.gain * gainAt((block + BLOCK - from) / SAMPLE_RATE) - gain) / BLOCK;
		const end = Math.min(until, block + BLOCK);
		for (let at = block; at < end; at += 1) {
			const cell = phase | 0;
			const low = table[cell] ?? 0;
			const wave = gain * (low + ((table[cell + 1] ?? 0) - low) * (phase - cell));
			left[at] = (left[at] ?? 0) + wave * leftGain;
			right[at] = (right[at] ?? 0) + wave * rightGain;
			gain += slope;
			phase += step;
			if (phase >= TABLE) phase -= TABLE;
		}
	}
}

const DETUNED = 1.0022;
const SWELL_SECONDS = 0.55;

/** Held and soft: swells in, breathes, swells out past its end. */
export function addPad(to: Stereo, table: Wavetable, tone: Tone): void {
	const { hz, pan } = tone;
	const seconds = tone.seconds + SWELL_SECONDS;
	const gain = 0.7 * tone.gain;
	const loudness = (t: number) =>
		Math.min(1, t / SWELL_SECONDS, Math.max(0, seconds - t) / SWELL_SECONDS) * (0.9 + 0.1 * Math.sin(t * 2.1 + hz));
	play(to, table, { ...tone, seconds, gain, hz: hz * DETUNED, pan: Math.max(-1, pan - 0.5) }, loudness);
	play(to, table, { ...tone, seconds, gain, hz: hz / DETUNED, pan: Math.min(1, pan + 0.5) }, loudness);
}

/** Struck: its brightness dies before it does. */
export function addPluck(to: Stereo, bright: Wavetable, dull: Wavetable, tone: Tone): void {
	const { seconds } = tone;
	const struck = (t: number) => Math.min(1, t * 160) * Math.max(0, 1 - t / seconds);
	play(to, dull, tone, (t) => struck(t) * Math.exp((-3.2 * t) / seconds));
	play(to, bright, { ...tone, gain: 0.6 * tone.gain }, (t) => struck(t) * Math.exp((-11 * t) / seconds));
}
