import { ok } from "../result";
import { MIN_SHOT_SECONDS, type Shot, type Shots } from "../shot";
import { refuseEdit, type ShotsEdit } from "./edit-problem";
import { type SecondsRange, type Trim, trimRange, trimShot } from "./trim";

export function shotRange(shots: Shots, index: number, trim: Trim): SecondsRange | null {
	const shot = shots[index];
	return shot ? trimRange(shots, shot, payerOf(shots, index), trim) : null;
}

export function setShotSeconds(shots: Shots, index: number, seconds: number, trim: Trim): ShotsEdit {
	const shot = shots[index];
	if (!shot) return refuseEdit("unknown-shot");
	if (!Number.isInteger(seconds)) return refuseEdit("not-whole-seconds");
	if (seconds < MIN_SHOT_SECONDS) return refuseEdit("shot-too-short");
	const payer = payerOf(shots, index);
	const { minSeconds, maxSeconds } = trimRange(shots, shot, payer, trim);
	const fits = seconds >= minSeconds && seconds <= maxSeconds;
	if (fits) return ok(trimShot(shots, shot, payer, trim, seconds));
	if (trim === "ripple") return refuseEdit(seconds < minSeconds ? "film-too-short" : "film-too-long");
	return refuseEdit(payer ? "neighbour-too-short" : "no-neighbour");
}

/** The shot after it pays; for the last one, the shot before. */
function payerOf(shots: Shots, index: number): Shot | undefined {
	return shots[index + 1] ?? shots[index - 1];
}
