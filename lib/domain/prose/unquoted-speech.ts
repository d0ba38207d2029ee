/**
 * Where words without quotes stop being somebody's: at the first sentence that is told and no longer said. After a
 * speaker's own label ("MARIA:") what follows is said unless it is clearly told; after a verb it is the other way round.
 */
export function endOfSpeech(text: string, from: number, afterLabel: boolean): number {
	let end = endOfSentence(text, from);
	for (let next = 0; next < MOST_SENTENCES && goesOn(text, end); next += 1) {
		const following = endOfSentence(text, end);
		const sentence = text.slice(end, following);
		if (afterLabel ? isTold(sentence) : !isStillSaid(sentence)) break;
		end = following;
	}
	return end;
}

const MOST_SENTENCES = 12;
const LONGEST_SENTENCE = 600;
const SENTENCE_END = /(?<stop>[.!?…]+["'”’)]*(?=\s+[^\s\p{Ll}]|\s*$)|[。！？…]+[”」』’）]*)|[\n;；]/u;
const ABBREVIATION = /(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Prof|No|vs)\.$/u;

function endOfSentence(text: string, from: number): number {
	let start = from;
	const limit = Math.min(text.length, from + LONGEST_SENTENCE);
	while (start < limit) {
		const found = SENTENCE_END.exec(text.slice(start, limit));
		if (!found) break;
		const end = start + found.index + (found.groups?.stop?.length ?? 0);
		if (!ABBREVIATION.test(text.slice(Math.max(from, end - 6), end))) return end;
		start = end;
	}
	return limit;
}

function goesOn(text: string, end: number): boolean {
	return end < text.length && !/^\s*(?:[\n;；]|$)/u.test(text.slice(end, end + 80));
}

const SAID =
	/(?<![\p{L}])(?:I|I['’]\p{L}+|me|my|mine|you|your|yours|we|us|our|ours|let['’]s|don['’]t)(?![\p{L}])|[我你您咱]|[?？]\s*$|[!！]\s*$/iu;
const TOLD =
	/^\s*["“]?(?:the|a|an|she|he|they|it|her|his|their|then|cut|camera|meanwhile|suddenly|slowly|as|close-?up|wide|镜头|画面|她|他|然后|接着|随后)(?![\p{L}])|camera|镜头|画面|^\s*[她他]|[:：]/iu;

export function isStillSaid(sentence: string): boolean {
	return SAID.test(sentence) && !isTold(sentence);
}

function isTold(sentence: string): boolean {
	return TOLD.test(sentence);
}
