import type { Biquad } from "../signal/biquad";
import { SAMPLE_RATE, type Stereo } from "../stereo";

/** ITU-R BS.1770: the head, then the ear's deafness to lows. Coefficients for 48 kHz. */
const HEAD: Biquad = {
	b0: 1.53512485958697,
	b1: -2.69169618940638,
	b2: 1.19839281085285,
	a1: -1.69065929318241,
	a2: 0.73248077421585,
};
const LOWS_A1 = -1.99004745483398;
const LOWS_A2 = 0.99007225036621;

const HOP_SECONDS = 0.1;
const HOPS_A_BLOCK = 4;
const SILENT_LUFS = -70;
const RELATIVE_GATE_LU = 10;

/** Its power as the ear hears it, of each `hop` samples. */
export function heardPowers(samples: Float32Array, hop: number): Float64Array {
	const powers = new Float64Array(Math.floor(samples.length / hop));
	const { b0, b1, b2, a1, a2 } = HEAD;
	let [before, earlier, lowBefore, lowEarlier] = [0, 0, 0, 0];
	for (let nth = 0; nth < powers.length; nth += 1) {
		let sum = 0;
		for (let at = nth * hop, end = at + hop; at < end; at += 1) {
			const x = samples[at] ?? 0;
			const y = b0 * x + before;
			before = b1 * x - a1 * y + earlier;
			earlier = b2 * x - a2 * y;
			const z = y + lowBefore;
			lowBefore = -2 * y - LOWS_A1 * z + lowEarlier;
			lowEarlier = y - LOWS_A2 * z;
			sum += z * z;
		}
		powers[nth] = sum / hop;
	}
	return powers;
}

export function lufsOf(power: number): number {
	return power > 0 ? -0.691 + 10 * Math.log10(power) : Number.NEGATIVE_INFINITY;
}

function hopPowers(channels: readonly Float32Array[]): Float64Array {
	const [first = new Float64Array(), ...others] = channels.map((each) => heardPowers(each, SAMPLE_RATE * HOP_SECONDS));
	return first.map((power, nth) => others.reduce((sum, other) => sum + (other[nth] ?? 0), power));
}

function blockPowers(channels: readonly Float32Array[]): number[] {
	const hops = hopPowers(channels);
	const blocks: number[] = [];
	for (let nth = 0; nth + HOPS_A_BLOCK <= hops.length; nth += 1) {
		let sum = 0;
		for (let hop = nth; hop < nth + HOPS_A_BLOCK; hop += 1) sum += hops[hop] ?? 0;
		blocks.push(sum / HOPS_A_BLOCK);
	}
	return blocks;
}

function mean(powers: readonly number[]): number {
	return powers.length === 0 ? 0 : powers.reduce((sum, power) => sum + power, 0) / powers.length;
}

/** Every 400 ms stretch of it, in LUFS, a tenth of a second apart. */
export function momentaryLufs({ left, right }: Stereo): number[] {
	return blockPowers([left, right]).map(lufsOf);
}

function gated(channels: readonly Float32Array[]): number {
	const audible = blockPowers(channels).filter((power) => lufsOf(power) > SILENT_LUFS);
	const gate = lufsOf(mean(audible)) - RELATIVE_GATE_LU;
	return lufsOf(mean(audible.filter((power) => lufsOf(power) > gate)));
}

/** Gated as the standard says: pauses do not count. */
export function integratedLufs({ left, right }: Stereo): number {
	return gated([left, right]);
}

/** The same for one channel. */
export function monoLufs(samples: Float32Array): number {
	return gated([samples]);
}

export function gainFor(decibels: number): number {
	return 10 ** (decibels / 20);
}
