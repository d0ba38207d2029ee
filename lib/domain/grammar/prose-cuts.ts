import type { Shot } from "../shot";
import { onOneLine } from "./words";

interface Phrases {
	readonly stop: string;
	readonly gap: string;
	opening(seconds: number | null): string;
	cut(seconds: number | null): string;
}

const ENGLISH: Phrases = {
	stop: ".",
	gap: " ",
	opening: (seconds) => (seconds === null ? "" : `For about ${spellSeconds(seconds)}: `),
	cut: (seconds) =>
		seconds === null ? "The scene then cuts to: " : `The scene then cuts, for about ${spellSeconds(seconds)}, to: `,
};

const CHINESE: Phrases = {
	stop: "。",
	gap: "",
	opening: (seconds) => (seconds === null ? "" : `（约${seconds}秒）`),
	cut: (seconds) => (seconds === null ? "画面随后切换到：" : `画面随后切换到（约${seconds}秒）：`),
};

/** For a gateway without a documented shot syntax. Lengths are told only where they differ; none is promised there. */
export function joinAsProse(shots: readonly Pick<Shot, "seconds" | "words">[]): string {
	const told = shots.flatMap((shot) => {
		const words = endOpen(onOneLine(shot.words));
		return words === "" ? [] : [{ words, seconds: shot.seconds }];
	});
	const first = told[0];
	if (!first) return "";
	if (told.length === 1) return first.words;
	const phrases = isMostlyHan(told.map(({ words }) => words).join("")) ? CHINESE : ENGLISH;
	const even = told.every(({ seconds }) => seconds === first.seconds);
	return told
		.map(({ words, seconds }, index) => {
			const lead = index === 0 ? phrases.opening(even ? null : seconds) : phrases.cut(even ? null : seconds);
			return lead + endSentence(words, phrases.stop);
		})
		.join(phrases.gap);
}

const OPEN_ENDS = " ,;:，；：、";
const ENDED = /[.!?…。！？]["'”’」』)）]*$/;

function endOpen(words: string): string {
	let end = words.length;
	while (end > 0 && OPEN_ENDS.includes(words.charAt(end - 1))) end -= 1;
	return words.slice(0, end);
}

function endSentence(words: string, stop: string): string {
	return ENDED.test(words.slice(-8)) ? words : words + stop;
}

function isMostlyHan(text: string): boolean {
	const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
	const others = text.match(/[^\P{L}\p{Script=Han}]+/gu)?.length ?? 0;
	return han > others;
}

function spellSeconds(seconds: number): string {
	return seconds === 1 ? "1 second" : `${seconds} seconds`;
}
