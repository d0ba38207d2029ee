import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Draft, draftSchema, durationSeconds, NEW_DRAFT } from "@/lib/domain/draft";
import { setDuration } from "@/lib/domain/draft/duration";
import { sameDraft } from "@/lib/domain/draft/fingerprint";
import { makeShots } from "@/lib/domain/draft/make-shots";
import { setNegativePrompt, setPrompt } from "@/lib/domain/draft/prompt";
import { replaceShots } from "@/lib/domain/draft/replace-shots";
import { removeImage, setImage, setRatio, setResolution, setWatermark } from "@/lib/domain/draft/settings";
import { type DraftEdit, editShots, setShotWords } from "@/lib/domain/draft/shots";
import { switchMode } from "@/lib/domain/draft/switch-mode";
import { ok } from "@/lib/domain/result";
import { deleteShot } from "@/lib/domain/timeline/delete-shot";
import { dragEdge } from "@/lib/domain/timeline/drag";
import { duplicateShot } from "@/lib/domain/timeline/duplicate-shot";
import { insertShot } from "@/lib/domain/timeline/insert-shot";
import { moveShot } from "@/lib/domain/timeline/move-shot";
import { splitShot } from "@/lib/domain/timeline/split-shot";
import type { Trim } from "@/lib/domain/timeline/trim";
import {
	bailGesture,
	beginGesture,
	canRedo,
	canUndo,
	commitGesture,
	type DraftHistory,
	record,
	recordTyping,
	redo,
	seal,
	startHistory,
	undo,
	updateGesture,
} from "@/lib/domain/undo";
import { anyDraft, IMAGE } from "../draft/build-draft";
import { trims } from "../timeline/build-shots";

interface Step {
	readonly index: number;
	readonly number: number;
	readonly text: string;
	readonly trim: Trim;
}

type DraftStep = (draft: Draft, step: Step) => DraftEdit;

const DRAFT_STEPS: readonly DraftStep[] = [
	(draft, { number }) => ok(switchMode(draft, number % 2 === 0 ? "shots" : "one-shot")),
	(draft, { text }) => setPrompt(draft, text),
	(draft, { text }) => setNegativePrompt(draft, text),
	(draft, { number }) => setDuration(draft, number),
	(draft, { number }) => ok(setResolution(draft, number > 7 ? "720p" : "1080p")),
	(draft, { number }) => ok(setRatio(draft, number > 7 ? "1:1" : "9:16")),
	(draft, { number }) => ok(setWatermark(draft, number > 7 ? "on" : "unset")),
	(draft, { number }) => ok(number > 7 ? setImage(draft, IMAGE) : removeImage(draft)),
	(draft, { index, text }) => setShotWords(draft, index, text),
	(draft, { number, text }) => replaceShots(draft, [{ seconds: number, words: text }]),
	(draft, { number, text }) =>
		makeShots(draft, [
			{ weight: number, words: text },
			{ weight: 3, words: "b" },
		]),
	(draft, { index, trim }) => editShots(draft, (shots) => insertShot(shots, index, trim)),
	(draft, { index }) => editShots(draft, (shots) => splitShot(shots, index)),
	(draft, { index, trim }) => editShots(draft, (shots) => duplicateShot(shots, index, trim)),
	(draft, { index, trim }) => editShots(draft, (shots) => deleteShot(shots, index, trim)),
	(draft, { index, number }) => editShots(draft, (shots) => moveShot(shots, index, number % 6)),
	(draft, { index, number, trim }) => editShots(draft, (shots) => dragEdge(shots, index, number - 7, trim)),
];

const draftSteps = fc.record({
	edit: fc.constantFrom(...DRAFT_STEPS),
	index: fc.nat(5),
	number: fc.integer({ min: -1, max: 16 }),
	text: fc.string({ maxLength: 8 }),
	trim: trims,
});

function repeat(history: DraftHistory, step: (at: DraftHistory) => DraftHistory, times: number): DraftHistory {
	return times === 0 ? history : repeat(step(history), step, times - 1);
}

describe("a thousand edits of a draft", () => {
	it("keep every draft valid; undone all the way they give the first draft, redone all the way the last", () => {
		let edits = 0;
		fc.assert(
			fc.property(anyDraft, fc.array(draftSteps, { minLength: 1_000, maxLength: 1_000 }), (first, sequence) => {
				let history = startHistory(first);
				for (const { edit, ...step } of sequence) {
					const after = edit(history.present, step);
					if (!after.ok) continue;
					edits += 1;
					expect(draftSchema.safeParse(after.value).success).toBe(true);
					history = record(history, after.value);
					if (history.past.length < 200) continue;
					history = checkThereAndBack(history, first);
					first = history.present;
					history = startHistory(first);
				}
				checkThereAndBack(history, first);
			}),
			{ numRuns: 50 },
		);
		expect(edits).toBeGreaterThan(10_000);
	});
});

function checkThereAndBack(history: DraftHistory, first: Draft): DraftHistory {
	const back = repeat(history, undo, history.past.length);
	expect(back.present).toBe(first);
	expect(canUndo(back)).toBe(false);
	const forth = repeat(back, redo, history.past.length);
	expect(forth.present).toBe(history.present);
	expect(canRedo(forth)).toBe(false);
	expect(forth.past).toEqual(history.past);
	return forth;
}

/** What the person did, beside a plain list of the drafts they would expect to walk through. */
interface Expected {
	readonly entries: readonly Draft[];
	readonly at: number;
}

type Act =
	| { readonly kind: "edit" | "drag-kept" | "drag-bailed"; readonly draft: Draft }
	| { readonly kind: "typed"; readonly drafts: readonly Draft[] }
	| { readonly kind: "undo" | "redo" };

const acts: fc.Arbitrary<Act> = fc.oneof(
	fc.record({ kind: fc.constantFrom("edit", "drag-kept", "drag-bailed"), draft: anyDraft }),
	fc.record({ kind: fc.constant("typed"), drafts: fc.array(anyDraft, { minLength: 1, maxLength: 3 }) }),
	fc.record({ kind: fc.constantFrom("undo", "redo") }),
);

function actOn(history: DraftHistory, act: Act): DraftHistory {
	switch (act.kind) {
		case "edit":
			return record(history, act.draft);
		case "typed":
			return seal(act.drafts.reduce((before, draft) => recordTyping(before, draft, "prompt", 0), history));
		case "drag-kept":
			return commitGesture(updateGesture(updateGesture(beginGesture(history), NEW_DRAFT), act.draft));
		case "drag-bailed":
			return bailGesture(updateGesture(beginGesture(history), act.draft));
		case "undo":
			return undo(history);
		case "redo":
			return redo(history);
	}
}

function expectAfter({ entries, at }: Expected, act: Act): Expected {
	const append = (draft: Draft | undefined) => {
		const present = entries[at];
		if (!draft || !present || sameDraft(present, draft)) return { entries, at };
		return { entries: [...entries.slice(0, at + 1), draft], at: at + 1 };
	};
	switch (act.kind) {
		case "edit":
		case "drag-kept":
			return append(act.draft);
		case "typed":
			return append(act.drafts.at(-1));
		case "drag-bailed":
			return { entries, at };
		case "undo":
			return { entries, at: Math.max(0, at - 1) };
		case "redo":
			return { entries, at: Math.min(entries.length - 1, at + 1) };
	}
}

it("whatever is edited, typed, dragged, bailed, undone and redone, the history is a list one walks along", () => {
	fc.assert(
		fc.property(anyDraft, fc.array(acts, { minLength: 10, maxLength: 60 }), (first, sequence) => {
			let history = startHistory(first);
			let expected: Expected = { entries: [first], at: 0 };
			for (const act of sequence) {
				history = actOn(history, act);
				expected = expectAfter(expected, act);
				expect([...history.past, history.present, ...history.future]).toEqual(expected.entries);
				expect(history.past.length).toBe(expected.at);
				expect([canUndo(history), canRedo(history)]).toEqual([
					expected.at > 0,
					expected.at < expected.entries.length - 1,
				]);
				expect(durationSeconds(history.present)).toBeLessThanOrEqual(15);
			}
		}),
		{ numRuns: 200 },
	);
});
