import type { Cut } from "./scene-cues";

export interface Span {
	readonly from: number;
	readonly to: number;
}

/** What stands between the cuts, without the punctuation and the "and then" that led to them. */
export function splitAt(text: string, cuts: readonly Cut[]): Span[] {
	const spans: Span[] = [];
	let from = 0;
	for (const cut of [...cuts, { from: text.length, to: text.length }]) {
		if (cut.from < from) continue;
		const span = trim(text, { from, to: cut.from });
		if (hasWords(text.slice(span.from, span.to))) spans.push(span);
		from = cut.to;
	}
	return spans;
}

const LEADING = /^(?:[\s,;:，；：、—–-]|(?:and|then)\s)*/iu;
const TRAILING = /[\s,;:，；：、—–-]$|(?<=[\s,;，；])(?:and|then)$/iu;

function trim(text: string, span: Span): Span {
	const lead = LEADING.exec(text.slice(span.from, span.to))?.[0].length ?? 0;
	let to = span.to;
	for (let left = text.slice(span.from + lead, to); TRAILING.test(left.slice(-8)); ) {
		to -= TRAILING.exec(left.slice(-8))?.[0].length ?? 1;
		left = text.slice(span.from + lead, to);
	}
	return { from: span.from + lead, to };
}

function hasWords(words: string): boolean {
	return /[\p{L}\p{N}]/u.test(words);
}
