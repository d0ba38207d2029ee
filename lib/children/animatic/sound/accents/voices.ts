import { between, type Chance } from "../../picture/paint/chance";
import { birdPhrase } from "../ambience/creatures";
import { bandpass, filter } from "../signal/biquad";
import { whiteNoise } from "../signal/noise";
import { addAt, mixInto, shape } from "../signal/shape";
import { SAMPLE_RATE, toSamples } from "../stereo";
import type { Accent } from "./steps-doors";

interface Throat {
	readonly seconds: number;
	/** Of the share of the call that has passed. */
	readonly hz: (share: number) => number;
	readonly formants: readonly (readonly [hz: number, q: number, gain: number])[];
	readonly breath: number;
	readonly loudness: (share: number) => number;
}

/** A buzzing throat and the cavities before it. */
function call(chance: Chance, { seconds, hz, formants, breath, loudness }: Throat): Float32Array {
	const samples = toSamples(seconds);
	const buzz = whiteNoise(chance, samples);
	let phase = 0;
	for (let at = 0; at < samples; at += 1) {
		phase += hz(at / samples) / SAMPLE_RATE;
		phase -= Math.floor(phase);
		buzz[at] = (1 - 2 * phase) * (1 - breath) + (buzz[at] ?? 0) * breath;
	}
	const voice = new Float32Array(samples);
	for (const [at, q, gain] of formants) mixInto(voice, [filter(buzz.slice(), bandpass(at, q)), gain]);
	return shape(voice, (t) => loudness(Math.min(1, t / seconds)));
}

const hill = (share: number) => Math.sin(Math.PI * share) ** 0.6;

export const bark: Accent = (chance) => {
	const sound = new Float32Array(toSamples(0.75));
	for (const atSeconds of [0, 0.36]) {
		const high = between(chance, 330, 420);
		const one = call(chance, {
			seconds: 0.19,
			hz: (share) => high * (1 - 0.45 * share),
			formants: [
				[620, 3, 1.2],
				[1250, 4, 0.9],
				[2500, 4, 0.35],
			],
			breath: 0.25,
			loudness: (share) => Math.min(1, share * 14) * (1 - share) ** 1.2,
		});
		addAt(sound, one, toSamples(atSeconds));
	}
	return sound;
};

export const meow: Accent = (chance) => {
	const high = between(chance, 620, 720);
	return call(chance, {
		seconds: 0.8,
		hz: (share) => high * (0.72 + 0.42 * Math.sin(Math.PI * share ** 0.7)),
		formants: [
			[900, 3, 1],
			[1900, 5, 0.7],
			[3200, 6, 0.3],
		],
		breath: 0.06,
		loudness: hill,
	});
};

export const neigh: Accent = (chance) => {
	const high = between(chance, 950, 1150);
	return call(chance, {
		seconds: 1.3,
		hz: (share) => high * (1 - 0.55 * share) * (1 + 0.09 * Math.sin(share * 80)),
		formants: [
			[1100, 2, 1],
			[2300, 3, 0.7],
		],
		breath: 0.18,
		loudness: (share) => hill(share) * (0.75 + 0.25 * Math.sin(share * 80)),
	});
};

export const birdCall: Accent = (chance) => {
	const sound = new Float32Array(toSamples(1.4));
	const phrase = birdPhrase(chance);
	addAt(sound, phrase, 0);
	addAt(sound, phrase, toSamples(0.75), 0.7);
	return sound;
};
