import type { Draft } from "../draft";
import { ok } from "../result";
import { MAX_STORED_CHARS } from "../shot";
import { refuseEdit } from "../timeline/edit-problem";
import type { DraftEdit } from "./shots";

export function setPrompt(draft: Draft, text: string): DraftEdit {
	const { composition } = draft;
	if (composition.mode !== "one-shot") return refuseEdit("not-one-shot");
	if (text.length > MAX_STORED_CHARS) return refuseEdit("too-many-characters");
	return ok({ ...draft, composition: { ...composition, prose: { ...composition.prose, text } } });
}

export function setNegativePrompt(draft: Draft, negativePrompt: string): DraftEdit {
	if (negativePrompt.length > MAX_STORED_CHARS) return refuseEdit("too-many-characters");
	return ok({ ...draft, negativePrompt });
}
