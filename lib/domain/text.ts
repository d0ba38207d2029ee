/**
 * Counts code points. Gateways say "characters" and publish no finer rule: UTF-16 units would count an emoji
 * twice, and graphemes would let one flag or family hide several.
 */
export function countChars(text: string): number {
	let count = 0;
	for (const _ of text) count += 1;
	return count;
}

const SENTENCE_END = /(?<![.!?…])[.!?…]+["”»」』)）\]]*(?=\s)|[。！？]+[”」』）]*|\n+/g;
const ABBREVIATED = /(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|No|vs|approx)\.$/u;
const LONGEST_ABBREVIATION = 8;
const NEXT_SENTENCE = /\s*[^\s\p{Ll}]/uy;

/** Offsets at which a text may be cut in two: after a sentence, and never inside quotes or brackets. */
export function sentenceBreaks(text: string): readonly number[] {
	const breaks: number[] = [];
	let enclosed = NOT_ENCLOSED;
	let scanned = 0;
	let isBlank = true;
	for (const match of text.matchAll(SENTENCE_END)) {
		const end = match.index + match[0].length;
		const passed = text.slice(scanned, end);
		enclosed = readEnclosure(enclosed, passed);
		isBlank &&= passed.trim() === "";
		scanned = end;
		if (isBlank || !isOutside(enclosed) || isAbbreviation(text, end) || !beginsSentence(text, end)) continue;
		breaks.push(end);
		isBlank = true;
	}
	return breaks;
}

interface Enclosure {
	readonly depth: number;
	readonly inStraightQuotes: boolean;
}

const NOT_ENCLOSED: Enclosure = { depth: 0, inStraightQuotes: false };

function isOutside(enclosure: Enclosure): boolean {
	return enclosure.depth === 0 && !enclosure.inStraightQuotes;
}

function readEnclosure(before: Enclosure, text: string): Enclosure {
	let { depth, inStraightQuotes } = before;
	for (const char of text) {
		if (char === '"') inStraightQuotes = !inStraightQuotes;
		else if ("“«「『(（[".includes(char)) depth += 1;
		else if ("”»」』)）]".includes(char)) depth = Math.max(0, depth - 1);
	}
	return { depth, inStraightQuotes };
}

function isAbbreviation(text: string, end: number): boolean {
	return ABBREVIATED.test(text.slice(Math.max(0, end - LONGEST_ABBREVIATION), end));
}

/** A small letter goes on with the sentence before it: `"Stop." she says`, or a line wrapped by hand. */
function beginsSentence(text: string, at: number): boolean {
	NEXT_SENTENCE.lastIndex = at;
	return NEXT_SENTENCE.test(text);
}
