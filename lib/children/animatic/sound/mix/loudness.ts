import { type Biquad, filter } from "../signal/biquad";
import { SAMPLE_RATE, type Stereo } from "../stereo";

/** ITU-R BS.1770: the head, then the ear's deafness to lows. Coefficients for 48 kHz. */
const HEAD: Biquad = {
	b0: 1.53512485958697,
	b1: -2.69169618940638,
	b2: 1.19839281085285,
	a1: -1.69065929318241,
	a2: 0.73248077421585,
};
const LOWS: Biquad = { b0: 1, b1: -2, b2: 1, a1: -1.99004745483398, a2: 0.99007225036621 };

const HOP_SECONDS = 0.1;
const HOPS_A_BLOCK = 4;
const SILENT_LUFS = -70;
const RELATIVE_GATE_LU = 10;

export function weighted(samples: Float32Array): Float32Array {
	return filter(samples.slice(), HEAD, LOWS);
}

export function lufsOf(power: number): number {
	return power > 0 ? -0.691 + 10 * Math.log10(power) : Number.NEGATIVE_INFINITY;
}

function hopPowers(channels: readonly Float32Array[]): Float64Array {
	const hop = SAMPLE_RATE * HOP_SECONDS;
	const powers = new Float64Array(Math.floor((channels[0]?.length ?? 0) / hop));
	for (const channel of channels) {
		const heard = weighted(channel);
		for (let nth = 0; nth < powers.length; nth += 1) {
			let sum = 0;
			for (let at = nth * hop; at < (nth + 1) * hop; at += 1) sum += (heard[at] ?? 0) ** 2;
			powers[nth] = (powers[nth] ?? 0) + sum / hop;
		}
	}
	return powers;
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
