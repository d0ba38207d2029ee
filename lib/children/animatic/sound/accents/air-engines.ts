import { between } from "../../picture/paint/chance";
import { rumble } from "../ambience/weather";
import { bandpass, filter, highpass, lowpass, sweepBandpass } from "../signal/biquad";
import { pinkNoise, whiteNoise } from "../signal/noise";
import { chirp } from "../signal/scatter";
import { addAt, mixInto, shape } from "../signal/shape";
import { SAMPLE_RATE, toSamples } from "../stereo";
import type { Accent } from "./steps-doors";

function saw(samples: number, hz: (share: number) => number): Float32Array {
	const sound = new Float32Array(samples);
	let phase = 0;
	for (let at = 0; at < samples; at += 1) {
		phase += hz(at / samples) / SAMPLE_RATE;
		phase -= Math.floor(phase);
		sound[at] = 1 - 2 * phase;
	}
	return sound;
}

export const horn: Accent = () => {
	const seconds = 0.75;
	const low = filter(
		saw(toSamples(seconds), () => 349),
		lowpass(2200),
	);
	const high = filter(
		saw(toSamples(seconds), () => 440),
		lowpass(2200),
	);
	return shape(mixInto(low, [high, 0.9]), (t) => 0.45 * Math.min(1, t * 30, (seconds - t) * 14));
};

export const whoosh: Accent = (chance) => {
	const seconds = 1;
	const air = sweepBandpass(
		pinkNoise(chance, toSamples(seconds)),
		1.3,
		(t) => 250 + 2400 * Math.exp(-(((t - 0.45) * 4) ** 2)),
	);
	return shape(air, (t) => 2 * Math.exp(-(((t - 0.45) * 5) ** 2)));
};

export const heartbeat: Accent = () => {
	const sound = new Float32Array(toSamples(1.9));
	const thump = (hz: number) => chirp(0.2, hz, -1);
	for (const atSeconds of [0, 0.95]) {
		addAt(sound, thump(62), toSamples(atSeconds));
		addAt(sound, thump(74), toSamples(atSeconds + 0.28), 0.7);
	}
	return sound;
};

const PARTIALS = [
	[0.5, 0.35, 3],
	[1, 1, 2.4],
	[1.19, 0.6, 2],
	[1.56, 0.45, 1.6],
	[2, 0.5, 1.3],
	[2.51, 0.3, 0.9],
	[3.01, 0.22, 0.7],
] as const;

export const bell: Accent = (chance) => {
	const strike = between(chance, 480, 620);
	const sound = new Float32Array(toSamples(3));
	for (const [ratio, gain, seconds] of PARTIALS) {
		addAt(sound, chirp(seconds, strike * ratio), 0, gain * 0.35);
	}
	return sound;
};

export const engine: Accent = (chance) => {
	const seconds = 2;
	const rev = (share: number) => 42 + 70 * Math.min(1, share * 2.2) * (1 - 0.3 * share);
	const motor = filter(saw(toSamples(seconds), rev), lowpass(700));
	mixInto(motor, [filter(pinkNoise(chance, toSamples(seconds)), bandpass(300, 0.7)), 0.8]);
	return shape(motor, (t) => 0.6 * Math.min(1, t * 8) * (1 - t / seconds) ** 0.7);
};

export const applause: Accent = (chance) => {
	const seconds = 2.4;
	const sound = new Float32Array(toSamples(seconds));
	for (let nth = 0; nth < 420; nth += 1) {
		const clap = filter(whiteNoise(chance, toSamples(0.03)), bandpass(between(chance, 900, 2600), 1.5));
		shape(clap, (t) => Math.exp(-t * 160));
		addAt(sound, clap, toSamples(between(chance, 0, seconds)), between(chance, 0.1, 0.5));
	}
	return shape(sound, (t) => Math.min(1, t * 4) * (1 - t / seconds) ** 0.8);
};

export const thunderClap: Accent = (chance) => {
	const crack = filter(whiteNoise(chance, toSamples(0.5)), highpass(300), lowpass(5000));
	shape(crack, (t) => Math.exp(-t * 11) * (0.6 + 0.4 * Math.sin(t * 70)));
	const sound = new Float32Array(toSamples(3.4));
	addAt(sound, crack, 0, 0.7);
	addAt(sound, rumble(chance, 3.2), toSamples(0.05), 3);
	return sound;
};
