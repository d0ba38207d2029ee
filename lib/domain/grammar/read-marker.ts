import type { ScriptDialect } from "./dialect";
import { type Marker, type NumberToken, readNumeral, type SecondsToken, type Token } from "./marker";

type MarkerReading = { readonly kind: "marker"; readonly marker: Marker } | Unclear | null;
export interface Unclear {
	readonly kind: "unclear";
	readonly start: number;
	readonly end: number;
}

const NUMERAL = "[-−+－＋]?[\\d０-９]+(?:[.．][\\d０-９]+)?";
const UNIT = "(?:\\s*(?<unit>seconds?|secs?|s|秒钟?)(?!\\p{L})\\.?)";

const NUMBER = new RegExp(`\\s*[#＃]?\\s*(?<value>${NUMERAL}|[一二三四五六七八九十])(?![\\p{L}\\p{N}])`, "uy");
const COMMA = /\s*[,，、]/y;
const SECONDS_COMMA = new RegExp(`\\s*(?<value>${NUMERAL})${UNIT}?\\s*[,，、]\\s*`, "iuy");
const SECONDS_LOOSE = new RegExp(
	`\\s*(?<value>${NUMERAL})(?:${UNIT}\\s*[\\])）】:：.–—-]*|\\s*[:：]|\\s*(?=[;；]|$))\\s*`,
	"iuy",
);
const SECONDS_BRACKET = new RegExp(
	`\\s*[(（[【]\\s*(?:(?<from>\\d{1,2})\\s*s?\\s*[-–—~至到]\\s*)?(?<value>${NUMERAL})${UNIT}?\\s*[)）\\]】]`,
	"iuy",
);
const CLOSERS = /\s*[\]】*)）]+/y;
const COLON = /\s*[:：]\**\s*/y;
const DASH = /\s*[.–—|-]\s+/y;
const SPACE = /\s*/y;

/** Reads the marker whose keyword is given; `start` is where the marker begins, brackets and bullets included. */
export function readMarker(text: string, keyword: Token, start: number): MarkerReading {
	const number = match(NUMBER, text, keyword.end);
	const base = { start, keyword, dialect: dialectOf(keyword), number: number && numberOf(number) };
	const reading = number ? readAfterNumber(text, endOf(number)) : readWithoutNumber(text, keyword.end);
	if (reading) return { kind: "marker", marker: { ...base, ...reading, form: formOf(keyword, reading.form) } };
	return number ? { kind: "unclear", start, end: endOf(number) } : null;
}

type Rest = Pick<Marker, "form" | "end" | "seconds">;

/** `shot, 3, words`: only a strict tail makes it a marker. */
function readWithoutNumber(text: string, at: number): Rest | null {
	const comma = match(COMMA, text, at);
	const seconds = comma && match(SECONDS_COMMA, text, endOf(comma));
	return seconds ? { form: "strict", end: endOf(seconds), seconds: secondsOf(seconds) } : null;
}

function readAfterNumber(text: string, at: number): Rest | null {
	const comma = match(COMMA, text, at);
	return comma ? readAfterComma(text, endOf(comma)) : readLoose(text, at);
}

function readAfterComma(text: string, at: number): Rest {
	const strict = match(SECONDS_COMMA, text, at);
	if (strict) return { form: "strict", end: endOf(strict), seconds: secondsOf(strict) };
	const loose = match(SECONDS_LOOSE, text, at);
	if (loose) return { form: "loose", end: endOf(loose), seconds: secondsOf(loose) };
	return { form: "strict", end: skip(SPACE, text, at), seconds: null };
}

function readLoose(text: string, at: number): Rest | null {
	const afterClosers = skip(CLOSERS, text, at);
	const bracket = match(SECONDS_BRACKET, text, afterClosers);
	const afterBracket = skip(CLOSERS, text, bracket ? endOf(bracket) : afterClosers);
	const colon = match(COLON, text, afterBracket) ?? match(COMMA, text, afterBracket) ?? match(DASH, text, afterBracket);
	if (!colon && !bracket && afterClosers === at) return null;
	const end = colon ? endOf(colon) : afterBracket;
	if (bracket) return { form: "loose", end: skip(SPACE, text, end), seconds: secondsOf(bracket) };
	const seconds = match(SECONDS_COMMA, text, end) ?? match(SECONDS_LOOSE, text, end);
	if (seconds) return { form: "loose", end: endOf(seconds), seconds: secondsOf(seconds) };
	return { form: "loose", end: skip(SPACE, text, end), seconds: null };
}

function dialectOf(keyword: Token): ScriptDialect {
	return keyword.text.toLowerCase() === "shot" ? "shot" : "镜头";
}

/** `分镜 1, 3, …` is understood, but it is not how any gateway prints it. */
function formOf(keyword: Token, form: Marker["form"]): Marker["form"] {
	return keyword.text === "镜头" || keyword.text.toLowerCase() === "shot" ? form : "loose";
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(text);
}

function skip(pattern: RegExp, text: string, at: number): number {
	const found = match(pattern, text, at);
	return found ? endOf(found) : at;
}

function endOf(found: RegExpExecArray): number {
	return found.index + found[0].length;
}

function numberOf(found: RegExpExecArray): NumberToken {
	const text = found.groups?.value ?? "";
	const start = found.index + found[0].lastIndexOf(text);
	return { start, end: start + text.length, text, value: readNumeral(text) };
}

/** `0-3s` lasts 3 seconds, and `3-7s` lasts 4. */
function secondsOf(found: RegExpExecArray): SecondsToken {
	const token = numberOf(found);
	const from = found.groups?.from;
	return {
		...token,
		value: token.value - Number(from ?? 0),
		hasUnit: found.groups?.unit !== undefined || from !== undefined,
	};
}
