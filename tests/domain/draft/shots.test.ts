import { describe, expect, it } from "vitest";
import { editShots, setShotWords } from "@/lib/domain/draft/shots";
import { ok } from "@/lib/domain/result";
import { MAX_STORED_CHARS } from "@/lib/domain/shot";
import { splitShot } from "@/lib/domain/timeline/split-shot";
import { accepted, codeOf, shotsOf } from "../timeline/build-shots";
import { proseDraft, shotsDraft } from "./build-draft";

describe("editing a draft's shots", () => {
	it("puts the edited shots into the draft and keeps the shelved prose", () => {
		const after = accepted(editShots(shotsDraft(shotsOf(3, 4), "A dog"), (shots) => splitShot(shots, 0)));
		expect(after.composition).toMatchObject({
			mode: "shots",
			shots: [{ seconds: 2 }, { seconds: 1 }, { seconds: 4 }],
			shelvedProse: { text: "A dog" },
		});
	});

	it("passes a refusal on", () => {
		expect(codeOf(editShots(shotsDraft(shotsOf(3, 4)), (shots) => splitShot(shots, 9)))).toBe("unknown-shot");
	});

	it("gives back the very same draft where the shots stay", () => {
		const draft = shotsDraft(shotsOf(3, 4));
		expect(accepted(editShots(draft, ok))).toBe(draft);
	});

	it("is for Shots only", () => {
		expect(codeOf(editShots(proseDraft("A dog", 5), ok))).toBe("not-shots");
	});
});

describe("writing a shot's words", () => {
	it("changes that shot alone", () => {
		const after = accepted(setShotWords(shotsDraft(shotsOf(3, 4)), 1, "A cat; asleep"));
		expect(after.composition).toMatchObject({ shots: [{ words: "words 1" }, { words: "A cat; asleep", seconds: 4 }] });
	});

	it.each([
		{ index: 2, words: "A cat", code: "unknown-shot" },
		{ index: -1, words: "A cat", code: "unknown-shot" },
		{ index: 0, words: "a".repeat(MAX_STORED_CHARS + 1), code: "too-many-characters" },
	])("at $index is refused: $code", ({ index, words, code }) => {
		expect(codeOf(setShotWords(shotsDraft(shotsOf(3, 4)), index, words))).toBe(code);
	});
});
