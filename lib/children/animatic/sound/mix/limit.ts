import { SAMPLE_RATE, type Stereo } from "../stereo";
import { truePeaks } from "./true-peak";

const LOOK_AHEAD = Math.round(0.004 * SAMPLE_RATE);
const RELEASE_SECONDS = 0.08;

/** The gain at which no peak in the next moment passes the ceiling. */
function neededGains({ left, right }: Stereo, ceiling: number): Float32Array {
	const peaks = truePeaks(left, ceiling);
	const others = truePeaks(right, ceiling);
	const gains = new Float32Array(peaks.length + LOOK_AHEAD).fill(1);
	for (let at = 0; at < peaks.length; at += 1) {
		const most = Math.max(peaks[at] ?? 0, others[at] ?? 0);
		if (most <= ceiling) continue;
		const gain = ceiling / most;
		for (let early = at; early <= at + LOOK_AHEAD; early += 1) gains[early] = Math.min(gains[early] ?? 1, gain);
	}
	return gains;
}

/** Falls before a peak, over the look-ahead; rises slowly after it. */
function smoothed(gains: Float32Array): Float32Array {
	const rise = 1 - Math.exp(-1 / (RELEASE_SECONDS * SAMPLE_RATE));
	const curve = new Float32Array(gains.length);
	let held = 1;
	for (let at = 0; at < gains.length; at += 1) {
		const wanted = gains[at] ?? 1;
		held = wanted < held ? wanted : held + (wanted - held) * rise;
		curve[at] = held;
	}
	return curve;
}

/** Keeps the wave between the samples under `ceiling` too, without ever bending it. In place. */
export function limit(sound: Stereo, ceiling: number): void {
	const curve = smoothed(neededGains(sound, ceiling));
	const { left, right } = sound;
	const window = LOOK_AHEAD + 1;
	let sum = 0;
	for (let at = 0; at < LOOK_AHEAD; at += 1) sum += curve[at] ?? 1;
	for (let at = 0; at < left.length; at += 1) {
		sum += curve[at + LOOK_AHEAD] ?? 1;
		const gain = Math.min(1, sum / window);
		left[at] = (left[at] ?? 0) * gain;
		right[at] = (right[at] ?? 0) * gain;
		sum -= curve[at] ?? 1;
	}
}
