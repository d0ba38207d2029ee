import { findAll } from "./match";
import type { Colour } from "./plan";
import { COLOURS } from "./words/colours";

/** The colour said of a garment: "red wool coat", "a hat of red", "红色的帽子". */
export function garmentColour(text: string, garments: string, garmentsZh: string): Colour | null {
	const english = new RegExp(`(?<![\\p{L}])((?:[\\p{L}-]+\\s+){1,3})(?:${garments})(?:s|es)?(?![\\p{L}])`, "giu");
	for (const hit of text.matchAll(english)) {
		const colours = findAll(hit[1] ?? "", COLOURS);
		const nearest = colours.at(-1);
		if (nearest) return nearest.kind;
	}
	const chinese = new RegExp(`([\\u4e00-\\u9fff]{1,3})的?(?:${garmentsZh})`, "gu");
	for (const hit of text.matchAll(chinese)) {
		const colour = findAll(hit[1] ?? "", COLOURS).at(-1);
		if (colour) return colour.kind;
	}
	return null;
}

export function colourBefore(text: string, index: number): Colour | null {
	const before = text.slice(Math.max(0, index - 22), index);
	const beside = before.match(/((?:[\p{L}-]+\s+){0,2})$/u)?.[1] ?? "";
	const zh = before.match(/[\u4e00-\u9fff]{1,4}$/u)?.[0] ?? "";
	return findAll(beside + zh, COLOURS).at(-1)?.kind ?? null;
}
