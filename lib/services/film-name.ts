import "server-only";
import type { Draft } from "@/lib/domain/draft";
import type { Take } from "@/lib/domain/take/take";

const MAX_CHARS = 60;

/** What a saved film is called: what the person named it, else its first words. */
export function filmName({ labels, draft }: Pick<Take, "labels" | "draft">): string {
	const words = (labels.name || firstWords(draft)).replace(/\s+/g, " ").trim().slice(0, MAX_CHARS).trim();
	return `${words || "storyreel"}.mp4`;
}

function firstWords({ composition }: Draft): string {
	return composition.mode === "one-shot" ? composition.prose.text : (composition.shots[0]?.words ?? "");
}
