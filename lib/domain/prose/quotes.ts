/** A quoted stretch in UTF-16 units; the marks stand at `start` and `end - 1`. */
export interface Quote {
	readonly start: number;
	readonly end: number;
	/** Single marks are also apostrophes, so they prove less. */
	readonly single: boolean;
}

const CLOSERS: ReadonlyMap<string, string> = new Map([
	["“", "”"],
	['"', '"'],
	["„", "“”"],
	["«", "»"],
	["「", "」"],
	["『", "』"],
	["‘", "’"],
	["'", "'"],
]);
const SINGLE = "'‘’";
const LONGEST_QUOTE = 600;
const WORD_SIGN = /[\p{L}\p{N}]/u;

export function findQuotes(text: string): Quote[] {
	const quotes: Quote[] = [];
	const nextCloser = trackClosers(text);
	for (let start = 0; start < text.length; start += 1) {
		const closers = CLOSERS.get(text.charAt(start));
		if (!closers || !opensHere(text, start)) continue;
		const close = nextCloser(closers, start + 1);
		if (close === null || close - start > LONGEST_QUOTE || text.slice(start, close).includes("\n")) continue;
		if (text.slice(start + 1, close).trim() === "") continue;
		quotes.push({ start, end: close + 1, single: SINGLE.includes(text.charAt(start)) });
		start = close;
	}
	return quotes;
}

/** Looks ahead once per kind of mark, so that many unclosed ones cost no more than one. */
function trackClosers(text: string): (closers: string, from: number) => number | null {
	const ahead = new Map<string, number | null>();
	return (closers, from) => {
		const known = ahead.get(closers);
		if (known === null || (known !== undefined && known >= from)) return known;
		const found = findCloser(text, closers, from);
		ahead.set(closers, found);
		return found;
	};
}

function findCloser(text: string, closers: string, from: number): number | null {
	for (let at = from; at < text.length; at += 1) {
		if (closers.includes(text.charAt(at)) && closesHere(text, at)) return at;
	}
	return null;
}

function opensHere(text: string, at: number): boolean {
	if (!SINGLE.includes(text.charAt(at))) return true;
	return !WORD_SIGN.test(text.charAt(at - 1)) && text.charAt(at + 1).trim() !== "";
}

function closesHere(text: string, at: number): boolean {
	if (!SINGLE.includes(text.charAt(at))) return true;
	return text.charAt(at - 1).trim() !== "" && !WORD_SIGN.test(text.charAt(at + 1));
}
