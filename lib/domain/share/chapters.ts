import type { Composition } from "../draft";

export interface Chapter {
	readonly title: string;
	readonly startMs: number;
	readonly endMs: number;
}

const TITLE_CHARS = 80;
const SECOND_MS = 1_000;

/** Where the shots lie in a film that may be a little longer or shorter than was asked for. */
export function chaptersOf(composition: Composition, filmMs: number, showsWords: boolean): readonly Chapter[] {
	const parts = partsOf(composition);
	const chapters: Chapter[] = [];
	let startMs = 0;
	parts.forEach(({ seconds, words }, index) => {
		const isLast = index === parts.length - 1;
		const endMs = isLast ? filmMs : Math.min(startMs + seconds * SECOND_MS, filmMs);
		const title = showsWords ? titleOf(words) : "";
		if (endMs > startMs) chapters.push({ title: title || `Shot ${index + 1}`, startMs, endMs });
		startMs = endMs;
	});
	return chapters;
}

function partsOf(composition: Composition): readonly { readonly seconds: number; readonly words: string }[] {
	if (composition.mode === "shots") return composition.shots;
	return [{ seconds: composition.prose.seconds, words: composition.prose.text }];
}

function titleOf(words: string): string {
	const line = words.replace(/\s+/gu, " ").trim();
	const chars = [...line];
	return chars.length <= TITLE_CHARS
		? line
		: `${chars
				.slice(0, TITLE_CHARS - 1)
				.join("")
				.trimEnd()}…`;
}
