import { canDraw } from "./fonts";

const JOINERS = /\p{Cf}|\p{Variation_Selector}|\p{Emoji_Modifier}/gu;
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
