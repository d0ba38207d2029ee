import {
	CHINESE_VERB,
	HEADING,
	SHOWN_SUBJECT,
	SPEECH_LABEL,
	SURE_VERB,
	UNSURE_MANNER,
	UNSURE_VERB,
	VERB_AFTER_QUOTE,
	VOICE_LABEL,
} from "./speech-words";

/** What beside a line says that it is spoken. Places are UTF-16 units. */
export interface Attribution {
	readonly start: number;
	readonly end: number;
	readonly how: string | null;
	/** Set where a label names the speaker: `Maria:`, `[Agent, angry voice]:`. `null` with a verb: look for its subject. */
	readonly label: Label | null;
}

/** `name` is `null` where the label says only that something is said. */
interface Label {
	readonly name: string | null;
	readonly sure: boolean;
}

const LOOK_BACK = 120;
const LOOK_AHEAD = 70;
const SENTENCE_SIGNS = /[.!?;。！？；\n"“”「」『』]/;

export function attributionBefore(text: string, at: number): Attribution | null {
	const floor = Math.max(0, at - LOOK_BACK);
	let start = at;
	while (start > floor && !SENTENCE_SIGNS.test(text.charAt(start - 1))) start -= 1;
	const clause = text.slice(start, at);
	return labelIn(BOXED_LABEL, clause, start) ?? verbIn(clause, start) ?? labelIn(NAME_LABEL, clause, start);
}

function verbIn(clause: string, start: number): Attribution | null {
	const found = [lastMatch(SURE_VERB, clause), lastUnsure(clause), lastMatch(CHINESE_VERB, clause)]
		.filter((match) => match !== null)
		.sort((a, b) => b.index - a.index)[0];
	if (!found || SHOWN_SUBJECT.test(clause.slice(0, found.index))) return null;
	const how = clause.slice(found.index).replace(/[\s,，:：]+$/u, "");
	return { start: start + found.index, end: start + clause.length, how, label: null };
}

function lastUnsure(clause: string): RegExpExecArray | null {
	const found = lastMatch(UNSURE_VERB, clause);
	if (!found) return null;
	const manner = clause.slice(found.index + found[0].length).replace(/[\s:：]+$/u, "");
	return UNSURE_MANNER.test(manner) ? found : null;
}

function lastMatch(pattern: RegExp, clause: string): RegExpExecArray | null {
	return [...clause.matchAll(pattern)].at(-1) ?? null;
}

const LABEL_LEAD = "^(?<lead>[\\s\\-–—*#>]*)";
const LABEL_TAIL = "\\s*(?:[(（](?<manner>[^()（）]{1,60})[)）])?\\s*\\**[:：]\\**\\s*$";
const BOXED_LABEL = new RegExp(`${LABEL_LEAD}\\[(?<boxed>[^\\][]{1,80})\\]${LABEL_TAIL}`, "u");
const NAME_LABEL = new RegExp(
	`${LABEL_LEAD}(?<name>\\p{Lu}[\\p{L}\\p{N}'’.-]*(?:\\s+[\\p{L}\\p{N}'’.-]+){0,3}|\\p{Script=Han}{1,8})${LABEL_TAIL}`,
	"u",
);

function labelIn(pattern: RegExp, clause: string, start: number): Attribution | null {
	const groups = pattern.exec(clause)?.groups;
	if (!groups) return null;
	const [head = "", ...details] = (groups.boxed ?? groups.name ?? "").split(/[,，]/);
	const label = readLabel(head.trim(), groups.boxed !== undefined);
	if (!label) return null;
	const how = [...details, groups.manner ?? ""].map((part) => part.trim()).filter((part) => part !== "");
	const from = start + (groups.lead ?? "").length;
	return { start: from, end: start + clause.length, how: how.join(", ") || null, label };
}

const CAPITALS = /^\p{Lu}[\p{Lu}\s'’.-]+$/u;

function readLabel(head: string, boxed: boolean): Label | null {
	if (SPEECH_LABEL.test(head)) return { name: null, sure: true };
	if (VOICE_LABEL.test(head)) return { name: /[\p{Script=Han}]/u.test(head) ? "旁白" : "narrator", sure: true };
	const name = head.replace(/^(?:[Cc]haracter|[Ss]peaker|角色)\s*\p{L}?\s*[:：-]\s*/u, "").trim();
	if (name === "" || HEADING.test(name)) return null;
	return CAPITALS.test(name) ? { name: inTitleCase(name), sure: true } : { name, sure: boxed };
}

/** A screenplay's MARIA is the Maria of its prose. */
function inTitleCase(name: string): string {
	return name.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (first) => first.toUpperCase());
}

const MANNER_AFTER_VERB = /^(?:\s+\p{L}+ly)?(?:\s+(?:in|with|to|at|from|over|through)\s[^,:，：]+)?/u;

/** `"…," she says softly`: the verb that follows a closed quote within its sentence. */
export function attributionAfter(text: string, at: number): Attribution | null {
	const ahead = text.slice(at, at + LOOK_AHEAD);
	const clause = ahead.split(/[.!?;。！？；\n"“]/)[0] ?? "";
	const found = VERB_AFTER_QUOTE.exec(clause);
	const verb = found?.groups?.verb;
	if (!found || verb === undefined) return chineseAfter(clause, at);
	const from = found[0].length - verb.length;
	const how = verb + (MANNER_AFTER_VERB.exec(clause.slice(found[0].length))?.[0] ?? "");
	return { start: at, end: at + from + how.length, how, label: null };
}

function chineseAfter(clause: string, at: number): Attribution | null {
	const found = [...clause.slice(0, 12).matchAll(CHINESE_VERB)][0];
	if (!found) return null;
	return { start: at, end: at + found.index + found[0].length, how: found[0], label: null };
}
