import type { CatalogEntry } from "../catalog/entry";
import { type Draft, durationSeconds } from "../draft";
import { wirePrompt } from "../grammar/wire-prompt";
import { refuseImage } from "./image";
import { findLosses } from "./losses";
import { judgeLength, judgePresence } from "./prompt";
import { refuseShots, warnOfShots } from "./shots";
import type { Refusal, Verdict, Warning } from "./verdict";

/** What this draft would meet at this gateway. No refusals means that it may be sent. */
export function judgeDraft(draft: Draft, entry: CatalogEntry): Verdict {
	const presence = judgePresence(draft, entry);
	const length = judgeLength(draft, entry, wirePrompt(draft, entry.shots.syntax));
	return {
		refusals: [
			...presence.refusals,
			...length.refusals,
			...refuseShots(draft, entry),
			...refuseDuration(draft, entry),
			...(draft.image ? refuseImage(draft.image, entry) : []),
		],
		losses: findLosses(draft, entry),
		warnings: [
			...presence.warnings,
			...length.warnings,
			...warnOfShots(draft, entry),
			...(draft.image ? warnOfImage(entry) : warnOfTextOnly(entry)),
		],
	};
}

function refuseDuration(draft: Draft, { label, seconds: { min, max } }: CatalogEntry): Refusal[] {
	const seconds = durationSeconds(draft);
	if (seconds >= min && seconds <= max) return [];
	const sentence = `The draft lasts ${seconds} s; ${label} renders ${min} to ${max} s.`;
	return [{ code: "duration-out-of-range", field: "duration", sentence, fix: "change-duration" }];
}

function warnOfImage({ label, image }: CatalogEntry): Warning[] {
	if (!image.caution) return [];
	const sentence = `At ${label} an image ${image.caution}.`;
	return [{ code: "image-may-be-refused", field: "image", sentence }];
}

function warnOfTextOnly({ label, textOnly }: CatalogEntry): Warning[] {
	if (textOnly === "yes") return [];
	const sentence = `${label}'s own documents disagree on films from text alone, so it may refuse; an image avoids that.`;
	return [{ code: "text-only-disputed", field: "image", sentence }];
}
