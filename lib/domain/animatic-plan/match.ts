import type { Entry } from "./words/entry";

export interface Match<Kind> {
	readonly kind: Kind;
	readonly index: number;
	readonly end: number;
	readonly word: string;
	readonly weight: number;
}

const compiled = new WeakMap<Entry<unknown>, { readonly hint: RegExp; exact: RegExp | null }>();

function exactly(entry: Entry<unknown>): RegExp {
	const english = `(?<![\\p{L}\\p{N}])(?:${entry.en})(?:s|es|'s|’s)?(?![\\p{L}\\p{N}])`;
	return new RegExp(entry.zh ? `${english}|${entry.zh}` : english, "gu");
}

/** Classes of letters are dear to compile, so that is done only for what a plainer pattern finds somewhere. */
function patternFor(entry: Entry<unknown>, text: string): RegExp | null {
	const known = compiled.get(entry) ?? {
		hint: new RegExp(entry.zh ? `${entry.en}|${entry.zh}` : entry.en, "u"),
		exact: null,
	};
	compiled.set(entry, known);
	if (!known.hint.test(text)) return null;
	known.exact ??= exactly(entry);
	return known.exact;
}

/** Small letters, each where the large one stood: patterns that need not look for both are compiled in half the time. */
function small(text: string): string {
	const lowered = text.toLowerCase();
	if (lowered.length === text.length) return lowered;
	return Array.from(text, (sign) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign)).join("");
}

/** Every place where an entry of the list is named, in the order of the text. */
export function findAll<Kind>(text: string, list: readonly Entry<Kind>[]): Match<Kind>[] {
	const found: Match<Kind>[] = [];
	const lowered = small(text);
	for (const entry of list) {
		const pattern = patternFor(entry, lowered);
		if (!pattern) continue;
		for (const hit of lowered.matchAll(pattern)) {
			if (hit[0] === "") continue;
			found.push({
				kind: entry.kind,
				index: hit.index,
				end: hit.index + hit[0].length,
				word: text.slice(hit.index, hit.index + hit[0].length),
				weight: entry.weight ?? 1,
			});
		}
	}
	return found.sort((a, b) => a.index - b.index || b.end - a.end);
}

/** Overlapping matches give way to the longer one: "golden retriever" is one dog. */
export function keepLongest<Kind>(matches: readonly Match<Kind>[]): Match<Kind>[] {
	const kept: Match<Kind>[] = [];
	for (const match of matches) {
		const last = kept.at(-1);
		if (!last || match.index >= last.end) kept.push(match);
		else if (match.end - match.index > last.end - last.index) kept[kept.length - 1] = match;
	}
	return kept;
}

export function heaviest<Kind>(matches: readonly Match<Kind>[]): Match<Kind> | null {
	return matches.reduce<Match<Kind> | null>((best, next) => (!best || next.weight > best.weight ? next : best), null);
}

export function findHeaviest<Kind>(text: string, list: readonly Entry<Kind>[]): Kind | null {
	return heaviest(findAll(text, list))?.kind ?? null;
}

/** Blanks what a pattern matches, so that positions in the rest stay true. */
export function blank(text: string, pattern: RegExp): string {
	return text.replace(pattern, (hit) => " ".repeat(hit.length));
}
