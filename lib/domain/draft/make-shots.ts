import { type Draft, durationSeconds } from "../draft";
import { splitByWeights } from "../largest-remainder";
import { MAX_SHOTS, MIN_SHOT_SECONDS } from "../shot";
import { refuseEdit } from "../timeline/edit-problem";
import { replaceShots } from "./replace-shots";
import type { DraftEdit } from "./shots";

/** `weight` is a shot's claim on the film, beside the other shots': its seconds, its length in words. */
export interface ProposedShot {
	readonly words: string;
	readonly weight: number;
}

/** The length stays. Proposals beyond what it can hold join the last shot, so that no words are lost. */
export function makeShots(draft: Draft, proposals: readonly ProposedShot[]): DraftEdit {
	if (proposals.length === 0) return refuseEdit("no-shots");
	const total = durationSeconds(draft);
	const fitting = joinOverflow(proposals, Math.min(MAX_SHOTS, total));
	const seconds = splitByWeights(total, fitting.map(fairWeight), MIN_SHOT_SECONDS);
	return replaceShots(
		draft,
		fitting.map(({ words }, index) => ({ words, seconds: seconds[index] ?? MIN_SHOT_SECONDS })),
	);
}

function joinOverflow(proposals: readonly ProposedShot[], most: number): readonly ProposedShot[] {
	if (proposals.length <= most) return proposals;
	const rest = proposals.slice(most - 1);
	const words = rest.map((each) => each.words).join(" ");
	const weight = rest.reduce((sum, each) => sum + each.weight, 0);
	return [...proposals.slice(0, most - 1), { words, weight }];
}

const MOST_WEIGHT = 1_000_000;

function fairWeight({ weight }: ProposedShot): number {
	return Math.min(Math.max(weight, 0) || 0, MOST_WEIGHT);
}
