import type { PlannedLine } from "@/lib/domain/animatic-plan/plan";
import { gainFor, monoLufs } from "../mix/loudness";
import { filter, highpass } from "../signal/biquad";
import { scale } from "../signal/shape";
import { SAMPLE_RATE, toSamples } from "../stereo";
import { speak } from "./flite";
import { murmur } from "./murmur";

const FASTEST = 1.45;
const SLOWEST = 0.8;
/** Of the time the plan allows, what the voice takes at its own pace: guessed well, a line is said once. */
const USUAL_SHARE = 0.63;
/** Nobody sees a mouth that is so little early or late, and saying it anew costs as much again. */
const CLOSE = 0.08;
const FADE_SECONDS = 0.03;
const SPEECH_LUFS = -18;
const AUDIBLE = 0.006;

function trimmed(samples: Float32Array): Float32Array {
	let from = 0;
	let until = samples.length;
	while (from < until && Math.abs(samples[from] ?? 0) < AUDIBLE) from += 1;
	while (until > from && Math.abs(samples[until - 1] ?? 0) < AUDIBLE) until -= 1;
	return samples.slice(from, until);
}

async function spoken({ text, voice }: PlannedLine, rate: number): Promise<Float32Array | null> {
	const samples = await speak(text, voice, rate);
	return samples && trimmed(samples);
}

const bearable = (rate: number) => Math.min(FASTEST, Math.max(SLOWEST, rate));

/** In the time the plan gave it, as the mouth on the picture moves; never faster than a person could follow. */
async function spokenInTime(line: PlannedLine): Promise<Float32Array | null> {
	const rate = bearable(line.speed * USUAL_SHARE);
	const first = await spoken(line, rate);
	if (!first || first.length === 0) return null;
	const wanted = bearable((rate * first.length) / Math.max(1, toSamples(line.seconds)));
	return Math.abs(wanted / rate - 1) < CLOSE ? first : spoken(line, wanted);
}

function cut(samples: Float32Array, length: number): Float32Array {
	if (samples.length <= length) return samples;
	const kept = samples.slice(0, length);
	const fade = Math.min(kept.length, toSamples(FADE_SECONDS));
	for (let nth = 0; nth < fade; nth += 1) {
		const at = kept.length - 1 - nth;
		kept[at] = ((kept[at] ?? 0) * nth) / fade;
	}
	return kept;
}

/** One line, at the loudness of all lines, and no longer than `roomSeconds`. */
export async function sayLine(line: PlannedLine, roomSeconds: number, seed: number): Promise<Float32Array> {
	const asSpeech = line.rendering === "speech" ? await spokenInTime(line) : null;
	const samples = cut(asSpeech ?? murmur(line, line.seconds, seed), Math.max(0, toSamples(roomSeconds)));
	filter(samples, highpass(85));
	const loudness = monoLufs(padded(samples));
	return scale(samples, Number.isFinite(loudness) ? gainFor(SPEECH_LUFS - loudness) : 1);
}

/** Loudness is measured over 400 ms; a shorter word is measured with the silence after it. */
function padded(samples: Float32Array): Float32Array {
	if (samples.length >= 0.4 * SAMPLE_RATE) return samples;
	const long = new Float32Array(0.4 * SAMPLE_RATE);
	long.set(samples);
	return long;
}
