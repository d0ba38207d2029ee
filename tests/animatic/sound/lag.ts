import { toSamples } from "@/lib/children/animatic/sound/stereo";

const REACH_SECONDS = 0.15;

/** By how much a voice comes later in what is heard than it was said, by correlation. */
export function lagSeconds(said: Float32Array, heard: Float32Array, startSeconds: number, endSeconds: number): number {
	const from = toSamples(startSeconds);
	const until = toSamples(endSeconds);
	const reach = toSamples(REACH_SECONDS);
	let best = { lag: 0, sum: Number.NEGATIVE_INFINITY };
	for (let lag = -reach; lag <= reach; lag += 12) {
		let sum = 0;
		for (let at = from; at < until; at += 4) sum += (said[at] ?? 0) * (heard[at + lag] ?? 0);
		if (sum > best.sum) best = { lag, sum };
	}
	return best.lag / toSamples(1);
}
