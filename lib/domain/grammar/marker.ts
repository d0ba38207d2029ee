import { MAX_TOTAL_SECONDS, MIN_SHOT_SECONDS } from "../shot";
import type { ScriptDialect } from "./dialect";

export interface Token {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

export interface NumberToken extends Token {
	readonly value: number;
}

export interface SecondsToken extends NumberToken {
	readonly hasUnit: boolean;
}

/** `strict` is `shot n, m, `; `loose` is any other way people write a shot's beginning. */
export interface Marker {
	readonly form: "strict" | "loose";
	readonly start: number;
	readonly end: number;
	readonly keyword: Token;
	readonly dialect: ScriptDialect;
	readonly number: NumberToken | null;
	readonly seconds: SecondsToken | null;
}

const CHINESE_NUMERALS = "一二三四五六七八九十";
const FULL_WIDTH = /[０-９．－＋]/g;

export function readNumeral(text: string): number {
	const chinese = CHINESE_NUMERALS.indexOf(text);
	if (chinese >= 0) return chinese + 1;
	const ascii = text.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
	return Number(ascii.replace("−", "-"));
}

/** The seconds a shot may have, or `null`: what is missing, broken or too long is never guessed here. */
export function usableSeconds(marker: Marker): number | null {
	const value = marker.seconds?.value ?? Number.NaN;
	return Number.isInteger(value) && value >= MIN_SHOT_SECONDS && value <= MAX_TOTAL_SECONDS ? value : null;
}
