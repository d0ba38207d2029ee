import { canDraw } from "./fonts";

const JOINERS = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u{1f3fb}-\u{1f3ff}]/gu;
const PICTURES = /\p{Extended_Pictographic}|\p{Regional_Indicator}/gu;

export interface Legible {
	readonly text: string;
	readonly rightToLeft: boolean;
}

/** Signs that no font here has are left out, pictures always; words in a script wholly without a font say so. */
export function legible(words: string): Legible {
	const plain = words.normalize("NFC").replace(PICTURES, "").replace(JOINERS, "");
	const signs = [...plain];
	const shown = signs.filter((sign) => /\s/u.test(sign) || canDraw(sign));
	const letters = (list: readonly string[]) => list.filter((sign) => /[\p{L}\p{N}]/u.test(sign)).length;
	const lost = letters(signs) - letters(shown);
	const text = shown.join("").replace(/\s+/gu, " ").trim();
	if (lost > letters(signs) / 2) return { text: "(words in a script without a font here)", rightToLeft: false };
	return { text, rightToLeft: isRightToLeft(text) };
}

export function isRightToLeft(text: string): boolean {
	const first = text.match(/\p{L}/u)?.[0] ?? "";
	return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first);
}
