import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCameraMoves } from "@/lib/domain/prose/camera-moves";
import { findIngredients } from "@/lib/domain/prose/ingredients";
import { sceneChanges } from "@/lib/domain/prose/scene-changes";
import { speakingSeconds } from "@/lib/domain/prose/speaking-time";
import { spokenLines } from "@/lib/domain/prose/spoken-lines";
import { MAX_SHOTS } from "@/lib/domain/shot";
import { countChars } from "@/lib/domain/text";
import { sliceRange, type TextRange } from "@/lib/domain/text-range";
import { anyText } from "../grammar/arbitrary-text";

const phrases = fc.constantFrom(
	"The woman in the red hat says: ",
	'she whispers, "',
	'"',
	"”",
	"“",
	"MARIA: ",
	"[Agent, calm]: ",
	"; the scene then cuts to a rooftop",
	"Cut to: ",
	"\nScene 2: ",
	"1. ",
	"She strides into an alley. ",
	"in an office. ",
	"the camera pans left, ",
	"她说：“",
	"切换到",
	"A close-up of a dog. ",
	"'tis ",
);
const text = fc.oneof(
	anyText,
	fc.array(fc.oneof(phrases, anyText), { maxLength: 10 }).map((parts) => parts.join("")),
);
const RUNS = { numRuns: 2_000 };

function expectSlice(given: string, range: TextRange, words: string) {
	expect(range.start).toBeGreaterThanOrEqual(0);
	expect(range.end).toBeLessThanOrEqual(countChars(given));
	expect(sliceRange(given, range)).toBe(words);
}

describe("reading any prose whatever", () => {
	it("finds spoken lines where they stand, in order and apart from each other", () => {
		fc.assert(
			fc.property(text, (given) => {
				let end = 0;
				for (const line of spokenLines(given)) {
					expectSlice(given, line.range, line.text);
					expect(line.text.trim()).toBe(line.text);
					expect(line.range.start).toBeGreaterThanOrEqual(end);
					expect(line.around.start).toBeLessThanOrEqual(line.range.start);
					expect(line.around.end).toBeGreaterThanOrEqual(line.range.end);
					expect(line.around.end).toBeLessThanOrEqual(countChars(given));
					end = line.range.end;
				}
			}),
			RUNS,
		);
	});

	it("finds camera moves where they stand", () => {
		fc.assert(
			fc.property(text, (given) => {
				for (const { range, words } of findCameraMoves(given)) expectSlice(given, range, words);
			}),
			RUNS,
		);
	});

	it("proposes shots that stand in the text in order, and never just one", () => {
		fc.assert(
			fc.property(text, fc.option(fc.integer({ min: 3, max: 15 })), (given, total) => {
				const proposals = sceneChanges(given, total);
				expect(proposals.length).not.toBe(1);
				expect(proposals.length).toBeLessThanOrEqual(MAX_SHOTS);
				let end = 0;
				for (const { range, words, weight } of proposals) {
					expectSlice(given, range, words);
					expect(range.start).toBeGreaterThanOrEqual(end);
					expect(weight).toBeGreaterThan(0);
					end = range.end;
				}
				if (total === null || proposals.length === 0) return;
				expect(proposals.reduce((seconds, { weight }) => seconds + weight, 0)).toBe(total);
			}),
			RUNS,
		);
	});

	it("ticks four things, each inside the text", () => {
		fc.assert(
			fc.property(text, (given) => {
				const ingredients = findIngredients(given);
				expect(ingredients.map(({ kind }) => kind)).toEqual(["subject", "action", "camera", "setting"]);
				for (const { found } of ingredients) {
					if (found) expectSlice(given, found, sliceRange(given, found));
					if (found) expect(found.end).toBeGreaterThan(found.start);
				}
			}),
			RUNS,
		);
	});
});

describe("long and hostile prose", () => {
	const LENGTH = 120_000;

	/** Work that grew with the square of the length would run into the test's time limit here. */
	it.each([
		["quotes", '"'],
		["quotes that never close", "“a "],
		["single quotes", " 'a"],
		["apostrophes", "it's "],
		["colons", ": "],
		["verbs", "says "],
		["lines said", "says: a. "],
		["quoted lines", 'She says, "Go." '],
		["labels", "\nMARIA: Go! "],
		["boxes", "[Agent "],
		["people", "the woman "],
		["pronouns", "she "],
		["names", "Maria Maria says "],
		["cuts", "; the scene then cuts to a rooftop"],
		["half cuts", "and then the scene then "],
		["headings", "\nScene 1: a"],
		["numbers", "\n1. a"],
		["places", "She walks into an alley. She walks into an office. "],
		["semicolons", "; a dog"],
		["spaces", " "],
		["line breaks", "\n"],
		["full stops", ". "],
		["ellipses", "…"],
		["adjectives", "very "],
		["one word", "a"],
		["capitals", "A"],
		["Chinese", "她说：“走。”"],
		["Han", "红"],
		["halves of characters", "\ud83d"],
	])("full of %s is read all the same", (_, unit) => {
		const given = unit.repeat(Math.ceil(LENGTH / unit.length));
		expect(sceneChanges(given).length).toBeLessThanOrEqual(MAX_SHOTS);
		expect(findIngredients(given)).toHaveLength(4);
		expect(spokenLines(`${given} The woman in the red hat says: Go.`)).toBeInstanceOf(Array);
		expect(speakingSeconds(given)).toBeGreaterThanOrEqual(0);
	});
});
