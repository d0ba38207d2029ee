import type { Composition, Draft } from "../draft";
import { unreachable } from "../result";
import { canonicalJson } from "./canonical-json";

/** What of a draft can reach a gateway: the shelved half and the ids of shots cannot. */
export function fingerprintText(draft: Draft): string {
	return canonicalJson({
		composition: sentComposition(draft.composition),
		resolution: draft.resolution,
		ratio: draft.ratio,
		image: draft.image?.id ?? null,
		negativePrompt: draft.negativePrompt,
		watermark: draft.watermark,
	} satisfies Record<keyof Draft, unknown>);
}

function sentComposition(composition: Composition) {
	switch (composition.mode) {
		case "one-shot":
			return { mode: composition.mode, prose: composition.prose };
		case "shots":
			return { mode: composition.mode, shots: composition.shots.map(({ seconds, words }) => ({ seconds, words })) };
		default:
			return unreachable(composition);
	}
}

export function sameDraft(a: Draft, b: Draft): boolean {
	return a === b || canonicalJson(a) === canonicalJson(b);
}
