import { MAX_SHOTS } from "../shot";
import { sentenceBreaks } from "../text";
import { countPointsUpTo, type TextRange } from "../text-range";
import { findSpeech, type Speech } from "./find-speech";
import { findNewPlaces } from "./new-places";
import { joinSurplus, needsOf, shareSeconds, sumOf } from "./proposal-seconds";
import { type Span, splitAt } from "./prose-spans";
import { type Cut, findHeadings, findSpokenCuts } from "./scene-cues";
import { withoutSpeech } from "./spoken-lines";

export interface ShotProposal {
	readonly words: string;
	/** Where `words` stand; the cut itself ("the scene then cuts to") stands between. */
	readonly range: TextRange;
	/** About the seconds it would take by itself; with a total given, its whole seconds of that total. */
	readonly weight: number;
}

/** Shots a prose prompt describes, or none where it is one scene. What is said aloud never cuts. */
export function sceneChanges(text: string, totalSeconds: number | null = null): readonly ShotProposal[] {
	const speeches = findSpeech(text);
	const told = withoutSpeech(text, speeches);
	const most = Math.min(MAX_SHOTS, totalSeconds ?? MAX_SHOTS);
	const spans = joinSurplus(splitAt(text, findCuts(text, told, speeches)), most, text, speeches);
	if (spans.length < 2) return [];
	const pointAt = countPointsUpTo(text);
	const needs = needsOf(text, spans, speeches);
	const weights = totalSeconds === null ? needs.map(sumOf) : shareSeconds(needs, totalSeconds);
	return spans.map(({ from, to }, index) => ({
		words: text.slice(from, to),
		range: { start: pointAt(from), end: pointAt(to) },
		weight: weights[index] ?? 1,
	}));
}

function findCuts(text: string, told: string, speeches: readonly Speech[]): Cut[] {
	const cuts = [...findSpokenCuts(told), ...withoutPreface(told, findHeadings(told))].sort(inOrder);
	const breaks = dropInside(
		findBreaks(text, told),
		speeches.map(({ start, end }) => ({ from: start, to: end })),
	);
	const all = [
		...cuts.map((cut) => ({ ...cut, isCut: true })),
		...dropInside(breaks, cuts).map((at) => ({ ...at, isCut: false })),
	];
	return [...cuts, ...findNewPlaces(told, all.sort(inOrder))].sort(inOrder);
}

function inOrder(a: Span, b: Span): number {
	return a.from - b.from || b.to - a.to;
}

/** What stands before "Scene 1:" belongs to that scene and is no shot of its own. */
function withoutPreface(told: string, headings: readonly Cut[]): Cut[] {
	return headings.filter(({ from }, index) => index > 0 || told.slice(0, from).trim() === "");
}

function findBreaks(text: string, told: string): Cut[] {
	const sentences = sentenceBreaks(text).map((at) => ({ from: at, to: at }));
	const clauses = [...told.matchAll(/[;；\n]/g)].map(({ index }) => ({ from: index, to: index + 1 }));
	return [...sentences, ...clauses].sort(inOrder);
}

function dropInside(places: readonly Cut[], spans: readonly Span[]): Cut[] {
	let next = 0;
	return places.filter(({ from }) => {
		while ((spans[next]?.to ?? Infinity) <= from) next += 1;
		return !(from >= (spans[next]?.from ?? Infinity));
	});
}
