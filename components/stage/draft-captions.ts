import { planAnimatic } from "@/lib/domain/animatic-plan/plan-animatic";
import type { Draft } from "@/lib/domain/draft";
import type { Cue } from "@/lib/domain/share/cue";
import { draftCues, plannedLines } from "@/lib/domain/share/draft-cues";
import { captionsVtt } from "@/lib/domain/share/web-vtt";

/** Captions from the quoted lines and the shots' times, until somebody edits them; `null` where nobody speaks. */
export function captionsUrlFor(draft: Draft, edited: readonly Cue[] | null, filmSeconds: number): string | null {
	const cues = edited ?? draftCues(plannedLines(planAnimatic(draft)), Math.round(filmSeconds * 1000));
	if (cues.length === 0) return null;
	return URL.createObjectURL(new Blob([captionsVtt(cues)], { type: "text/vtt" }));
}
