import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftSchema } from "@/lib/domain/draft";
import { setDuration } from "@/lib/domain/draft/duration";
import { setPrompt } from "@/lib/domain/draft/prompt";
import { setShotWords } from "@/lib/domain/draft/shots";
import { switchMode } from "@/lib/domain/draft/switch-mode";
import { accepted, shotsOf } from "../timeline/build-shots";
import { anyDraft, proseDraft, shotsDraft } from "./build-draft";

describe("switching between One shot and Shots", () => {
	it("for the first time makes one shot of the prose, its words and its seconds", () => {
		const { composition } = switchMode(proseDraft("A dog runs.", 7), "shots");
		expect(composition).toMatchObject({ mode: "shots", shots: [{ seconds: 7, words: "A dog runs." }] });
	});

	it("back to One shot gives the prose untouched, whatever happened to the shots", () => {
		const prose = proseDraft("A dog runs.  \n", 7);
		const edited = accepted(setShotWords(switchMode(prose, "shots"), 0, "A cat sleeps."));
		expect(switchMode(edited, "one-shot").composition).toMatchObject({
			prose: { text: "A dog runs.  \n", seconds: 7 },
		});
	});

	it("to Shots again gives the shelved shots, whatever happened to the prose", () => {
		const shots = shotsOf(3, 4, 3);
		const prose = switchMode(shotsDraft(shots), "one-shot");
		const edited = accepted(setDuration(accepted(setPrompt(prose, "Another film.")), 9));
		expect(switchMode(edited, "shots").composition).toMatchObject({ shots, shelvedProse: { text: "Another film." } });
	});

	it("carries the prose over anew as long as nobody has touched the shot made from it", () => {
		const looked = switchMode(switchMode(proseDraft("A dog", 5), "shots"), "one-shot");
		const typedOn = accepted(setDuration(accepted(setPrompt(looked, "A dog runs.")), 6));
		expect(switchMode(typedOn, "shots").composition).toMatchObject({ shots: [{ seconds: 6, words: "A dog runs." }] });
	});

	it("keeps further shots even where the first still says what the prose says", () => {
		const shots = shotsOf(3, 4);
		const there = switchMode(shotsDraft(shots, "words 1", 3), "one-shot");
		expect(switchMode(there, "shots").composition).toMatchObject({ shots });
	});

	it("to the mode it is in changes nothing", () => {
		const draft = proseDraft("A dog runs.", 7);
		expect(switchMode(draft, "one-shot")).toBe(draft);
	});

	it("there and back restores any draft, and leaves every setting alone", () => {
		fc.assert(
			fc.property(anyDraft, (draft) => {
				const other = draft.composition.mode === "shots" ? "one-shot" : "shots";
				const there = switchMode(draft, other);
				expect(draftSchema.safeParse(there).success).toBe(true);
				expect({ ...there, composition: null }).toEqual({ ...draft, composition: null });
				const { composition } = switchMode(there, draft.composition.mode);
				expect(liveHalf(composition)).toEqual(liveHalf(draft.composition));
			}),
			{ numRuns: 1_000 },
		);
	});
});

function liveHalf(composition: ReturnType<typeof switchMode>["composition"]) {
	if (composition.mode === "one-shot") return composition.prose;
	return composition.shots.map(({ seconds, words }) => ({ seconds, words }));
}
