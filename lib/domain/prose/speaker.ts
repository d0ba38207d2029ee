import type { Mention } from "./people";

const CLAUSE_ENDS = /[,;:，；：、—]|(?<![\p{L}])(?:while|where|as|when|but|who)(?![\p{L}])/giu;
const SENTENCE_ENDS = ".!?。！？\n";

/**
 * Who says what begins at `at`: the subject of the clause, else of the clauses before it, else of the sentences before.
 * "The man looks at the woman and says" is said by the man, "As the man leaves, the woman says" by the woman.
 */
export function speakerBefore(text: string, at: number, people: readonly Mention[]): string | null {
	const before = people.filter(({ start }) => start < at);
	let end = at;
	while (before.length > 0) {
		const last = before.at(-1);
		if (!last) break;
		const sentence = sentenceStart(text, Math.min(end, last.end));
		const inSentence = before.filter(({ start }) => start >= sentence);
		const subject = subjectOf(text.slice(sentence, end), sentence, inSentence);
		if (subject) return identify(subject, people);
		end = sentence;
		before.splice(before.length - inSentence.length);
	}
	return null;
}

function sentenceStart(text: string, from: number): number {
	let start = from;
	while (start > 0 && !SENTENCE_ENDS.includes(text.charAt(start - 1))) start -= 1;
	return start;
}

function subjectOf(sentence: string, offset: number, mentions: readonly Mention[]): Mention | undefined {
	const starts = [0, ...[...sentence.matchAll(CLAUSE_ENDS)].map(({ index }) => index)].reverse();
	const clause = starts.find((start) => mentions.some((mention) => mention.start >= offset + start));
	return clause === undefined ? undefined : mentions.find((mention) => mention.start >= offset + clause);
}

/** A pronoun is whoever of that gender was named last before it; where nobody was, the pronoun itself. */
export function identify(mention: Mention, people: readonly Mention[]): string {
	if (mention.name !== null) return mention.name;
	const earlier = people.filter(({ name, start }) => name !== null && start < mention.start);
	const exact = earlier.findLast(({ gender }) => gender === mention.gender);
	const loose = earlier.findLast(({ gender }) => gender === "any" || mention.gender === "any");
	return exact?.name ?? loose?.name ?? mention.head;
}
