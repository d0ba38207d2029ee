import { countPointsUpTo, type PointAt, type TextEdit, type TextRange } from "../text-range";
import { findMarkers } from "./find-markers";
import type { ScriptLimits } from "./limits";
import { type Marker, usableSeconds } from "./marker";
import type { ParsedShot } from "./parsed-script";
import type { Unclear } from "./read-marker";
import { normaliseWords } from "./words";

export interface ParseOptions {
	readonly expectedTotal?: number;
	readonly limits?: ScriptLimits;
}

/** A shot of the text before anything about it was judged. Places are UTF-16 units. */
export interface RawShot {
	readonly index: number;
	readonly marker: Marker;
	/** From the end of the marker to the next one; its words without what surrounds them. */
	readonly bodyEnd: number;
	readonly wordsStart: number;
	readonly wordsEnd: number;
	readonly seconds: number | null;
	readonly words: string;
}

export interface ScriptReading {
	readonly text: string;
	readonly pointAt: PointAt;
	readonly shots: readonly RawShot[];
	readonly inside: readonly Marker[];
	readonly unclear: readonly Unclear[];
	readonly options: ParseOptions;
}

export function readScript(text: string, options: ParseOptions): ScriptReading {
	const { markers, inside, unclear } = findMarkers(text);
	const shots = markers.map((marker, index) => {
		return { index, marker, ...readBody(text, marker, markers[index + 1]?.start ?? text.length) };
	});
	return { text, pointAt: countPointsUpTo(text), shots, inside, unclear, options };
}

function readBody(text: string, marker: Marker, bodyEnd: number): Omit<RawShot, "index" | "marker"> {
	let wordsStart = marker.end;
	let wordsEnd = bodyEnd;
	while (wordsStart < wordsEnd && isSeparator(text.charAt(wordsStart))) wordsStart += 1;
	while (wordsEnd > wordsStart && isSeparator(text.charAt(wordsEnd - 1))) wordsEnd -= 1;
	const seconds = usableSeconds(marker);
	if (wordsStart === wordsEnd) return { bodyEnd, wordsStart: marker.end, wordsEnd: marker.end, words: "", seconds };
	return { bodyEnd, wordsStart, wordsEnd, words: normaliseWords(text.slice(wordsStart, wordsEnd)), seconds };
}

function isSeparator(sign: string): boolean {
	return sign === ";" || sign === "；" || sign.trim() === "";
}

export function rangeOf(reading: ScriptReading, start: number, end: number): TextRange {
	return { start: reading.pointAt(start), end: reading.pointAt(end) };
}

export function editAt(reading: ScriptReading, start: number, end: number, text: string): TextEdit {
	return { range: rangeOf(reading, start, end), text };
}

export function parsedShot(reading: ScriptReading, shot: RawShot): ParsedShot {
	const { marker, seconds, words } = shot;
	return {
		number: marker.number?.value ?? null,
		seconds,
		words,
		range: rangeOf(reading, marker.start, shot.bodyEnd),
		wordsRange: rangeOf(reading, shot.wordsStart, shot.wordsEnd),
	};
}
