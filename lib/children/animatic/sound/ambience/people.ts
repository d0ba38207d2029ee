import { between, type Chance } from "../../picture/paint/chance";
import { bandpass, filter, highpass, lowpass } from "../signal/biquad";
import { brownNoise, pinkNoise } from "../signal/noise";
import { addPanned, scatter } from "../signal/scatter";
import { mixInto, shape, wander } from "../signal/shape";
import { SAMPLE_RATE, toSamples } from "../stereo";
import { type Ambience, wide } from "./ambience";

function passingCar(chance: Chance): Float32Array {
	const seconds = between(chance, 2.2, 3.8);
	const tyres = filter(pinkNoise(chance, toSamples(seconds)), bandpass(between(chance, 500, 1100), 0.6));
	return shape(tyres, (t) => Math.exp(-(((t / seconds - 0.5) * 5) ** 2)));
}

export const city: Ambience = (chance, samples) => {
	const ear = () => {
		const hum = filter(brownNoise(chance, samples), lowpass(230), highpass(35));
		return mixInto(hum, [shape(filter(pinkNoise(chance, samples), bandpass(700, 0.4)), wander(chance, 0.2, 0.45)), 1]);
	};
	const sound = { left: ear(), right: ear() };
	scatter(chance, samples, 0.5, (at) => {
		addPanned(sound, passingCar(chance), at - SAMPLE_RATE, between(chance, -0.8, 0.8), between(chance, 0.5, 1.3));
	});
	return sound;
};

/** Many voices of which none is understood: noise in the mouths' bands, at the pace of syllables. */
export const crowd = wide((chance, samples) => {
	const hall = filter(pinkNoise(chance, samples), bandpass(500, 0.5));
	shape(hall, () => 0.3);
	for (let nth = 0; nth < 6; nth += 1) {
		const voice = filter(pinkNoise(chance, samples), bandpass(between(chance, 280, 900), 3));
		const syllables = wander(chance, -0.4, 1, between(chance, 5, 9));
		const phrases = wander(chance, 0, 1, 1.6);
		shape(voice, (t) => Math.max(0, syllables(t)) * phrases(t));
		mixInto(hall, [voice, 0.9]);
	}
	return hall;
});

export const room = wide((chance, samples) => {
	const air = filter(pinkNoise(chance, samples), lowpass(420), highpass(50));
	shape(air, wander(chance, 0.8, 1, 0.6));
	return mixInto(air, [filter(pinkNoise(chance, samples), bandpass(2200, 0.5)), 0.08]);
});

/** A large hall that waits. */
export const stage = wide((chance, samples) => {
	const hall = filter(pinkNoise(chance, samples), lowpass(260), highpass(40));
	shape(hall, wander(chance, 0.7, 1, 0.8));
	const rustle = filter(pinkNoise(chance, samples), bandpass(1500, 0.7));
	shape(rustle, (t) => Math.max(0, Math.sin(t * 1.1 + 1) - 0.4) * 0.25);
	return mixInto(hall, [rustle, 1]);
});
