import { describe, expect, it } from "vitest";
import type { Draft } from "@/lib/domain/draft";
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
import { proseDraft } from "../draft/build-draft";

const saying = (text: string): Draft => proseDraft(text, 5);

function textIn({ present: { composition } }: DraftHistory): string | undefined {
	return composition.mode === "one-shot" ? composition.prose.text : undefined;
}

function recordAll(...texts: readonly string[]): DraftHistory {
	const [first = "", ...others] = texts;
	return others.reduce((history, text) => record(history, saying(text)), startHistory(saying(first)));
}

/** Types each text into the field at its time. */
function type(history: DraftHistory, field: string, ...keys: readonly (readonly [text: string, atMs: number])[]) {
	return keys.reduce((before, [text, atMs]) => recordTyping(before, saying(text), field, atMs), history);
}

/** Undoes as long as there is something to undo: what the person would see, newest first. */
function walkBack(history: DraftHistory): readonly (string | undefined)[] {
	const seen = [textIn(history)];
	for (let at = history; canUndo(at); ) {
		at = undo(at);
		seen.push(textIn(at));
		if (seen.length > 1_000) throw new Error("Undo never ends.");
	}
	return seen;
}

describe("undo and redo", () => {
	it("at first there is nothing to undo or redo, and trying changes nothing", () => {
		const history = startHistory(saying("a"));
		expect([canUndo(history), canRedo(history)]).toEqual([false, false]);
		expect(undo(history)).toBe(history);
		expect(redo(history)).toBe(history);
	});

	it("goes back edit by edit and forth again to the very same drafts", () => {
		const history = recordAll("a", "b", "c");
		const back = undo(undo(history));
		expect(textIn(back)).toBe("a");
		expect([canUndo(back), canRedo(back)]).toEqual([false, true]);
		expect(redo(redo(back)).present).toBe(history.present);
	});

	it("after a redo one can undo again", () => {
		expect(textIn(undo(redo(undo(recordAll("a", "b")))))).toBe("a");
	});

	it("a new edit clears what could be redone", () => {
		const history = record(undo(recordAll("a", "b")), saying("c"));
		expect(canRedo(history)).toBe(false);
		expect(walkBack(history)).toEqual(["c", "a"]);
	});

	it("an edit that changes nothing is no entry and keeps what could be redone", () => {
		const undone = undo(recordAll("a", "b"));
		expect(record(undone, saying("a"))).toBe(undone);
	});

	it("keeps the last 200 entries", () => {
		const history = recordAll(...Array.from({ length: 251 }, (_, index) => `${index}`));
		const seen = walkBack(history);
		expect(seen).toHaveLength(201);
		expect(seen.at(-1)).toBe("50");
	});
});

describe("typing", () => {
	it("in one field is one entry", () => {
		const history = type(startHistory(saying("")), "prompt", ["a", 0], ["ab", 200], ["abc", 400]);
		expect(walkBack(history)).toEqual(["abc", ""]);
	});

	it("goes on for as long as no pause between two keys lasts a second", () => {
		const history = type(startHistory(saying("")), "prompt", ["a", 0], ["ab", 999], ["abc", 1998], ["abcd", 2997]);
		expect(walkBack(history)).toEqual(["abcd", ""]);
	});

	it("after a pause of a second starts another entry", () => {
		const history = type(startHistory(saying("")), "prompt", ["a", 0], ["ab", 1000], ["abc", 1100]);
		expect(walkBack(history)).toEqual(["abc", "a", ""]);
	});

	it("in another field starts another entry", () => {
		const inPrompt = type(startHistory(saying("")), "prompt", ["a", 0], ["ab", 100]);
		expect(walkBack(type(inPrompt, "negative", ["abc", 200]))).toEqual(["abc", "ab", ""]);
	});

	it("after the field lost its focus starts another entry", () => {
		const sealed = seal(type(startHistory(saying("")), "prompt", ["a", 0]));
		expect(walkBack(type(sealed, "prompt", ["ab", 100]))).toEqual(["ab", "a", ""]);
	});

	it("is kept as its own entry by an edit that follows at once", () => {
		const typed = type(startHistory(saying("")), "prompt", ["a", 0], ["ab", 100]);
		expect(walkBack(record(typed, saying("button")))).toEqual(["button", "ab", ""]);
	});

	it("can be undone while it goes on, and redone as a whole", () => {
		const undone = undo(type(startHistory(saying("")), "prompt", ["a", 0], ["ab", 100]));
		expect(textIn(undone)).toBe("");
		expect(textIn(redo(undone))).toBe("ab");
	});

	it("starts another entry after an undo, however soon", () => {
		const undone = undo(type(startHistory(saying("")), "prompt", ["a", 0]));
		expect(walkBack(type(undone, "prompt", ["b", 10], ["bc", 20]))).toEqual(["bc", ""]);
	});

	it("that is erased again is no entry and keeps what could be redone", () => {
		const undone = undo(recordAll("a", "b"));
		const erased = seal(type(undone, "prompt", ["ax", 0], ["a", 100]));
		expect([canUndo(erased), canRedo(erased)]).toEqual([false, true]);
		expect(textIn(redo(erased))).toBe("b");
	});

	it("offers nothing to redo while it differs", () => {
		const typing = type(undo(recordAll("a", "b")), "prompt", ["ax", 0]);
		expect([canUndo(typing), canRedo(typing)]).toEqual([true, false]);
		expect(textIn(redo(typing))).toBe("ax");
	});

	it("goes on where the clock is set back", () => {
		const history = type(startHistory(saying("")), "prompt", ["a", 5000], ["ab", 10]);
		expect(walkBack(history)).toEqual(["ab", ""]);
	});

	it("has nothing to seal when nobody types", () => {
		const idle = recordAll("a", "b");
		expect(seal(idle)).toBe(idle);
		const gesture = beginGesture(idle);
		expect(seal(gesture)).toBe(gesture);
	});
});

describe("a gesture", () => {
	const dragged = (history: DraftHistory, ...texts: readonly string[]) =>
		texts.reduce((before, text) => updateGesture(before, saying(text)), beginGesture(history));

	it("is one entry, however often the hand moved", () => {
		expect(walkBack(commitGesture(dragged(recordAll("a", "b"), "c", "d", "e")))).toEqual(["e", "b", "a"]);
	});

	it("shows where the hand is before it lets go", () => {
		expect(textIn(dragged(recordAll("a"), "b"))).toBe("b");
	});

	it("bailed is as if it had never begun", () => {
		const before = undo(recordAll("a", "b"));
		expect(bailGesture(dragged(before, "c", "d"))).toEqual(before);
	});

	it("back where it began is no entry and keeps what could be redone", () => {
		const before = undo(recordAll("a", "b"));
		expect(commitGesture(dragged(before, "c", "a"))).toEqual(before);
	});

	it("can be undone in the middle, after which the hand's further moves change nothing", () => {
		const undone = undo(dragged(recordAll("a", "b"), "c"));
		expect(textIn(undone)).toBe("b");
		expect(updateGesture(undone, saying("d"))).toBe(undone);
		expect(commitGesture(undone)).toBe(undone);
		expect(bailGesture(undone)).toBe(undone);
	});

	it("ends, kept, where another edit comes in between", () => {
		const interrupted = record(dragged(recordAll("a"), "b"), saying("image"));
		expect(walkBack(interrupted)).toEqual(["image", "b", "a"]);
		expect(updateGesture(interrupted, saying("c"))).toBe(interrupted);
	});

	it("ends, kept, where another begins", () => {
		const second = commitGesture(dragged(dragged(recordAll("a"), "b"), "c"));
		expect(walkBack(second)).toEqual(["c", "b", "a"]);
	});

	it("comes after what was being typed", () => {
		const typed = type(startHistory(saying("")), "prompt", ["a", 0], ["ab", 100]);
		expect(walkBack(commitGesture(dragged(typed, "dragged")))).toEqual(["dragged", "ab", ""]);
	});
});
