import type { TextEdit } from "../text-range";
import { formatMarker } from "./format-shots";
import type { ScriptFix, ScriptProblem, ScriptProblemCode, Severity } from "./parsed-script";
import { editAt, type RawShot, rangeOf, type ScriptReading } from "./script-reading";

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

export function rewriteMarker(reading: ScriptReading, shot: RawShot, seconds: number): TextEdit {
	const { marker } = shot;
	const number = marker.number?.value ?? shot.index + 1;
	return editAt(reading, marker.start, marker.end, formatMarker(marker.dialect, number, seconds));
}

/** A loose script may turn strict by this, where only a semicolon makes the next marker one: so that is put in. */
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
