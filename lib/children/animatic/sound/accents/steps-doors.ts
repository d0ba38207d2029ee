import { between, type Chance } from "../../picture/paint/chance";
import { bandpass, filter, highpass, lowpass } from "../signal/biquad";
import { brownNoise, whiteNoise } from "../signal/noise";
import { chirp } from "../signal/scatter";
import { addAt, mixInto, shape } from "../signal/shape";
import { toSamples } from "../stereo";

/** A single short sound, mono, its loudest moment near full scale. */
export type Accent = (chance: Chance) => Float32Array;

/** Heel, then sole; no two alike. */
export const footstep: Accent = (chance) => {
	const hz = between(chance, 70, 95);
	const step = new Float32Array(toSamples(0.22));
	addAt(step, chirp(0.12, hz, -2), 0, 0.9);
	const grit = () => filter(whiteNoise(chance, toSamples(0.09)), bandpass(between(chance, 900, 2400), 0.8));
	addAt(
		step,
		shape(grit(), (t) => Math.exp(-t * 70)),
		0,
		0.5,
	);
	addAt(
		step,
		shape(grit(), (t) => Math.exp(-t * 60)),
		toSamples(between(chance, 0.05, 0.075)),
		0.3,
	);
	return step;
};

export const door: Accent = (chance) => {
	const sound = new Float32Array(toSamples(0.9));
	const latch = () => shape(filter(whiteNoise(chance, toSamples(0.03)), bandpass(3200, 2)), (t) => Math.exp(-t * 180));
	addAt(sound, latch(), 0, 0.7);
	addAt(sound, latch(), toSamples(0.09), 0.45);
	const slam = shape(filter(brownNoise(chance, toSamples(0.5)), lowpass(260)), (t) => Math.exp(-t * 14));
	addAt(sound, slam, toSamples(0.3), 3);
	addAt(sound, chirp(0.3, 68), toSamples(0.3), 0.8);
	addAt(sound, latch(), toSamples(0.33), 0.5);
	return sound;
};

export const splash: Accent = (chance) => {
	const seconds = 1.2;
	const burst = filter(whiteNoise(chance, toSamples(seconds)), highpass(700), lowpass(7500));
	shape(burst, (t) => Math.min(1, t * 60) * Math.exp(-t * 5));
	const plunge = shape(filter(brownNoise(chance, toSamples(0.4)), lowpass(320)), (t) => Math.exp(-t * 12));
	mixInto(burst, [plunge, 2]);
	for (let nth = 0; nth < 14; nth += 1) {
		const hz = between(chance, 500, 1600);
		const drop = chirp(0.07, hz, 5);
		addAt(burst, drop, toSamples(between(chance, 0.12, 0.9)), between(chance, 0.05, 0.25));
	}
	return burst;
};

export const glass: Accent = (chance) => {
	const sound = filter(whiteNoise(chance, toSamples(1)), highpass(3500));
	shape(sound, (t) => 0.5 * Math.exp(-t * 45));
	for (let nth = 0; nth < 22; nth += 1) {
		const hz = between(chance, 2200, 8500);
		const shard = chirp(between(chance, 0.08, 0.35), hz);
		addAt(sound, shard, toSamples(between(chance, 0, 1) ** 2 * 0.5), between(chance, 0.08, 0.3));
	}
	return sound;
};
