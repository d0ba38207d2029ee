import { findAll, keepLongest, type Match } from "../animatic-plan/match";
import { CREATURES } from "../animatic-plan/words/animals";
import { type Build, COATS, HATS, PEOPLE } from "../animatic-plan/words/figures";
import { soundsFemale } from "../animatic-plan/words/names";

type Gender = "female" | "male" | "any";

/** Somebody a text speaks of. Places are UTF-16 units. */
export interface Mention {
	readonly start: number;
	readonly end: number;
	/** What they are called in every mention; a pronoun has the name of whom it stands for, else it is the name. */
	readonly name: string;
	readonly head: string;
}

interface Read extends Mention {
	readonly gender: Gender;
	readonly isPronoun: boolean;
}

export function findPeople(text: string): readonly Mention[] {
	const found = [...findNouns(text), ...findVoices(text), ...findNames(text), ...findPronouns(text)];
	return resolvePronouns(unifyNames(dropOverlaps(found.sort((a, b) => a.start - b.start))));
}

function dropOverlaps(mentions: readonly Read[]): Read[] {
	let end = 0;
	return mentions.filter((mention) => {
		const isFree = mention.start >= end;
		if (isFree) end = mention.end;
		return isFree;
	});
}

/** "The woman" is "the woman in the red hat" of before, unless it is told apart: "another woman", "the old woman". */
function unifyNames(mentions: readonly Read[]): Read[] {
	const known = new Set<string>();
	const lastOf = new Map<string, string>();
	return mentions.map((mention) => {
		const { head, isPronoun } = mention;
		if (isPronoun) return mention;
		const isBare = mention.name.toLowerCase() === head;
		const name = isBare && !known.has(mention.name) ? (lastOf.get(head) ?? mention.name) : mention.name;
		known.add(name);
		lastOf.set(head, name);
		return { ...mention, name };
	});
}

/** A pronoun is whoever of its gender was named last before it; "they" and "it" may be anybody. */
function resolvePronouns(mentions: readonly Read[]): Mention[] {
	const lastNamed = new Map<Gender, string>();
	let lastOfAll: string | undefined;
	return mentions.map(({ start, end, name, head, gender, isPronoun }) => {
		if (isPronoun) {
			const meant = gender === "any" ? lastOfAll : (lastNamed.get(gender) ?? lastNamed.get("any"));
			return { start, end, head, name: meant ?? name };
		}
		lastNamed.set(gender, name);
		lastOfAll = name;
		return { start, end, head, name };
	});
}

function findNouns(text: string): Read[] {
	const people = keepLongest(findAll(text, PEOPLE)).map((match) => {
		return readMention(text, match, genderOf(match.kind.build, match.word));
	});
	const animals = keepLongest(findAll(text, CREATURES)).map((match) => readMention(text, match, "any"));
	return [...people, ...animals].filter((mention) => mention !== null);
}

function genderOf(build: Build, word: string): Gender {
	if (build === "woman" || /girl|女/iu.test(word)) return "female";
	return build === "man" || /boy|男/iu.test(word) ? "male" : "any";
}

const DETERMINED =
	/(?<![\p{L}])(?:a|an|the|this|that|his|her|their|its|my|our|one|two|three)\s+(?<adjectives>(?:(?!(?:a|an|the|this|that|his|her|their|its)\s)[\p{L}'’-]+,?\s+){0,3})$/iu;
const ANOTHER = /(?<![\p{L}])an(?<adjectives>other\s+(?:[\p{L}'’-]+,?\s+){0,3})$/iu;
const CHINESE_MODIFIER = /(?:一[个位名只]|那[个位]|这[个位])?(?<adjectives>[\p{Script=Han}]{1,8}的)$/u;
const WORN = new RegExp(
	`^\\s+(?:in|with|wearing)\\s+(?:a|an|the|his|her)\\s+(?:[\\p{L}-]+\\s+){0,2}(?:${HATS}|${COATS}|hair|beard|glasses|sunglasses|mask|scarf|apron|umbrella)(?!\\p{L})`,
	"iu",
);
const REACH = 48;
/** "says in a woman's voice", "her mother's house": not the person. */
const POSSESSIVE = /^(?:'s|’s|s')(?!\p{L})/u;

function readMention(text: string, match: Match<unknown>, gender: Gender): Read | null {
	const { index, end, word } = match;
	if (/['’]s$/u.test(word) || POSSESSIVE.test(text.slice(end, end + 3))) return null;
	const before = text.slice(Math.max(0, index - REACH), index);
	const modifier = readModifier(before);
	const worn = WORN.exec(text.slice(end, end + REACH))?.[0] ?? "";
	const name = (modifier + word + worn).replace(/\s+/g, " ").trim();
	return { start: index, end, gender, name: lowerFirst(name), head: word.toLowerCase(), isPronoun: false };
}

function readModifier(before: string): string {
	const found = [ANOTHER, DETERMINED, CHINESE_MODIFIER].map((pattern) => pattern.exec(before)?.groups?.adjectives);
	return found.find((adjectives) => adjectives !== undefined) ?? "";
}

function lowerFirst(name: string): string {
	return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

const VOICE =
	/(?<![\p{L}])(?:(?:a|an|the)\s+)(?<name>(?:[\p{L}-]+,?\s+){0,2}(?:voice(?:[ -]?over)?|radio|loudspeaker|crowd))(?!\p{L})/giu;

/** "a deep voice says" speaks; "says in a deep voice" does not. */
function findVoices(text: string): Read[] {
	return [...text.matchAll(VOICE)]
		.filter(({ index }) => !/(?<!\p{L})(?:in|with|by)\s+$/iu.test(text.slice(Math.max(0, index - 8), index)))
		.map((found) => {
			const name = (found.groups?.name ?? found[0]).toLowerCase();
			return {
				start: found.index,
				end: found.index + found[0].length,
				gender: "any",
				name,
				head: name,
				isPronoun: false,
			};
		});
}

const NAME =
	/(?<![\p{L}'’])(?<name>\p{Lu}[\p{Ll}'’-]+(?:\s+\p{Lu}[\p{Ll}'’-]+){0,2})(?=\s+(?:(?:then|and|slowly|softly|quietly|suddenly|\p{Ll}+ly)\s+)?\p{Ll}+(?:s|ed)(?!\p{L}))/gu;
const NOT_A_NAME =
	/^(?:The|A|An|In|On|At|And|Then|As|She|He|They|It|I|We|You|Her|His|Their|But|When|While|Where|With|From|For|To|Of|By|This|That|These|Those|There|Here|Cut|Camera|Scene|Shot|Close|Wide|Slow|Slowly|Suddenly|Meanwhile|Next|Later|After|Before|Over|Under|Behind|Inside|Outside|Two|Three|One|Both|Each|Every|Rain|Snow|Light|Wind|Waves|Music|Sunlight|Everyone|Everybody|Nobody|Someone|Somebody)(?!\p{L})/u;

function findNames(text: string): Read[] {
	return [...text.matchAll(NAME)].flatMap((found) => {
		const name = found.groups?.name ?? found[0];
		if (NOT_A_NAME.test(name)) return [];
		const gender: Gender = soundsFemale(name) ? "female" : "any";
		return [{ start: found.index, end: found.index + name.length, gender, name, head: name, isPronoun: false }];
	});
}

const PRONOUN = /(?<![\p{L}'’])(?<word>she|he|they|it)(?![\p{L}])|她(?!的)们?|他(?!的)们?/giu;

function findPronouns(text: string): Read[] {
	return [...text.matchAll(PRONOUN)].map((found) => {
		const head = found[0].toLowerCase();
		const gender: Gender = head === "she" || head === "她" ? "female" : head === "he" || head === "他" ? "male" : "any";
		return { start: found.index, end: found.index + found[0].length, gender, name: head, head, isPronoun: true };
	});
}
