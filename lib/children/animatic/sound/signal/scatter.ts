import { between, type Chance } from "../../picture/paint/chance";
import { SAMPLE_RATE, type Stereo } from "../stereo";
import { addAt } from "./shape";

/** Calls `place` at random moments, `perSecond` of them on average, never long without one. */
export function scatter(chance: Chance, samples: number, perSecond: number, place: (at: number) => void): void {
	const gap = SAMPLE_RATE / perSecond;
	for (let at = between(chance, 0.1, 0.9) * gap; at < samples; at += gap * between(chance, 0.3, 1.7)) {
		place(Math.floor(at));
	}
}

/** `pan` from -1, left, to 1, right, at equal power. */
export function addPanned({ left, right }: Stereo, part: Float32Array, from: number, pan: number, gain = 1): void {
	const angle = ((pan + 1) * Math.PI) / 4;
	addAt(left, part, from, gain * Math.cos(angle) * Math.SQRT2);
	addAt(right, part, from, gain * Math.sin(angle) * Math.SQRT2);
}

/** Rises in a moment, dies away by 60 dB within `seconds`. */
export function decaying(seconds: number, wave: (seconds: number) => number): Float32Array {
	const sound = new Float32Array(Math.max(1, Math.round(seconds * SAMPLE_RATE)));
	const fall = Math.exp(-6.9 / (seconds * SAMPLE_RATE));
	let loudness = 1;
	for (let at = 0; at < sound.length; at += 1) {
		sound[at] = wave(at / SAMPLE_RATE) * Math.min(1, at / 48) * loudness;
		loudness *= fall;
	}
	return sound;
}

/**
 * The same of a sine at `hz`, which rises by `bend` of itself a second. Turned from sample to sample, as three numbers
 * on the unit circle: a sine of its own for each takes five times as long.
 */
export function chirp(seconds: number, hz: number, bend = 0): Float32Array {
	const sound = new Float32Array(Math.max(1, Math.round(seconds * SAMPLE_RATE)));
	const fall = Math.exp(-6.9 / (seconds * SAMPLE_RATE));
	const turn = (2 * Math.PI * hz) / SAMPLE_RATE;
	const bent = (turn * bend) / SAMPLE_RATE;
	const [bentCos, bentSin] = [Math.cos(2 * bent), Math.sin(2 * bent)];
	let [cos, sin, turnCos, turnSin] = [1, 0, Math.cos(turn + bent), Math.sin(turn + bent)];
	let loudness = 1;
	for (let at = 0; at < sound.length; at += 1) {
		sound[at] = sin * loudness * (at < 48 ? at / 48 : 1);
		loudness *= fall;
		const nextCos = cos * turnCos - sin * turnSin;
		sin = sin * turnCos + cos * turnSin;
		cos = nextCos;
		const nextTurn = turnCos * bentCos - turnSin * bentSin;
		turnSin = turnSin * bentCos + turnCos * bentSin;
		turnCos = nextTurn;
	}
	return sound;
}

/** A sine that follows `hz`, under a round envelope. */
export function glide(seconds: number, hz: (share: number) => number, sharpness = 1): Float32Array {
	const sound = new Float32Array(Math.max(1, Math.round(seconds * SAMPLE_RATE)));
	let phase = 0;
	for (let at = 0; at < sound.length; at += 1) {
		const share = at / sound.length;
		phase += (2 * Math.PI * hz(share)) / SAMPLE_RATE;
		sound[at] = Math.sin(phase) * Math.sin(Math.PI * share) ** sharpness;
	}
	return sound;
}
