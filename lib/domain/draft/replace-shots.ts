import type { Draft } from "../draft";
import type { ScriptShot } from "../grammar/format-shots";
import { ok } from "../result";
import {
	MAX_SHOTS,
	MAX_STORED_CHARS,
	MAX_TOTAL_SECONDS,
	MIN_SHOT_SECONDS,
	MIN_TOTAL_SECONDS,
	nextShotId,
	type Shot,
	type Shots,
} from "../shot";
import { type EditProblemCode, refuseEdit } from "../timeline/edit-problem";
import { type DraftEdit, editShots } from "./shots";
import { switchMode } from "./switch-mode";

/** Takes the shots of a script, in either mode. A shot keeps its identity by its place. */
export function replaceShots(draft: Draft, spelled: readonly ScriptShot[]): DraftEdit {
	const obstacle = findObstacle(spelled);
	if (obstacle) return refuseEdit(obstacle);
	return editShots(switchMode(draft, "shots"), (shots) => ok(identify(spelled, shots)));
}

function findObstacle(spelled: readonly ScriptShot[]): EditProblemCode | null {
	if (spelled.length === 0) return "no-shots";
	if (spelled.length > MAX_SHOTS) return "too-many-shots";
	if (spelled.some(({ words }) => words.length > MAX_STORED_CHARS)) return "too-many-characters";
	if (spelled.some(({ seconds }) => !Number.isInteger(seconds))) return "not-whole-seconds";
	if (spelled.some(({ seconds }) => seconds < MIN_SHOT_SECONDS)) return "shot-too-short";
	const total = spelled.reduce((sum, { seconds }) => sum + seconds, 0);
	if (total < MIN_TOTAL_SECONDS) return "film-too-short";
	return total > MAX_TOTAL_SECONDS ? "film-too-long" : null;
}

function identify(spelled: readonly ScriptShot[], known: Shots): Shots {
	const shots: Shot[] = [];
	for (const [index, { seconds, words }] of spelled.entries()) {
		const id = known[index]?.id ?? nextShotId(shots);
		shots.push({ id, seconds, words });
	}
	return shots;
}
