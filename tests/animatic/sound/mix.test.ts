import { describe, expect, it } from "vitest";
import { limit } from "@/lib/children/animatic/sound/mix/limit";
import { integratedLufs, monoLufs } from "@/lib/children/animatic/sound/mix/loudness";
import { master } from "@/lib/children/animatic/sound/mix/master";
import { truePeaks } from "@/lib/children/animatic/sound/mix/true-peak";
import { SAMPLE_RATE, type Stereo } from "@/lib/children/animatic/sound/stereo";

function sine(hz: number, gain: number, seconds: number, phase = 0): Float32Array {
	return Float32Array.from(
		{ length: seconds * SAMPLE_RATE },
		(_, at) => gain * Math.sin((2 * Math.PI * hz * at) / SAMPLE_RATE + phase),
	);
}

function both(samples: Float32Array): Stereo {
	return { left: samples.slice(), right: samples.slice() };
}

const highest = (values: Float32Array) => values.reduce((most, each) => Math.max(most, Math.abs(each)), 0);

describe("loudness", () => {
	it("of a full-scale 997 Hz sine in one channel is -3.01 LUFS, as the standard says", () => {
		expect(monoLufs(sine(997, 1, 3))).toBeCloseTo(-3.01, 1);
	});

	it("of the same in both channels is 3 LU more", () => {
		expect(integratedLufs(both(sine(997, 1, 3)))).toBeCloseTo(0, 1);
	});

	it("does not count pauses", () => {
		const tone = sine(997, 0.1, 4);
		const paused = new Float32Array(8 * SAMPLE_RATE);
		paused.set(tone);
		expect(integratedLufs(both(paused))).toBeCloseTo(integratedLufs(both(tone)), 0);
	});
});

describe("true peaks", () => {
	it("are found between the samples", () => {
		const wave = sine(SAMPLE_RATE / 4, 1, 0.1, Math.PI / 4);
		expect(highest(wave)).toBeCloseTo(Math.SQRT1_2, 3);
		expect(highest(truePeaks(wave).slice(20, -20))).toBeCloseTo(1, 1);
	});
});

describe("the limiter", () => {
	const ceiling = 0.5;

	it("leaves alone what is below its ceiling", () => {
		const sound = both(sine(440, 0.45, 0.5));
		limit(sound, ceiling);
		expect(sound.left).toEqual(sine(440, 0.45, 0.5));
	});

	it("lets nothing pass its ceiling, not even between the samples", () => {
		const sound = both(sine(SAMPLE_RATE / 4, 1, 0.5, Math.PI / 4));
		sound.left.set(sine(300, 2, 0.1), 4_000);
		limit(sound, ceiling);
		expect(highest(truePeaks(sound.left))).toBeLessThanOrEqual(ceiling * 1.01);
		expect(highest(truePeaks(sound.right))).toBeLessThanOrEqual(ceiling * 1.01);
	});

	it("bends no wave: it only turns it down", () => {
		const loud = sine(200, 1, 0.5);
		const sound = both(loud);
		limit(sound, ceiling);
		const gains = [...sound.left].flatMap((each, at) =>
			Math.abs(loud[at] ?? 0) > 0.3 ? [each / (loud[at] ?? 1)] : [],
		);
		const settled = gains.slice(2_000, -2_000);
		expect(Math.max(...settled) - Math.min(...settled)).toBeLessThan(0.03);
	});
});

describe("mastering", () => {
	it("brings a quiet sound with hard knocks to -17 LUFS, its peaks under -2 dB", () => {
		const knocking = both(sine(440, 0.02, 4));
		for (let at = 10_000; at < knocking.left.length; at += 24_000) knocking.left.fill(0.6, at, at + 200);
		master(knocking);
		expect(Math.abs(integratedLufs(knocking) + 17)).toBeLessThan(0.5);
		expect(20 * Math.log10(highest(truePeaks(knocking.left)))).toBeLessThanOrEqual(-2);
	});
});
