/** Words a chip puts into a prompt: after what stands there, as one more clause. */
export function insertWords(text: string, words: string): string {
	const before = text.trimEnd();
	if (before === "") return words.charAt(0).toUpperCase() + words.slice(1);
	return /[.!?。！？…:：]["”’」』]?$/u.test(before)
		? `${before} ${words.charAt(0).toUpperCase()}${words.slice(1)}`
		: `${before.replace(/[,;，；]$/u, "")}, ${words}`;
}
