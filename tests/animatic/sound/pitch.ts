import { SAMPLE_RATE } from "@/lib/children/animatic/sound/stereo";

const STEP = 4;
const FRAME_SECONDS = 0.04;

/** The middle pitch of a voice, by autocorrelation of its loud stretches. */
export function pitchHz(voice: Float32Array): number {
	const samples = voice.filter((_, at) => at % STEP === 0);
	const rate = SAMPLE_RATE / STEP;
	const frame = Math.round(FRAME_SECONDS * rate);
	const found: number[] = [];
	for (let from = 0; from + 2 * frame < samples.length; from += frame) {
		const at = (lag: number) => {
			let sum = 0;
			for (let nth = from; nth < from + frame; nth += 1) sum += (samples[nth] ?? 0) * (samples[nth + lag] ?? 0);
			return sum;
		};
		const lags = Array.from({ length: Math.floor(rate / 65 - rate / 330) }, (_, nth) => nth + Math.floor(rate / 330));
		const best = lags.reduce((most, lag) => (at(lag) > at(most) ? lag : most), lags[0] ?? 1);
		if (at(best) > 0.5 * at(0) && at(0) > 0.05) found.push(rate / best);
	}
	return found.toSorted((a, b) => a - b)[Math.floor(found.length / 2)] ?? 0;
}
