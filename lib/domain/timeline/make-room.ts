import { ok, type Result } from "../result";
import { MAX_SHOTS, MAX_TOTAL_SECONDS, MIN_SHOT_SECONDS, type Shots, totalSeconds } from "../shot";
import { type EditProblem, refuseEdit } from "./edit-problem";
import { addSeconds, type Trim } from "./trim";

/** Seconds set free for one more shot, and the shots that remain after giving them. */
export interface Room {
	readonly shots: Shots;
	readonly seconds: number;
}

/**
 * Under ripple the film grows, as far as it may. Under roll the shot at `near` gives at most half of what
 * it has; where it has only 1 second, the nearest shot with more gives instead.
 */
export function makeRoom(shots: Shots, near: number, wantedSeconds: number, trim: Trim): Result<Room, EditProblem> {
	if (shots.length >= MAX_SHOTS) return refuseEdit("too-many-shots");
	if (trim === "ripple") {
		const free = MAX_TOTAL_SECONDS - totalSeconds(shots);
		return free > 0 ? ok({ shots, seconds: Math.min(wantedSeconds, free) }) : refuseEdit("film-full");
	}
	const payer = nearestWithMore(shots, near);
	if (!payer) return refuseEdit("no-second-to-spare");
	const seconds = Math.min(wantedSeconds, Math.floor(payer.seconds / 2));
	return ok({ shots: addSeconds(shots, payer, -seconds), seconds });
}

function nearestWithMore(shots: Shots, near: number) {
	return shots
		.map((shot, index) => ({ shot, distance: Math.abs(index - near) }))
		.filter(({ shot }) => shot.seconds > MIN_SHOT_SECONDS)
		.sort((a, b) => a.distance - b.distance)[0]?.shot;
}
