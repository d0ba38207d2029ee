import { ok, type Result } from "../result";
import { MAX_SHOTS, MAX_TOTAL_SECONDS, MIN_SHOT_SECONDS, type Shots, totalSeconds } from "../shot";
import { type EditProblem, refuseEdit } from "./edit-problem";
import { addSeconds, type Trim } from "./trim";

interface Room {
	readonly shots: Shots;
	readonly seconds: number;
}

/** Under roll one shot gives at most half of its seconds: the one at `near`, or the nearest that has any to spare. */
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
