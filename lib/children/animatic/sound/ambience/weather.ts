import { between, type Chance } from "../../picture/paint/chance";
import { bandpass, filter, highpass, lowpass, sweepBandpass } from "../signal/biquad";
import { brownNoise, pinkNoise, whiteNoise } from "../signal/noise";
import { chirp, scatter } from "../signal/scatter";
import { addAt, mixInto, shape, wander } from "../signal/shape";
import { SAMPLE_RATE } from "../stereo";
import { wide } from "./ambience";

function drop(chance: Chance): Float32Array {
	const hz = between(chance, 1400, 5200);
	const fall = between(chance, 0.75, 1);
	return chirp(between(chance, 0.012, 0.04), hz, -8 * (1 - fall));
}

export const rain = wide((chance, samples) => {
	const sheet = filter(pinkNoise(chance, samples), highpass(600), lowpass(8500));
	shape(sheet, wander(chance, 0.75, 1));
	const ground = filter(pinkNoise(chance, samples), bandpass(420, 0.8));
	mixInto(sheet, [ground, 0.5]);
	scatter(chance, samples, 70, (at) => addAt(sheet, drop(chance), at, between(chance, 0.02, 0.16)));
	return sheet;
});

export const wind = wide((chance, samples) => {
	const gusts = wander(chance, 0.2, 1);
	const body = sweepBandpass(pinkNoise(chance, samples), 1.1, (t) => 180 + 420 * gusts(t));
	shape(body, (t) => gusts(t) ** 1.4);
	const whistle = sweepBandpass(pinkNoise(chance, samples), 14, (t) => 520 + 640 * gusts(t + 0.4));
	shape(whistle, (t) => Math.max(0, gusts(t) - 0.45) * 0.9);
	return mixInto(body, [whistle, 1]);
});

export const snow = wide((chance, samples) => {
	const hush = sweepBandpass(pinkNoise(chance, samples), 0.7, wander(chance, 150, 340));
	shape(hush, wander(chance, 0.5, 1, 0.7));
	const flakes = new Float32Array(samples);
	scatter(chance, samples, 14, (at) => {
		const hz = between(chance, 5200, 9000);
		addAt(flakes, chirp(0.015, hz), at, between(chance, 0.002, 0.012));
	});
	return mixInto(hush, [flakes, 1]);
});

export function rumble(chance: Chance, seconds: number): Float32Array {
	const samples = Math.round(seconds * SAMPLE_RATE);
	const roll = filter(brownNoise(chance, samples), lowpass(190), highpass(28));
	const claps = wander(chance, 0.15, 1, 6);
	shape(roll, (t) => Math.min(1, t * 9) * Math.exp((-4 * t) / seconds) * claps(t));
	return roll;
}

export const thunder = wide((chance, samples) => {
	const sky = filter(brownNoise(chance, samples), lowpass(90));
	shape(sky, wander(chance, 0.04, 0.12));
	scatter(chance, samples, 0.28, (at) => addAt(sky, rumble(chance, between(chance, 2.4, 4)), at, 1.6));
	return sky;
});

export const fire = wide((chance, samples) => {
	const roar = filter(brownNoise(chance, samples), lowpass(380), highpass(40));
	shape(roar, wander(chance, 0.5, 1, 3));
	const breath = filter(pinkNoise(chance, samples), bandpass(900, 0.6));
	shape(breath, wander(chance, 0.05, 0.3, 4));
	mixInto(roar, [breath, 0.6]);
	scatter(chance, samples, 16, (at) => {
		const crack = filter(whiteNoise(chance, Math.round(SAMPLE_RATE * 0.02)), bandpass(between(chance, 1500, 6000), 1));
		shape(crack, (t) => Math.exp(-t * between(chance, 250, 500)));
		addAt(roar, crack, at, between(chance, 0.05, 0.9) ** 2);
	});
	return roar;
});
