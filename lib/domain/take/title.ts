import type { Take } from "./take";

type Titled = Pick<Take, "labels" | "draft">;

/** What a take is called: its name, else the words it was made from. */
export function takeTitle({ labels, draft }: Titled): string {
	if (labels.name) return labels.name;
	const { composition } = draft;
	const words =
		composition.mode === "one-shot"
			? composition.prose.text
			: composition.shots.map((shot) => shot.words).find((each) => each.trim() !== "");
	return words?.trim() || (draft.image ? "First frame, no prompt" : "No prompt");
}

const MAX_WORDS = 6;
const MAX_WORDS_CHARS = 50;

/** How its film is named when it is saved: `storyreel-evolink-corgi-on-the-beach-5s-720p.mp4` */
export function filmName(take: Titled & Pick<Take, "gateway">, seconds: number): string {
	const words = takeTitle(take)
		.toLowerCase()
		.normalize("NFKC")
		.split(/[^\p{L}\p{M}\p{N}]+/u)
		.filter(Boolean)
		.slice(0, MAX_WORDS)
		.join("-");
	const short = Array.from(words).slice(0, MAX_WORDS_CHARS).join("");
	const parts = ["storyreel", take.gateway, short, `${Math.round(seconds)}s`, take.draft.resolution];
	return `${parts.filter(Boolean).join("-")}.mp4`;
}
