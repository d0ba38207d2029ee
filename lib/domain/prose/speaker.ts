import type { Mention } from "./people";

const CLAUSE_ENDS = /[,;:，；：、—]|(?<![\p{L}])(?:while|where|as|when|but|who)(?![\p{L}])/giu;
const SENTENCE_ENDS = ".!?。！？\n";
const LONGEST_SENTENCE = 400;

/**
 * Who says what begins at `at`: the subject of the clause, else of the clauses before it, else of the last sentence
 * that has one. "The man looks at the woman and says" is said by the man, "As the man leaves, the woman says" by her.
 */
export function speakerBefore(text: string, at: number, people: readonly Mention[]): string | null {
	const behind = firstFrom(people, at);
	const last = people[behind - 1];
	if (!last) return null;
	const isSameSentence = sentenceStart(text, at) <= last.start;
	const end = isSameSentence ? at : last.end;
	const sentence = sentenceStart(text, end);
	const mentions = people.slice(firstFrom(people, sentence), behind);
	return (subjectOf(text.slice(sentence, end), sentence, mentions) ?? last).name;
}

export function firstFrom(people: readonly Mention[], at: number): number {
	let low = 0;
	let high = people.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((people[middle]?.start ?? Infinity) < at) low = middle + 1;
		else high = middle;
	}
	return low;
}

function sentenceStart(text: string, from: number): number {
	const floor = Math.max(0, from - LONGEST_SENTENCE);
	let start = from;
	while (start > floor && !SENTENCE_ENDS.includes(text.charAt(start - 1))) start -= 1;
	return start;
}

function subjectOf(sentence: string, offset: number, mentions: readonly Mention[]): Mention | undefined {
	const clauses = [0, ...[...sentence.matchAll(CLAUSE_ENDS)].map(({ index }) => index)];
	const last = mentions.at(-1);
	const clause = clauses.findLast((start) => last !== undefined && last.start >= offset + start);
	return clause === undefined ? undefined : mentions.find(({ start }) => start >= offset + clause);
}
