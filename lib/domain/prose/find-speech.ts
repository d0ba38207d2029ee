import { type Attribution, attributionAfter, attributionBefore } from "./attribution";
import { findQuotes, type Quote } from "./quotes";
import { SHOWN_BEFORE } from "./speech-words";
import { endOfSpeech, isStillSaid } from "./unquoted-speech";

/** Words that are said, and what beside them tells so. Places are UTF-16 units. */
export interface Speech {
	readonly start: number;
	readonly end: number;
	readonly outerStart: number;
	readonly outerEnd: number;
	readonly before: Attribution | null;
	readonly after: Attribution | null;
}

export function findSpeech(text: string): readonly Speech[] {
	const quotes = findQuotes(text);
	const unquoted = findUnquoted(text, quotes);
	const quoted = quotes.flatMap((quote) => readQuote(text, quote) ?? []);
	return dropNested([...unquoted, ...quoted].sort((a, b) => a.outerStart - b.outerStart));
}

/** Words quoted within a line that is already said belong to it. */
function dropNested(speeches: readonly Speech[]): Speech[] {
	let end = 0;
	return speeches.filter((speech) => {
		const isFree = speech.outerStart >= end;
		if (isFree) end = speech.outerEnd;
		return isFree;
	});
}

function readQuote(text: string, quote: Quote): Speech | null {
	const before = attributionBefore(text, quote.start);
	const after = before ? null : attributionAfter(text, quote.end);
	const inner = text.slice(quote.start + 1, quote.end - 1);
	const isShown = SHOWN_BEFORE.test(text.slice(Math.max(0, quote.start - 60), quote.start));
	const isSpoken = before?.label ? true : !isShown && (before || after || (!quote.single && soundsSpoken(inner)));
	if (!isSpoken) return null;
	const words = inner.trim().replace(/\s*[,，]$/u, "");
	if (words === "") return null;
	const start = quote.start + 1 + (inner.length - inner.trimStart().length);
	return { start, end: start + words.length, outerStart: quote.start, outerEnd: quote.end, before, after };
}

const WHOLE_SENTENCE = /[.!?…,，。！？—-]\s*$/u;

/** Quotes that nobody is said to say: a sentence of two words or more is speech, "cool" is not. */
function soundsSpoken(inner: string): boolean {
	return (
		WHOLE_SENTENCE.test(inner) &&
		(/\s\S/.test(inner.trim()) || /[\p{Script=Han}]{2}/u.test(inner) || /[!！]/.test(inner))
	);
}

function findUnquoted(text: string, quotes: readonly Quote[]): Speech[] {
	const found: Speech[] = [];
	let quoteIndex = 0;
	for (const colon of text.matchAll(/[:：]/g)) {
		while ((quotes[quoteIndex]?.end ?? Infinity) <= colon.index) quoteIndex += 1;
		const quote = quotes[quoteIndex];
		if (quote && quote.start <= colon.index) continue;
		if (colon.index < (found.at(-1)?.end ?? 0) || !isColonOfSpeech(text, colon.index)) continue;
		const start = skipSpace(text, colon.index + 1);
		if (start >= text.length || quote?.start === start) continue;
		const speech = readUnquoted(text, colon.index, start);
		if (speech) found.push(speech);
	}
	return found;
}

/** Not the one of "10:30" or "https://". */
function isColonOfSpeech(text: string, at: number): boolean {
	const next = text.charAt(at + 1);
	return next !== "/" && !(/\d/.test(text.charAt(at - 1)) && /\d/.test(next));
}

function skipSpace(text: string, from: number): number {
	let at = from;
	let lines = 0;
	while (at < text.length && text.charAt(at).trim() === "" && lines < 2) {
		if (text.charAt(at) === "\n") lines += 1;
		if (lines < 2) at += 1;
	}
	return at;
}

function readUnquoted(text: string, colon: number, start: number): Speech | null {
	const before = attributionBefore(text, colon + 1);
	if (!before || text.charAt(start).trim() === "") return null;
	const end = endOfSpeech(text, start, before.label !== null);
	const words = text.slice(start, end).trimEnd();
	if (words === "" || (before.label && !isLabelledLine(text, before, words))) return null;
	return { start, end: start + words.length, outerStart: start, outerEnd: start + words.length, before, after: null };
}

/** `Maria: I know.` is said; `Weather: heavy rain.` is a note. */
function isLabelledLine(text: string, { start, label }: Attribution, words: string): boolean {
	const startsLine = /(?:^|\n)[\s\-–—*#>]*$/.test(text.slice(Math.max(0, start - 8), start));
	return startsLine && (label?.sure === true || isStillSaid(words));
}
