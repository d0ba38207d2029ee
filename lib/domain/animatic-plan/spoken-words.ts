import { findAll } from "./match";
import type { Entry } from "./words/entry";
import { PEOPLE, PRONOUNS } from "./words/figures";

/** A spoken line and the stretch of text that carries it, quotes and attribution included. */
export interface Spoken {
	readonly speaker: string | null;
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

const SAYS =
	'says?|said|whispers?|shouts?|asks?|repl(?:y|ies)|adds?|narrates?|announces?|mutters?|exclaims?|calls?(?: out)?|murmurs?|yells?|sings?|answers?|tells?[^:“"]{0,20}';
const QUOTED = /["“「『]([^"”」』]{1,300})["”」』]/gu;
const COLON = new RegExp(
	`(?<![\\p{L}])(?:${SAYS})(?![\\p{L}])([^.:;!?"“]{0,60}):\\s+(?!["“])([^"“\\n;]{2,240}?[.!?…]|[^"“\\n;]{2,240}$)`,
	"giu",
);
const COLON_CHINESE =
	/([\u4e00-\u9fff]{0,8}?)(?:说道?|喊道?|问道?|低声说|轻声说|补充道|回答|唱道?)[：:]\s*(?!["“「『])([^"“「『\n；;]{1,120}?[。！？!?]|[^"“「『\n；;]{1,120}$)/gu;
const SPEAKERS: readonly Entry<unknown>[] = [...PEOPLE, ...PRONOUNS.slice(0, 2)];
const SENTENCE_BEFORE = 200;
const CAPITALISED =
	/(?<![\p{L}])(?!(?:The|A|An|In|On|At|And|Then|As|She|He|They|It|Her|His|But|When|While)(?![\p{L}]))\p{Lu}[\p{Ll}'-]+/gu;

/** The last one named before the line: a name, a person, or a pronoun. */
function speakerBefore(before: string): string | null {
	const near = before.slice(-SENTENCE_BEFORE);
	const sentence = near.slice(Math.max(near.lastIndexOf(". "), near.lastIndexOf("。"), near.lastIndexOf("; "), -1) + 1);
	const subject = findAll(sentence, SPEAKERS)[0];
	const name = [...sentence.matchAll(CAPITALISED)].at(-1);
	if (name && (!subject || name.index > subject.index)) return name[0];
	return subject?.word ?? null;
}

function fromColons(text: string, taken: readonly Spoken[]): Spoken[] {
	const free = (at: number) => !taken.some(({ start, end }) => at >= start && at < end);
	const english = [...text.matchAll(COLON)].map((hit) => ({
		hit,
		speaker: speakerBefore(text.slice(0, hit.index)),
		words: hit[2] ?? "",
	}));
	const chinese = [...text.matchAll(COLON_CHINESE)].map((hit) => ({
		hit,
		speaker: hit[1] || null,
		words: hit[2] ?? "",
	}));
	return [...english, ...chinese]
		.filter(({ hit }) => free(hit.index))
		.map(({ hit, speaker, words }) => ({
			speaker,
			text: words.trim(),
			start: hit.index,
			end: hit.index + hit[0].length,
		}));
}

/** The lines somebody says, in the order of the text. */
export function spokenWords(text: string): Spoken[] {
	const quoted = [...text.matchAll(QUOTED)].map((hit) => ({
		speaker: speakerBefore(text.slice(0, hit.index)),
		text: (hit[1] ?? "").trim(),
		start: hit.index,
		end: hit.index + hit[0].length,
	}));
	return [...quoted, ...fromColons(text, quoted)].filter((line) => line.text !== "").sort((a, b) => a.start - b.start);
}
