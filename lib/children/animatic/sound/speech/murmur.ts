import type { PlannedLine } from "@/lib/domain/animatic-plan/plan";
import { between, chanceFrom, pick } from "../../picture/paint/chance";
import { bandpass, filter } from "../signal/biquad";
import { whiteNoise } from "../signal/noise";
import { addAt, mixInto, shape } from "../signal/shape";
import { SAMPLE_RATE, toSamples } from "../stereo";

const SYLLABLES =
	/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[aeiouyáéíóúàèìòùâêîôûäëïöüæøåаеёиоуыэюяαεηιουωاويאהוי]+|[\u0900-\u097f\u0e00-\u0e7f]{2}/giu;
type Vowel = readonly [low: number, middle: number, high: number];
const VOWELS: readonly [Vowel, ...Vowel[]] = [
	[730, 1090, 2440],
	[300, 2250, 2900],
	[570, 870, 2410],
	[460, 1100, 2400],
	[530, 1840, 2480],
];
const PITCH_HZ: Readonly<Record<PlannedLine["voice"], number>> = { slt: 195, rms: 112, awb: 126, kal16: 98 };

function syllable(seconds: number, hz: number, chance: () => number): Float32Array {
	const samples = toSamples(seconds);
	const buzz = whiteNoise(chance, samples);
	let phase = 0;
	for (let at = 0; at < samples; at += 1) {
		const share = at / samples;
		phase += (hz * (1.05 - 0.1 * share)) / SAMPLE_RATE;
		phase -= Math.floor(phase);
		buzz[at] = 1 - 2 * phase + 0.06 * (buzz[at] ?? 0);
	}
	const [low, middle, high] = pick(chance, VOWELS);
	const voice = filter(buzz.slice(), bandpass(low, 5));
	mixInto(voice, [filter(buzz.slice(), bandpass(middle, 8)), 0.7], [filter(buzz, bandpass(high, 9)), 0.25]);
	return shape(voice, (t) => Math.min(1, t * 40, Math.max(0, seconds - t) * 28));
}

/** Stands in for a language the voice cannot speak: as many syllables, in the same time, and no words. */
export function murmur({ text, voice }: PlannedLine, seconds: number, seed: number): Float32Array {
	const chance = chanceFrom(seed);
	const count = Math.max(1, text.match(SYLLABLES)?.length ?? 0);
	const each = seconds / count;
	const sound = new Float32Array(toSamples(seconds));
	for (let nth = 0; nth < count; nth += 1) {
		const falling = 1.1 - 0.18 * (nth / count);
		const length = Math.min(0.32, each * between(chance, 0.8, 0.98));
		addAt(
			sound,
			syllable(length, PITCH_HZ[voice] * falling * between(chance, 0.93, 1.07), chance),
			toSamples(nth * each),
		);
	}
	return sound;
}
