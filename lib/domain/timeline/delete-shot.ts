import { ok } from "../result";
import { MIN_TOTAL_SECONDS, type Shots, totalSeconds } from "../shot";
import { refuseEdit, type ShotsEdit } from "./edit-problem";
import { addSeconds, type Trim } from "./trim";

/** Its heir gets the seconds under roll; under ripple only those without which the film would be too short. */
export function deleteShot(shots: Shots, index: number, trim: Trim): ShotsEdit {
	const shot = shots[index];
	if (!shot) return refuseEdit("unknown-shot");
	const heir = shots[index - 1] ?? shots[index + 1];
	if (!heir) return refuseEdit("only-shot");
	const left = shots.toSpliced(index, 1);
	const inherited = trim === "roll" ? shot.seconds : Math.max(0, MIN_TOTAL_SECONDS - totalSeconds(left));
	return ok(addSeconds(left, heir, inherited));
}
