import type { TextEdit } from "../text-range";
import { formatMarker } from "./format-shots";
import type { ScriptFix, ScriptProblem, ScriptProblemCode, Severity } from "./parsed-script";
import { editAt, type RawShot, rangeOf, type ScriptReading } from "./script-reading";

/** A check fills in what it found; the place is in UTF-16 units. */
export interface Finding {
	readonly code: ScriptProblemCode;
	readonly severity: Severity;
	readonly at: readonly [start: number, end: number];
	readonly sentence: string;
	readonly fix?: ScriptFix | null;
}

export type ScriptCheck = (reading: ScriptReading) => readonly Finding[];

export function toProblem(reading: ScriptReading, { code, severity, at, sentence, fix }: Finding): ScriptProblem {
	return { code, severity, range: rangeOf(reading, ...at), sentence, fix: fix ?? null };
}

/** Writes a shot's marker anew, in the strict form. */
export function rewriteMarker(reading: ScriptReading, shot: RawShot, seconds: number): TextEdit {
	const { marker } = shot;
	const number = marker.number?.value ?? shot.index + 1;
	return editAt(reading, marker.start, marker.end, formatMarker(marker.dialect, number, seconds));
}

/**
 * The same, for fixes that may turn a loose script strict: between strictly written shots a semicolon is what
 * makes the next marker one, so it is put in where it was missing.
 */
export function rewriteShot(reading: ScriptReading, shot: RawShot, seconds: number): TextEdit[] {
	const { marker, wordsEnd } = shot;
	const rewritten = rewriteMarker(reading, shot, seconds);
	if (marker.form === "strict" || endsInSemicolon(reading.text, shot)) return [rewritten];
	return [rewritten, editAt(reading, wordsEnd, wordsEnd, ";")];
}

export function endsInSemicolon(text: string, { wordsEnd, bodyEnd }: RawShot): boolean {
	return /[;；]/.test(text.slice(wordsEnd, bodyEnd));
}

const QUOTED_CHARS = 32;

export function quote(text: string): string {
	const points = [...text.trim().replace(/\s+/g, " ")];
	return points.length <= QUOTED_CHARS ? `“${points.join("")}”` : `“${points.slice(0, QUOTED_CHARS).join("")}…”`;
}
