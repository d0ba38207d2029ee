import type { Draft } from "../draft";
import { sceneChanges } from "../prose/scene-changes";
import { frameSize } from "./frame-size";
import type { AnimaticPlan, PlannedShot } from "./plan";
import { planShot, type ShotWords } from "./plan-shot";
import { seedOf } from "./seed";

const FPS = 24;

interface Stretch {
	readonly text: string;
	readonly seconds: number;
}

/** Prose is cut where its own words cut it; its length stays what was asked. */
function stretchesOf({ composition }: Draft): readonly Stretch[] {
	if (composition.mode === "shots") return composition.shots.map(({ words, seconds }) => ({ text: words, seconds }));
	const { prose } = composition;
	const proposals = sceneChanges(prose.text, prose.seconds);
	return proposals.length > 1 ? proposals.map(({ words, weight }) => ({ text: words, seconds: weight })) : [prose];
}

/** Boundaries are rounded, lengths follow, so that the frames always add up to the film. */
function onFrames(stretches: readonly Stretch[]): ShotWords[] {
	let seconds = 0;
	return stretches.map((stretch, index) => {
		const startFrame = Math.round(seconds * FPS);
		seconds += stretch.seconds;
		const frames = Math.round(seconds * FPS) - startFrame;
		return { index, text: stretch.text, startFrame, frames, seconds: frames / FPS };
	});
}

/** The whole film, decided from the draft alone: the same draft makes the same film. */
export function planAnimatic(draft: Draft): AnimaticPlan {
	const stretches = onFrames(stretchesOf(draft));
	const shots: PlannedShot[] = [];
	for (const words of stretches) {
		shots.push(planShot(words, { avoid: draft.negativePrompt, hasImage: draft.image !== null, earlier: [...shots] }));
	}
	const frames = stretches.reduce((sum, stretch) => sum + stretch.frames, 0);
	const { image } = draft;
	return {
		...frameSize(draft),
		fps: FPS,
		frames,
		seconds: frames / FPS,
		ratio: image ? null : draft.ratio,
		image: image ? { id: image.id, width: image.width, height: image.height } : null,
		seed: seedOf(stretches.map(({ text }) => text).join("\n")),
		shots,
	};
}
