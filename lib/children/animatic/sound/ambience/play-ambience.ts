import type { AnimaticPlan, PlannedShot } from "@/lib/domain/animatic-plan/plan";
import { seedOf } from "@/lib/domain/animatic-plan/seed";
import { chanceFrom } from "../../picture/paint/chance";
import { gainFor, heardPowers, lufsOf } from "../mix/loudness";
import { addAt, peak, scale } from "../signal/shape";
import { type Stereo, silence, toSamples } from "../stereo";
import { AMBIENCES } from "./ambiences";

/** Of an ambience at level 1. */
const FULL_LUFS = -22;
/** A bird in silence has little power; it must not be made to scream. */
const LOUDEST_PEAK = 0.4;
const CROSSFADE_SECONDS = 0.3;

type Kind = PlannedShot["sound"]["ambience"][number];

function powerOf(samples: Float32Array): number {
	return heardPowers(samples, samples.length)[0] ?? 0;
}

function atLevel({ left, right }: Stereo, { kind, level }: Kind): Stereo {
	const power = powerOf(left) + powerOf(right);
	const wanted = gainFor(FULL_LUFS + AMBIENCES[kind].trimDb - lufsOf(power));
	const gain = level * Math.min(wanted, LOUDEST_PEAK / Math.max(peak(left), peak(right), 1e-6));
	return { left: scale(left, gain), right: scale(right, gain) };
}

/** Equal power at both ends, so that two in a crossfade sound as loud as one. */
function faded(samples: Float32Array, fadeIn: boolean, fadeOut: boolean): Float32Array {
	const fade = Math.min(samples.length / 2, toSamples(2 * CROSSFADE_SECONDS));
	for (let at = 0; at < fade; at += 1) {
		const gain = Math.sin((Math.PI / 2) * (at / fade));
		const last = samples.length - 1 - at;
		if (fadeIn) samples[at] = (samples[at] ?? 0) * gain;
		if (fadeOut) samples[last] = (samples[last] ?? 0) * gain;
	}
	return samples;
}

/** A run of shots in which one kind is heard: it goes on through the cuts between them. */
interface Stretch extends Kind {
	readonly startFrame: number;
	readonly endFrame: number;
}

function stretchesOf(plan: AnimaticPlan): Stretch[] {
	const stretches: Stretch[] = [];
	for (const { startFrame, frames, sound } of plan.shots) {
		for (const { kind, level } of sound.ambience) {
			const going = stretches.findIndex(
				(one) => one.kind === kind && one.level === level && one.endFrame === startFrame,
			);
			const before = stretches[going];
			if (before) stretches[going] = { ...before, endFrame: startFrame + frames };
			else stretches.push({ kind, level, startFrame, endFrame: startFrame + frames });
		}
	}
	return stretches;
}

/** What each place sounds like, one crossing into the next at the cuts. */
export function playAmbience(plan: AnimaticPlan): Stereo {
	const sound = silence(toSamples(plan.seconds));
	for (const stretch of stretchesOf(plan)) {
		const opens = stretch.startFrame === 0;
		const closes = stretch.endFrame === plan.frames;
		const from = toSamples(stretch.startFrame / plan.fps - (opens ? 0 : CROSSFADE_SECONDS));
		const until = toSamples(stretch.endFrame / plan.fps + (closes ? 0 : CROSSFADE_SECONDS));
		const chance = chanceFrom(seedOf(`${plan.seed}:${stretch.kind}:${stretch.startFrame}`));
		const { left, right } = atLevel(AMBIENCES[stretch.kind].make(chance, until - from), stretch);
		addAt(sound.left, faded(left, !opens, !closes), from);
		addAt(sound.right, faded(right, !opens, !closes), from);
	}
	return sound;
}
