/**
 * Rates of calm read speech: 150 to 160 English words a minute are usual in narration, and Pellegrino, Coupé and
 * Marsico (2011) measured about 6 syllables a second in English, 5 in Mandarin and 8 in Japanese, pauses left out.
 */
const WORDS_PER_SECOND = 2.6;
const SYLLABLES_PER_SECOND = 4.5;
const HAN_PER_SECOND = 4.5;
const KANA_PER_SECOND = 7;
/** For scripts written without spaces or vowels, where words and syllables cannot be counted. */
const LETTERS_PER_SECOND = 16;
const GAP_BETWEEN_LINES_SECONDS = 0.3;

const HAN_OR_HANGUL = /[\p{Script=Han}\p{Script=Hangul}]/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const WORD = /\p{N}+|[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;
const VOWEL_GROUP = /[aeiouyàâäáãåæèéêëìíîïòóôöõøœùúûüý]+/giu;
const SILENT_ENDING = /[^aeiouyl]e$|[^aeiouytd]ed$/iu;

export function speakingSeconds(line: string): number {
	const han = line.match(HAN_OR_HANGUL)?.length ?? 0;
	const kana = line.match(KANA)?.length ?? 0;
	const words = line.replace(HAN_OR_HANGUL, " ").replace(KANA, " ").match(WORD) ?? [];
	const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0);
	const letters = words.reduce((sum, word) => sum + word.length, 0);
	const spelt = Math.max(
		words.reduce((sum, word) => sum + countSpokenWords(word), 0) / WORDS_PER_SECOND,
		syllables / SYLLABLES_PER_SECOND,
		letters / LETTERS_PER_SECOND,
	);
	return roundSeconds(spelt + han / HAN_PER_SECOND + kana / KANA_PER_SECOND);
}

/** "2026" is said as two words, "7" as one. */
function countSpokenWords(word: string): number {
	return /\p{N}/u.test(word) ? Math.ceil(word.length / 2) : 1;
}

function countSyllables(word: string): number {
	const groups = word.match(VOWEL_GROUP)?.length ?? 0;
	return groups > 1 && SILENT_ENDING.test(word) ? groups - 1 : groups;
}

export interface SpeechFit {
	readonly neededSeconds: number;
	readonly shotSeconds: number;
	readonly fits: boolean;
	readonly sentence: string;
}

export function fitsShot(lines: readonly string[], shotSeconds: number): SpeechFit {
	const spoken = lines.map(speakingSeconds).filter((seconds) => seconds > 0);
	const gaps = GAP_BETWEEN_LINES_SECONDS * Math.max(0, spoken.length - 1);
	const neededSeconds = roundSeconds(spoken.reduce((sum, seconds) => sum + seconds, gaps));
	const sentence = `needs ${neededSeconds} s, the shot has ${shotSeconds} s`;
	return { neededSeconds, shotSeconds, fits: neededSeconds <= shotSeconds, sentence };
}

function roundSeconds(seconds: number): number {
	return Math.round(seconds * 10) / 10;
}
