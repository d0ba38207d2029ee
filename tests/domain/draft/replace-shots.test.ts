import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftSchema } from "@/lib/domain/draft";
import { replaceShots } from "@/lib/domain/draft/replace-shots";
import { MAX_STORED_CHARS, shotsSchema } from "@/lib/domain/shot";
import { accepted, codeOf, shotsOf } from "../timeline/build-shots";
import { anyDraft, proseDraft, shotsDraft } from "./build-draft";

const spelled = (...seconds: readonly number[]) =>
	seconds.map((each, index) => ({ seconds: each, words: `new ${index}` }));

describe("taking the shots of a script", () => {
	it("keeps who a shot is by its place, and gives further shots ids of their own", () => {
		const [first, second, third] = shotsOf(3, 4, 3);
		if (!first || !second || !third) throw new Error("three shots");
		const draft = shotsDraft(shotsSchema.parse([third, first]));
		const after = accepted(replaceShots(draft, spelled(2, 5, 1, 1)));
		expect(after.composition).toMatchObject({
			shots: [
				{ id: 3, seconds: 2, words: "new 0" },
				{ id: 1, seconds: 5, words: "new 1" },
				{ id: 2, seconds: 1, words: "new 2" },
				{ id: 4, seconds: 1, words: "new 3" },
			],
		});
	});

	it("in One shot shelves the prose and goes to Shots", () => {
		const after = accepted(replaceShots(proseDraft("A dog runs.", 5), spelled(3, 3)));
		expect(after.composition).toMatchObject({
			mode: "shots",
			shots: [{ seconds: 3 }, { seconds: 3 }],
			shelvedProse: { text: "A dog runs.", seconds: 5 },
		});
	});

	it.each([
		{ shots: [], code: "no-shots" },
		{ shots: spelled(1, 1, 1, 1, 1, 1, 1), code: "too-many-shots" },
		{ shots: spelled(1, 1), code: "film-too-short" },
		{ shots: spelled(8, 8), code: "film-too-long" },
		{ shots: spelled(0, 5), code: "shot-too-short" },
		{ shots: spelled(2.5, 2.5), code: "not-whole-seconds" },
		{ shots: spelled(Number.NaN, 3), code: "not-whole-seconds" },
		{ shots: [{ seconds: 5, words: "a".repeat(MAX_STORED_CHARS + 1) }], code: "too-many-characters" },
	])("is refused: $code", ({ shots, code }) => {
		expect(codeOf(replaceShots(proseDraft("", 5), shots))).toBe(code);
	});

	it("is refused exactly where the schema would refuse", () => {
		const anySpelled = fc.array(
			fc.record({ seconds: fc.oneof(fc.integer({ min: -1, max: 16 }), fc.constant(1.5)), words: fc.string() }),
			{ maxLength: 8 },
		);
		fc.assert(
			fc.property(anyDraft, anySpelled, (draft, shots) => {
				const edit = replaceShots(draft, shots);
				const wanted = shots.map((shot, index) => ({ ...shot, id: index + 1 }));
				expect(edit.ok).toBe(shotsSchema.safeParse(wanted).success);
				if (edit.ok) expect(draftSchema.safeParse(edit.value).success).toBe(true);
			}),
			{ numRuns: 1_000 },
		);
	});
});
