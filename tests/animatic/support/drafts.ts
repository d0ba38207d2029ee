import { type Draft, NEW_DRAFT } from "@/lib/domain/draft";

export function proseDraft(text: string, seconds: number, changes: Partial<Draft> = {}): Draft {
	return {
		...NEW_DRAFT,
		composition: { mode: "one-shot", prose: { text, seconds }, shelvedShots: null },
		...changes,
	};
}

export function shotsDraft(
	shots: readonly (readonly [seconds: number, words: string])[],
	changes: Partial<Draft> = {},
) {
	return {
		...NEW_DRAFT,
		composition: {
			mode: "shots",
			shots: shots.map(([seconds, words], nth) => ({ id: nth + 1, seconds, words })),
			shelvedProse: { text: "", seconds: 5 },
		},
		...changes,
	} satisfies Draft;
}
