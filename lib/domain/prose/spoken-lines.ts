import { countPointsUpTo } from "../text-range";
import type { Attribution } from "./attribution";
import { findSpeech, type Speech } from "./find-speech";
import { findPeople, type Mention } from "./people";
import { firstFrom, speakerBefore } from "./speaker";
import type { SpokenLine } from "./spoken-line";

/** The lines somebody says in a prompt, quoted or not, in the order of the text. */
export function spokenLines(text: string): readonly SpokenLine[] {
	const speeches = findSpeech(text);
	if (speeches.length === 0) return [];
	const told = withoutSpeech(text, speeches);
	const people = findPeople(told);
	const pointAt = countPointsUpTo(text);
	return speeches.map((speech) => ({
		speaker: findSpeaker(told, speech, people),
		text: text.slice(speech.start, speech.end),
		range: { start: pointAt(speech.start), end: pointAt(speech.end) },
		around: {
			start: pointAt(speech.before?.start ?? speech.outerStart),
			end: pointAt(speech.after?.end ?? speech.outerEnd),
		},
		how: speech.before?.how ?? speech.after?.how ?? null,
	}));
}

/** What is told rather than said; blanks keep every place where it was. */
export function withoutSpeech(text: string, speeches: readonly Pick<Speech, "start" | "end">[]): string {
	let told = "";
	let from = 0;
	for (const { start, end } of speeches) {
		told += text.slice(from, start) + " ".repeat(end - start);
		from = end;
	}
	return told + text.slice(from);
}

function findSpeaker(told: string, { before, after, outerStart }: Speech, people: readonly Mention[]): string | null {
	if (before?.label) return nameOfLabel(before, people);
	const beside = after && people[firstFrom(people, after.start)];
	if (beside && beside.start < after.end + BESIDE) return beside.name;
	return speakerBefore(told, before?.start ?? outerStart, people);
}

/** How far behind the verb its subject may stand: `"Run," whispers the girl`. */
const BESIDE = 16;

/** "The woman:" is whoever the text calls so elsewhere; a name of its own stays as it is written. */
function nameOfLabel({ start, end, label }: Attribution, people: readonly Mention[]): string | null {
	const name = label?.name?.replace(/^(?:the|a|an)\s+/iu, "") ?? null;
	const named = people[firstFrom(people, start)];
	const isOnlyHead = named !== undefined && named.end <= end && name?.toLowerCase() === named.head;
	return isOnlyHead ? named.name : name;
}
