import { filter, lowpass } from "@/lib/children/animatic/sound/signal/biquad";
import { SAMPLE_RATE } from "@/lib/children/animatic/sound/stereo";

/**
 * Short-time objective intelligibility (Taal, Hendriks, Heusdens, Jensen 2011): how well the envelopes of a clean voice
 * survive in what is heard, 0 to 1. Above 0.75 nearly every word is understood.
 */
const RATE = 10_000;
const FRAME = 256;
const HOP = 128;
const FFT = 512;
const BANDS = 15;
const LOWEST_HZ = 150;
const SEGMENT = 30;
const CLIP = 10 ** (15 / 20);
const QUIET_DB = 40;

function resampled(samples: Float32Array): Float64Array {
	const smooth = filter(samples.slice(), lowpass(4600), lowpass(4600), lowpass(4600));
	return Float64Array.from({ length: Math.floor((samples.length * RATE) / SAMPLE_RATE) }, (_, nth) => {
		const at = (nth * SAMPLE_RATE) / RATE;
		const cell = Math.floor(at);
		return (smooth[cell] ?? 0) * (1 - at + cell) + (smooth[cell + 1] ?? 0) * (at - cell);
	});
}

const HANN = Float64Array.from(
	{ length: FRAME },
	(_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 1)) / (FRAME + 1)),
);

function framesOf(samples: Float64Array): Float64Array[] {
	const count = Math.max(0, Math.floor((samples.length - FRAME) / HOP) + 1);
	return Array.from({ length: count }, (_, nth) =>
		Float64Array.from({ length: FRAME }, (_, at) => (samples[nth * HOP + at] ?? 0) * (HANN[at] ?? 0)),
	);
}

function energy(values: Float64Array): number {
	return values.reduce((sum, value) => sum + value * value, 0);
}

function powers(frame: Float64Array): Float64Array {
	const re = new Float64Array(FFT);
	const im = new Float64Array(FFT);
	re.set(frame);
	for (let at = 1, back = 0; at < FFT; at += 1) {
		let bit = FFT >> 1;
		for (; back & bit; bit >>= 1) back ^= bit;
		back ^= bit;
		if (at < back) [re[at], re[back]] = [re[back] ?? 0, re[at] ?? 0];
	}
	for (let size = 2; size <= FFT; size <<= 1) {
		for (let from = 0; from < FFT; from += size) {
			for (let at = 0; at < size / 2; at += 1) {
				const turn = (-2 * Math.PI * at) / size;
				const low = from + at;
				const high = low + size / 2;
				const [hr, hi] = [re[high] ?? 0, im[high] ?? 0];
				const tr = hr * Math.cos(turn) - hi * Math.sin(turn);
				const ti = hr * Math.sin(turn) + hi * Math.cos(turn);
				const [lr, li] = [re[low] ?? 0, im[low] ?? 0];
				re[low] = lr + tr;
				im[low] = li + ti;
				re[high] = lr - tr;
				im[high] = li - ti;
			}
		}
	}
	return Float64Array.from({ length: FFT / 2 + 1 }, (_, bin) => (re[bin] ?? 0) ** 2 + (im[bin] ?? 0) ** 2);
}

function bandsOf(frame: Float64Array): number[] {
	const spectrum = powers(frame);
	return Array.from({ length: BANDS }, (_, band) => {
		const centre = LOWEST_HZ * 2 ** (band / 3);
		const from = Math.round((centre * 2 ** (-1 / 6) * FFT) / RATE);
		const until = Math.round((centre * 2 ** (1 / 6) * FFT) / RATE);
		return Math.sqrt(spectrum.slice(from, until).reduce((sum, power) => sum + power, 0));
	});
}

function norm(values: readonly number[]): number {
	return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}

function correlation(a: readonly number[], b: readonly number[]): number {
	const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	const [am, bm] = [mean(a), mean(b)];
	const ac = a.map((value) => value - am);
	const bc = b.map((value) => value - bm);
	return ac.reduce((sum, value, nth) => sum + value * (bc[nth] ?? 0), 0) / (norm(ac) * norm(bc) + 1e-12);
}

export function stoi(clean: Float32Array, heard: Float32Array): number {
	const cleanFrames = framesOf(resampled(clean));
	const heardFrames = framesOf(resampled(heard));
	const loudest = Math.max(...cleanFrames.map(energy));
	const spoken = cleanFrames.flatMap((frame, nth) => (energy(frame) > loudest / 10 ** (QUIET_DB / 10) ? [nth] : []));
	const x = spoken.map((nth) => bandsOf(cleanFrames[nth] ?? new Float64Array(FRAME)));
	const y = spoken.map((nth) => bandsOf(heardFrames[nth] ?? new Float64Array(FRAME)));
	const scores: number[] = [];
	for (let end = SEGMENT; end <= x.length; end += 1) {
		for (let band = 0; band < BANDS; band += 1) {
			const xs = x.slice(end - SEGMENT, end).map((bands) => bands[band] ?? 0);
			const ys = y.slice(end - SEGMENT, end).map((bands) => bands[band] ?? 0);
			const gain = norm(xs) / (norm(ys) + 1e-12);
			const clipped = ys.map((value, nth) => Math.min(value * gain, (xs[nth] ?? 0) * (1 + CLIP)));
			scores.push(correlation(xs, clipped));
		}
	}
	return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}
