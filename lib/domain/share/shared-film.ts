import { type Draft, type Modality, modality, type Resolution } from "../draft";
import type { Take } from "../take/take";
import { type Chapter, chaptersOf } from "./chapters";
import type { Cue } from "./cue";
import type { ShareGrant } from "./grant";

/**
 * All that strangers may learn of a take. Written field by field, so that a new field of a take stays private until
 * somebody puts it here: never an id, the first frame's source, a key or a price.
 */
export interface SharedFilm {
	readonly title: string;
	readonly seconds: number;
	readonly width: number;
	readonly height: number;
	readonly hasAudio: boolean;
	readonly resolution: Resolution;
	readonly modality: Modality;
	readonly createdAtMs: number;
	readonly expiresAtMs: number;
	readonly chapters: readonly Chapter[];
	readonly captions: readonly Cue[];
	/** Drafted by us and checked by nobody. */
	readonly captionsAreDrafted: boolean;
	/** What an editable copy begins with; `null` where the owner keeps the words to themselves. */
	readonly draft: Draft | null;
}

const UNTITLED = "A film made with Storyreel";

/** `null` while there is no film. `drafted` are the captions to show where the owner wrote none. */
export function shareFilm(
	take: Pick<Take, "draft" | "labels" | "state" | "createdAtMs">,
	grant: Pick<ShareGrant, "title" | "showsWords" | "expiresAtMs">,
	drafted: readonly Cue[],
): SharedFilm | null {
	const { draft, labels, state } = take;
	if (state.kind !== "ready") return null;
	const { media } = state;
	return {
		title: grant.title.trim() || labels.name.trim() || UNTITLED,
		seconds: media.seconds,
		width: media.width,
		height: media.height,
		hasAudio: media.hasAudio,
		resolution: draft.resolution,
		modality: modality(draft),
		createdAtMs: take.createdAtMs,
		expiresAtMs: grant.expiresAtMs,
		chapters: chaptersOf(draft.composition, Math.round(media.seconds * 1_000), grant.showsWords),
		captions: labels.captions ?? drafted,
		captionsAreDrafted: labels.captions === null && drafted.length > 0,
		draft: grant.showsWords ? publicDraft(draft) : null,
	};
}

/** The shelved half was never sent, and the first frame stays with its owner. */
function publicDraft(draft: Draft): Draft {
	const { composition } = draft;
	return {
		composition:
			composition.mode === "one-shot"
				? { ...composition, shelvedShots: null }
				: { ...composition, shelvedProse: { text: "", seconds: composition.shelvedProse.seconds } },
		resolution: draft.resolution,
		ratio: draft.ratio,
		image: null,
		negativePrompt: draft.negativePrompt,
		watermark: draft.watermark,
	};
}
