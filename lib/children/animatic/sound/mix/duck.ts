import { filter, highpass, lowpass } from "../signal/biquad";
import { rms, shape } from "../signal/shape";
import type { HeardLine, Speech } from "../speech/say-lines";
import { type Stereo, toSamples } from "../stereo";
import { gainFor } from "./loudness";

/** Where speech is understood. */
const LOW_HZ = 300;
const HIGH_HZ = 3400;
/** How far a line stands above everything else in that band. */
const CLEAR_DB = 17;
const LEAST_DIP_DB = 4;
const DEEPEST_DIP_DB = 26;
const BEFORE_SECONDS = 0.18;
const AFTER_SECONDS = 0.45;

interface Dip {
	readonly from: number;
	readonly until: number;
	readonly gain: number;
}

function decibelsInBand(samples: Float32Array): number {
	const band = filter(samples, highpass(LOW_HZ), highpass(LOW_HZ), lowpass(HIGH_HZ), lowpass(HIGH_HZ));
	return 20 * Math.log10(rms(band) + 1e-6);
}

function dipUnder(line: HeardLine, { left, right }: Stereo, speech: Float32Array): Dip {
	const [from, until] = [toSamples(line.startSeconds), toSamples(line.endSeconds)];
	const voice = decibelsInBand(speech.slice(from, until));
	const rest = decibelsInBand(left.slice(from, until).map((sample, at) => (sample + (right[from + at] ?? 0)) / 2));
	const depth = Math.min(DEEPEST_DIP_DB, Math.max(LEAST_DIP_DB, CLEAR_DB - (voice - rest)));
	return { from: line.startSeconds, until: line.endSeconds, gain: gainFor(-depth) };
}

const ease = (share: number) => 0.5 - 0.5 * Math.cos(Math.PI * Math.min(1, Math.max(0, share)));

function dipAt({ from, until, gain }: Dip, seconds: number): number {
	const down = ease((seconds - (from - BEFORE_SECONDS)) / BEFORE_SECONDS);
	const up = ease((seconds - until) / AFTER_SECONDS);
	return gain ** (down * (1 - up));
}

/** Lowers everything under a line just so far that the line is understood. In place. */
export function duck(background: Stereo, speech: Speech): void {
	const dips = speech.lines.map((line) => dipUnder(line, background, speech.samples));
	if (dips.length === 0) return;
	const curve = (seconds: number) => dips.reduce((least, dip) => Math.min(least, dipAt(dip, seconds)), 1);
	shape(background.left, curve);
	shape(background.right, curve);
}
