import type { Draft, Prose } from "../draft";
import { ok } from "../result";
import { MAX_TOTAL_SECONDS, MIN_TOTAL_SECONDS } from "../shot";
import { refuseEdit } from "../timeline/edit-problem";
import { setTotal, totalRange } from "../timeline/total";
import type { SecondsRange } from "../timeline/trim";
import { type DraftEdit, editShots } from "./shots";

export function durationRange(draft: Draft): SecondsRange {
	const { composition } = draft;
	if (composition.mode === "shots") return totalRange(composition.shots);
	const atSeconds = composition.prose.seconds;
	return { atSeconds, minSeconds: MIN_TOTAL_SECONDS, maxSeconds: MAX_TOTAL_SECONDS };
}

export function setDuration(draft: Draft, seconds: number): DraftEdit {
	const { composition } = draft;
	if (composition.mode === "shots") return editShots(draft, (shots) => setTotal(shots, seconds));
	if (!Number.isInteger(seconds)) return refuseEdit("not-whole-seconds");
	if (seconds < MIN_TOTAL_SECONDS || seconds > MAX_TOTAL_SECONDS) return refuseEdit("film-length");
	const prose: Prose = { ...composition.prose, seconds };
	return ok({ ...draft, composition: { ...composition, prose } });
}
