import { ok } from "../result";
import type { Shots } from "../shot";
import { refuseEdit, type ShotsEdit } from "./edit-problem";

export function moveShot(shots: Shots, from: number, to: number): ShotsEdit {
	const shot = shots[from];
	if (!shot || !Number.isInteger(to)) return refuseEdit("unknown-shot");
	if (to < 0) return refuseEdit("already-first");
	if (to >= shots.length) return refuseEdit("already-last");
	if (to === from) return ok(shots);
	return ok(shots.toSpliced(from, 1).toSpliced(to, 0, shot));
}

export function moveShotEarlier(shots: Shots, index: number): ShotsEdit {
	return moveShot(shots, index, index - 1);
}

export function moveShotLater(shots: Shots, index: number): ShotsEdit {
	return moveShot(shots, index, index + 1);
}
