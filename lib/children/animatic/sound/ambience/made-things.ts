import { between } from "../../picture/paint/chance";
import { bandpass, filter, highpass, lowpass, sweepBandpass } from "../signal/biquad";
import { brownNoise, pinkNoise } from "../signal/noise";
import { mixInto, shape, wander } from "../signal/shape";
import { SAMPLE_RATE } from "../stereo";
import { wide } from "./ambience";

function hum(samples: number, hz: number, strengths: readonly number[], phase: number): Float32Array {
	const sound = new Float32Array(samples);
	for (let at = 0; at < samples; at += 1) {
		let sum = 0;
		for (let nth = 0; nth < strengths.length; nth += 1) {
			sum += (strengths[nth] ?? 0) * Math.sin(2 * Math.PI * hz * (nth + 1) * (at / SAMPLE_RATE) + phase * (nth + 1));
		}
		sound[at] = sum;
	}
	return sound;
}

export const machines = wide((chance, samples) => {
	const beat = between(chance, 2.6, 3.4);
	const motor = hum(samples, 58, [0.5, 0.3, 0.12, 0.08], chance());
	shape(motor, (t) => 0.07 + 0.02 * Math.sin(2 * Math.PI * beat * t));
	const vent = filter(pinkNoise(chance, samples), bandpass(340, 0.6));
	const stroke = filter(pinkNoise(chance, samples), highpass(1800), lowpass(6000));
	shape(stroke, (t) => Math.exp(-((t * beat) % 1) * 9) * 0.5);
	return mixInto(motor, [vent, 0.8], [stroke, 0.5]);
});

/** What films put where nothing can be heard. */
export const space = wide((chance, samples) => {
	const deep = hum(samples, between(chance, 49, 52), [0.5, 0.35, 0.18], chance() * 6);
	shape(deep, wander(chance, 0.03, 0.09, 0.7));
	const wash = sweepBandpass(pinkNoise(chance, samples), 2.2, wander(chance, 160, 620, 0.8));
	shape(wash, wander(chance, 0.3, 1, 0.7));
	const shimmer = sweepBandpass(pinkNoise(chance, samples), 9, wander(chance, 1400, 2800, 0.5));
	shape(shimmer, wander(chance, 0, 0.18, 1.1));
	return mixInto(deep, [wash, 0.7], [shimmer, 1], [filter(brownNoise(chance, samples), lowpass(70)), 0.15]);
});
