import { ok } from "../result";
import { MAX_SHOTS, MIN_SHOT_SECONDS, nextShotId, type Shots } from "../shot";
import { sentenceBreaks } from "../text";
import { refuseEdit, type ShotsEdit } from "./edit-problem";

export function splitShot(shots: Shots, index: number): ShotsEdit {
	const shot = shots[index];
	if (!shot) return refuseEdit("unknown-shot");
	if (shots.length >= MAX_SHOTS) return refuseEdit("too-many-shots");
	if (shot.seconds < 2 * MIN_SHOT_SECONDS) return refuseEdit("too-short-to-split");
	const seconds = Math.ceil(shot.seconds / 2);
	const [words, restOfWords] = divideWords(shot.words, seconds / shot.seconds);
	const first = { ...shot, seconds, words };
	const second = { id: nextShotId(shots), seconds: shot.seconds - seconds, words: restOfWords };
	return ok(shots.toSpliced(index, 1, first, second));
}

/** At the end of the sentence nearest to the cut; a single sentence stays whole with the first half. */
function divideWords(words: string, share: number): readonly [string, string] {
	const wanted = words.length * share;
	const [cut] = sentenceBreaks(words).toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
	return cut === undefined ? [words, ""] : [words.slice(0, cut).trim(), words.slice(cut).trim()];
}
