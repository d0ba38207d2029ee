import { type Draft, NEW_DRAFT } from "@/lib/domain/draft";

/** What an empty screen offers to render: movement, a face that speaks, and an ending, in ten seconds. */
export const SAMPLE_DRAFT: Draft = {
	...NEW_DRAFT,
	composition: {
		mode: "shots",
		shots: [
			{ id: 1, seconds: 3, words: "A woman in a red coat walks along an empty beach at dusk, slow push-in" },
			{ id: 2, seconds: 4, words: "She stops, looks out over the ocean and says: I knew you would come back." },
			{ id: 3, seconds: 3, words: "A golden retriever runs along the beach towards her, the camera pulls back" },
		],
		shelvedProse: { text: "", seconds: 5 },
	},
};
