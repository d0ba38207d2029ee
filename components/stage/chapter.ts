/** One shot within a film, by the time it takes up. */
export interface Chapter {
	readonly startSeconds: number;
	readonly endSeconds: number;
	readonly words: string;
}

export function chaptersFrom(
	shots: readonly { readonly seconds: number; readonly words: string }[],
): readonly Chapter[] {
	let startSeconds = 0;
	return shots.map(({ seconds, words }) => {
		const chapter = { startSeconds, endSeconds: startSeconds + seconds, words };
		startSeconds += seconds;
		return chapter;
	});
}

export function chapterAt(chapters: readonly Chapter[], seconds: number): number {
	const last = chapters.length - 1;
	const found = chapters.findIndex((chapter) => seconds < chapter.endSeconds);
	return found === -1 ? last : found;
}
