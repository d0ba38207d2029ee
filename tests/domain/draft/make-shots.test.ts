import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Draft, draftSchema, durationSeconds } from "@/lib/domain/draft";
import { makeShots } from "@/lib/domain/draft/make-shots";
import { MAX_STORED_CHARS } from "@/lib/domain/shot";
import { accepted, codeOf, shotsOf } from "../timeline/build-shots";
import { anyDraft, proseDraft, shotsDraft } from "./build-draft";

const scene = (words: string, weight: number) => ({ words, weight });

function shotsIn(draft: Draft) {
	return draft.composition.mode === "shots"
		? draft.composition.shots.map(({ seconds, words }) => [seconds, words])
		: [];
}

describe("making shots from prose", () => {
	it("shares the film's length by weight and shelves the prose as it stands", () => {
		const draft = proseDraft("Office, then alley, then rooftop.", 10);
		const after = accepted(makeShots(draft, [scene("Office", 40), scene("Alley", 20), scene("Rooftop", 40)]));
		expect(shotsIn(after)).toEqual([
			[4, "Office"],
			[2, "Alley"],
			[4, "Rooftop"],
		]);
		expect(after.composition).toMatchObject({
			shelvedProse: { text: "Office, then alley, then rooftop.", seconds: 10 },
		});
	});

	it("takes seconds as weights as they are, where they add up", () => {
		const after = accepted(makeShots(proseDraft("", 10), [scene("a", 1), scene("b", 8), scene("c", 1)]));
		expect(shotsIn(after).map(([seconds]) => seconds)).toEqual([1, 8, 1]);
	});

	it("keeps the total of a timeline that is already there", () => {
		const after = accepted(makeShots(shotsDraft(shotsOf(3, 4, 3)), [scene("a", 1), scene("b", 1)]));
		expect(shotsIn(after).map(([seconds]) => seconds)).toEqual([5, 5]);
	});

	it("joins what is more than six shots to the last, so that no words are lost", () => {
		const after = accepted(
			makeShots(
				proseDraft("", 15),
				["a", "b", "c", "d", "e", "f", "g", "h"].map((words) => scene(words, 1)),
			),
		);
		expect(shotsIn(after).map(([, words]) => words)).toEqual(["a", "b", "c", "d", "e", "f g h"]);
	});

	it("makes no more shots than the film has seconds", () => {
		const after = accepted(
			makeShots(
				proseDraft("", 3),
				["a", "b", "c", "d"].map((words) => scene(words, 1)),
			),
		);
		expect(shotsIn(after)).toEqual([
			[1, "a"],
			[1, "b"],
			[1, "c d"],
		]);
	});

	it.each([
		{ proposals: [], code: "no-shots" },
		{ proposals: [scene("a".repeat(MAX_STORED_CHARS + 1), 1)], code: "too-many-characters" },
	])("is refused: $code", ({ proposals, code }) => {
		expect(codeOf(makeShots(proseDraft("A dog", 5), proposals))).toBe(code);
	});

	it("keeps the length and all the words, whatever the weights", () => {
		const anyScene = fc.record({ words: fc.string(), weight: fc.double() });
		fc.assert(
			fc.property(anyDraft, fc.array(anyScene, { minLength: 1, maxLength: 9 }), (draft, proposals) => {
				const after = accepted(makeShots(draft, proposals));
				expect(draftSchema.safeParse(after).success).toBe(true);
				expect(durationSeconds(after)).toBe(durationSeconds(draft));
				const words = shotsIn(after).map(([, each]) => each);
				expect(words.join(" ")).toBe(proposals.map((each) => each.words).join(" "));
			}),
			{ numRuns: 1_000 },
		);
	});
});
