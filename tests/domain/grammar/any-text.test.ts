import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseScript } from "@/lib/domain/grammar/parse-script";
import { normaliseWords } from "@/lib/domain/grammar/words";
import { countChars } from "@/lib/domain/text";
import { applyEdits, sliceRange, type TextRange } from "@/lib/domain/text-range";
import { anyText, scriptLike } from "./arbitrary-text";

const text = fc.oneof(anyText, scriptLike);
const RUNS = { numRuns: 3_000 };

function expectInside({ start, end }: TextRange, chars: number) {
	expect(start).toBeGreaterThanOrEqual(0);
	expect(end).toBeGreaterThanOrEqual(start);
	expect(end).toBeLessThanOrEqual(chars);
}

describe("reading any text whatever", () => {
	it("never throws, and every place lies inside the text", () => {
		fc.assert(
			fc.property(text, fc.option(fc.integer(), { nil: undefined }), (given, expectedTotal) => {
				const { shots, problems } = parseScript(given, expectedTotal === undefined ? {} : { expectedTotal });
				const chars = countChars(given);
				for (const { range, wordsRange } of shots) {
					expectInside(range, chars);
					expectInside(wordsRange, chars);
				}
				for (const { range, fix, sentence } of problems) {
					expectInside(range, chars);
					expect(sentence).toMatch(/[.;,]$/);
					for (const edit of fix?.edits ?? []) expectInside(edit.range, chars);
				}
			}),
			RUNS,
		);
	});

	it("gives the words that stand where it says", () => {
		fc.assert(
			fc.property(text, (given) => {
				for (const { words, wordsRange } of parseScript(given).shots) {
					expect(normaliseWords(sliceRange(given, wordsRange))).toBe(words);
				}
			}),
			RUNS,
		);
	});

	it("keeps every letter: each is in a marker, in a shot or in the preamble", () => {
		fc.assert(
			fc.property(text, (given) => {
				const { shots, preamble } = parseScript(given);
				if (shots.length === 0) return;
				const read = [preamble, ...shots.map(({ words }) => words)].join("");
				const markers = shots.map(({ range, wordsRange }) =>
					sliceRange(given, { start: range.start, end: wordsRange.start }),
				);
				const letters = (from: string) => countChars(from.replace(/[^\p{L}\p{N}]/gu, ""));
				expect(letters(read) + letters(markers.join(""))).toBe(letters(given));
			}),
			RUNS,
		);
	});

	it("never has fixes whose edits overlap", () => {
		fc.assert(
			fc.property(text, (given) => {
				for (const { fix } of parseScript(given).problems) {
					const sorted = [...(fix?.edits ?? [])].sort((a, b) => a.range.start - b.range.start);
					sorted.reduce((end, { range }) => {
						expect(range.start).toBeGreaterThanOrEqual(end);
						return range.end;
					}, 0);
					applyEdits(given, fix?.edits ?? []);
				}
			}),
			RUNS,
		);
	});
});

describe("long and hostile texts", () => {
	const LENGTH = 200_000;
	const repeat = (unit: string) => unit.repeat(Math.ceil(LENGTH / unit.length));

	/** Work that grew with the square of the length would take minutes here and run into the test's time limit. */
	it.each([
		["keywords", "shot "],
		["half markers", "shot 1"],
		["markers without seconds", "shot 1, "],
		["shots", "shot 1, 3, a; "],
		["loose shots", "shot 1 (3s): a. "],
		["lines", "shot 1, a\n"],
		["semicolons", "; "],
		["spaces", " "],
		["line breaks", "\n"],
		["gaps after a number", "shot 1 ".padEnd(5_000)],
		["gaps after a comma", "shot 1,".padEnd(5_000)],
		["gaps after seconds", "shot 1, 3".padEnd(5_000)],
		["gaps in brackets", "shot 1 (".padEnd(5_000)],
		["bullets", "-[(*# "],
		["digits", "1"],
		["glued markers", "shot 1, 1"],
		["Chinese keywords", "镜头一"],
		["Chinese shots", "镜头 1, 3, 狗；"],
		["full-width signs", "；，"],
		["halves of characters", "\ud83d"],
		["emoji", "🦊"],
	])("full of %s are read all the same", (_, unit) => {
		const given = `shot 1, 3, ${repeat(unit)}`;
		expect(parseScript(given).shots.length).toBeGreaterThan(0);
		expect(parseScript(repeat(unit)).problems.length).toBeGreaterThan(0);
	});
});
