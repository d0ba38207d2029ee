import type { TakeView } from "@/lib/domain/take/view";

/** What a take is called: its name, else the words it was made from. */
export function takeTitle({ labels, draft }: Pick<TakeView, "labels" | "draft">): string {
	if (labels.name) return labels.name;
	const { composition } = draft;
	const words =
		composition.mode === "one-shot"
			? composition.prose.text
			: composition.shots.map((shot) => shot.words).find((each) => each.trim() !== "");
	return words?.trim() || (draft.image ? "First frame, no prompt" : "No prompt");
}

/** `storyreel-evolink-corgi-on-the-beach-5s-720p.mp4` */
export function fileName(take: Pick<TakeView, "labels" | "draft" | "gateway">, seconds: number): string {
	const words = takeTitle(take)
		.toLowerCase()
		.normalize("NFKD")
		.replace(/[^\p{L}\p{N}]+/gu, "-")
		.split("-")
		.filter(Boolean)
		.slice(0, 6)
		.join("-");
	return `${["storyreel", take.gateway, words, `${Math.round(seconds)}s`, take.draft.resolution].filter(Boolean).join("-")}.mp4`;
}
