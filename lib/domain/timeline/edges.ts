import { ok } from "../result";
import { type Shots, totalSeconds } from "../shot";
import { refuseEdit, type ShotsEdit } from "./edit-problem";
import { type SecondsRange, type Trim, trimRange, trimShot } from "./trim";

/** Seconds of the film at which the end of a shot stands, and how far it goes: under roll, the last one nowhere. */
export function edgeRange(shots: Shots, edge: number, trim: Trim): SecondsRange | null {
	const shot = shots[edge];
	if (!shot) return null;
	const start = totalSeconds(shots.slice(0, edge));
	const range = trimRange(shots, shot, shots[edge + 1], trim);
	return {
		atSeconds: start + range.atSeconds,
		minSeconds: start + range.minSeconds,
		maxSeconds: start + range.maxSeconds,
	};
}

/** Moves an edge as near to `toSeconds` of the film as it goes. */
export function moveEdge(shots: Shots, edge: number, toSeconds: number, trim: Trim): ShotsEdit {
	const shot = shots[edge];
	const range = edgeRange(shots, edge, trim);
	if (!shot || !range) return refuseEdit("unknown-edge");
	if (!Number.isInteger(toSeconds)) return refuseEdit("not-whole-seconds");
	const reached = Math.min(Math.max(toSeconds, range.minSeconds), range.maxSeconds);
	return ok(trimShot(shots, shot, shots[edge + 1], trim, shot.seconds + reached - range.atSeconds));
}
