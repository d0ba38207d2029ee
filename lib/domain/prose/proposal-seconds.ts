import { splitByWeights } from "../largest-remainder";
import { MIN_SHOT_SECONDS } from "../shot";
import type { Speech } from "./find-speech";
import type { Span } from "./prose-spans";
import { speakingSeconds } from "./speaking-time";

const LOOK_SECONDS = 2.5;
const SECONDS_PER_TOLD_SIGN = 0.01;

interface Need {
	readonly speaking: number;
	/** Time to see where we are, and a little for what is told. */
	readonly looking: number;
}

export function needsOf(text: string, spans: readonly Span[], speeches: readonly Speech[]): Need[] {
	let next = 0;
	return spans.map(({ from, to }) => {
		let speaking = 0;
		let told = to - from;
		for (let speech = speeches[next]; speech && speech.start < to; speech = speeches[next]) {
			speaking += speakingSeconds(text.slice(speech.start, speech.end));
			told -= speech.end - speech.start;
			next += 1;
		}
		return { speaking, looking: LOOK_SECONDS + Math.max(0, told) * SECONDS_PER_TOLD_SIGN };
	});
}

export function sumOf({ speaking, looking }: Need): number {
	return Math.round((speaking + looking) * 10) / 10;
}

/** Lines first get the seconds they take, then each second left goes to the shot shortest of what it asks. */
export function shareSeconds(needs: readonly Need[], total: number): number[] {
	const seconds = needs.map(({ speaking }) => Math.max(MIN_SHOT_SECONDS, Math.ceil(speaking)));
	const left = total - seconds.reduce((sum, each) => sum + each, 0);
	if (left < 0) return splitByWeights(total, needs.map(sumOf), MIN_SHOT_SECONDS);
	for (let given = 0; given < left; given += 1) {
		const filled = needs.map((need, index) => (seconds[index] ?? 0) / sumOf(need));
		const emptiest = filled.indexOf(Math.min(...filled));
		seconds[emptiest] = (seconds[emptiest] ?? 0) + 1;
	}
	return seconds;
}

/** At most as many spans as there may be shots: neighbours are joined so that each takes about the same time. */
export function joinSurplus(
	spans: readonly Span[],
	most: number,
	text: string,
	speeches: readonly Speech[],
): readonly Span[] {
	if (spans.length <= most) return spans;
	const weights = needsOf(text, spans, speeches).map(sumOf);
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const joined = new Map<number, Span>();
	let before = 0;
	spans.forEach((span, index) => {
		const group = Math.min(most - 1, Math.floor((before / total) * most));
		joined.set(group, { from: joined.get(group)?.from ?? span.from, to: span.to });
		before += weights[index] ?? 0;
	});
	return [...joined.values()];
}
