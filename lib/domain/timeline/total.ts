import { splitByWeights } from "../largest-remainder";
import { ok } from "../result";
import { MAX_TOTAL_SECONDS, MIN_SHOT_SECONDS, MIN_TOTAL_SECONDS, type Shots, totalSeconds } from "../shot";
import { refuseEdit, type ShotsEdit } from "./edit-problem";
import type { SecondsRange } from "./trim";

export function totalRange(shots: Shots): SecondsRange {
	return {
		atSeconds: totalSeconds(shots),
		minSeconds: Math.max(MIN_TOTAL_SECONDS, shots.length * MIN_SHOT_SECONDS),
		maxSeconds: MAX_TOTAL_SECONDS,
	};
}

export function setTotal(shots: Shots, seconds: number): ShotsEdit {
	if (!Number.isInteger(seconds)) return refuseEdit("not-whole-seconds");
	if (seconds < MIN_TOTAL_SECONDS || seconds > MAX_TOTAL_SECONDS) return refuseEdit("film-length");
	if (seconds < totalRange(shots).minSeconds) return refuseEdit("more-shots-than-seconds");
	if (seconds === totalSeconds(shots)) return ok(shots);
	const weights = shots.map((shot) => shot.seconds);
	const shares = splitByWeights(seconds, weights, MIN_SHOT_SECONDS);
	return ok(shots.map((shot, index) => ({ ...shot, seconds: shares[index] ?? shot.seconds })));
}
