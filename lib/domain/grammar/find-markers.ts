import type { Marker, Token } from "./marker";
import { readMarker, type Unclear } from "./read-marker";

interface FoundMarkers {
	readonly markers: readonly Marker[];
	/** Markers in the middle of a shot's words: they belong to the words, and may be meant otherwise. */
	readonly inside: readonly Marker[];
	readonly unclear: readonly Unclear[];
}

const KEYWORDS = /shot|分镜头|分镜|镜头|鏡頭/giu;
const WORD_SIGN = /[\p{L}\p{N}_]/u;
const LETTER = /\p{L}/u;

export function findMarkers(text: string): FoundMarkers {
	const markers: Marker[] = [];
	const inside: Marker[] = [];
	const unclear: Unclear[] = [];
	for (const keyword of findKeywords(text)) {
		const place = placeOf(text, keyword.start);
		const reading = readMarker(text, keyword, Math.max(place.start, markers.at(-1)?.end ?? 0));
		if (reading === null) continue;
		if (reading.kind === "unclear") {
			if (place.kind !== "mid") unclear.push(reading);
		} else if (opensShot(reading.marker, place, markers.at(-1))) markers.push(reading.marker);
		else if (isTimed(reading.marker)) inside.push(reading.marker);
	}
	return { markers, inside, unclear };
}

/** Whatever reads as a whole marker, wherever it stands: what a lenient reader at the other end might see. */
export function findMarkersAnywhere(text: string): Marker[] {
	return findKeywords(text).flatMap((keyword) => {
		const reading = readMarker(text, keyword, keyword.start);
		return reading?.kind === "marker" && isTimed(reading.marker) ? [reading.marker] : [];
	});
}

function findKeywords(text: string): Token[] {
	return [...text.matchAll(KEYWORDS)]
		.map((found) => ({ start: found.index, end: found.index + found[0].length, text: found[0] }))
		.filter((keyword) => keyword.text.toLowerCase() !== "shot" || standsAlone(text, keyword));
}

/** "screenshot 2" and "shots 2" are no markers; "shot2" is. */
function standsAlone(text: string, keyword: Token): boolean {
	return !WORD_SIGN.test(text.charAt(keyword.start - 1)) && !LETTER.test(text.charAt(keyword.end));
}

interface Place {
	readonly kind: "statement" | "line" | "mid";
	readonly start: number;
	readonly before: string;
}

const BULLETS = " \t\u00a0\u3000[【(（*#-•>";

function placeOf(text: string, at: number): Place {
	let start = at;
	while (start > 0 && BULLETS.includes(text.charAt(start - 1))) start -= 1;
	let reach = start;
	while (reach > 0 && text.charAt(reach - 1).trim() === "") reach -= 1;
	const before = text.charAt(reach - 1);
	const crossedLine = /[\n\r\u2028\u2029]/.test(text.slice(reach, start));
	while (text.charAt(start).trim() === "" && start < at) start += 1;
	if (before === "" || before === ";" || before === "；") return { kind: "statement", start, before };
	return crossedLine ? { kind: "line", start, before } : { kind: "mid", start, before };
}

const SENTENCE_END = '.!?…。！？:：,，)）”"]】';

/**
 * At a statement's start everything that reads as a marker is one. On a new line it needs its number. In the
 * middle of a line it counts only before the first shot or within a loosely written one, where no semicolon can
 * be expected: after a strict marker such text is somebody's words, or `parse(format(shots))` would not be `shots`.
 */
function opensShot(marker: Marker, place: Place, current: Marker | undefined): boolean {
	if (place.kind === "statement") return true;
	if (place.kind === "line") return marker.number !== null;
	if (current?.form === "strict") return false;
	const afterSentence = place.before !== "" && SENTENCE_END.includes(place.before);
	if (current) return afterSentence && marker.number !== null;
	return (marker.form === "strict" && isTimed(marker)) || (afterSentence && marker.number?.value === 1);
}

function isTimed(marker: Marker): boolean {
	return marker.number !== null && marker.seconds !== null;
}
