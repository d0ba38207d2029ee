import { between, type Chance } from "../../picture/paint/chance";
import { bandpass, filter, highpass, lowpass } from "../signal/biquad";
import { brownNoise, pinkNoise } from "../signal/noise";
import { chirp, scatter } from "../signal/scatter";
import { addAt, mixInto, shape, wander } from "../signal/shape";
import { SAMPLE_RATE } from "../stereo";
import { type Ambience, wide } from "./ambience";

interface Wave {
	readonly atSeconds: number;
	readonly riseSeconds: number;
	readonly height: number;
}

function wavesOf(chance: Chance, seconds: number): Wave[] {
	const waves: Wave[] = [];
	for (let atSeconds = between(chance, -3, -1); atSeconds < seconds; atSeconds += between(chance, 2.8, 4.6)) {
		waves.push({ atSeconds, riseSeconds: between(chance, 1.3, 2.1), height: between(chance, 0.6, 1) });
	}
	return waves;
}

function swell({ atSeconds, riseSeconds, height }: Wave, seconds: number): number {
	const t = seconds - atSeconds;
	if (t < 0) return 0;
	return height * (t < riseSeconds ? (t / riseSeconds) ** 2 : Math.exp((riseSeconds - t) * 1.1));
}

function swellOf(waves: readonly Wave[], seconds: number): number {
	let sum = 0;
	for (const wave of waves) sum += swell(wave, seconds);
	return sum;
}

/** The waves come to both ears a moment apart; what they break into is each ear's own. */
export const ocean: Ambience = (chance, samples) => {
	const waves = wavesOf(chance, samples / SAMPLE_RATE);
	const sea = (lateSeconds: number) => {
		const level = (t: number) => swellOf(waves, t - lateSeconds);
		const body = shape(filter(pinkNoise(chance, samples), lowpass(520)), (t) => 0.35 + 0.8 * level(t));
		const foam = shape(filter(pinkNoise(chance, samples), highpass(1500), lowpass(9000)), (t) => level(t - 0.25) ** 2);
		const deep = filter(brownNoise(chance, samples), lowpass(110), highpass(30));
		return mixInto(body, [foam, 0.55], [deep, 0.35]);
	};
	return { left: sea(0), right: sea(between(chance, 0.1, 0.3)) };
};

function bubble(chance: Chance): Float32Array {
	const hz = between(chance, 350, 1500);
	const rise = between(chance, 2, 9);
	return chirp(between(chance, 0.03, 0.11), hz, rise);
}

export const water = wide((chance, samples) => {
	const flow = filter(pinkNoise(chance, samples), bandpass(700, 0.5));
	shape(flow, wander(chance, 0.6, 1, 2));
	const low = filter(brownNoise(chance, samples), lowpass(260), highpass(50));
	mixInto(flow, [low, 0.3]);
	scatter(chance, samples, 38, (at) => addAt(flow, bubble(chance), at, between(chance, 0.01, 0.13)));
	return flow;
});
