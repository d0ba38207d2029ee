import type { Draft } from "../draft";
import { ok, type Result } from "../result";
import { MAX_STORED_CHARS, type Shots } from "../shot";
import { type EditProblem, refuseEdit, type ShotsEdit } from "../timeline/edit-problem";

export type DraftEdit = Result<Draft, EditProblem>;

export function editShots(draft: Draft, edit: (shots: Shots) => ShotsEdit): DraftEdit {
	const { composition } = draft;
	if (composition.mode !== "shots") return refuseEdit("not-shots");
	const edited = edit(composition.shots);
	if (!edited.ok) return edited;
	const unchanged = edited.value === composition.shots;
	return ok(unchanged ? draft : { ...draft, composition: { ...composition, shots: edited.value } });
}

export function setShotWords(draft: Draft, index: number, words: string): DraftEdit {
	if (words.length > MAX_STORED_CHARS) return refuseEdit("too-many-characters");
	return editShots(draft, (shots) => {
		const shot = shots[index];
		return shot ? ok(shots.with(index, { ...shot, words })) : refuseEdit("unknown-shot");
	});
}
