import type { Draft } from "./draft";
import { sameDraft } from "./draft/fingerprint";

const MAX_DEPTH = 200;
const TYPING_PAUSE_MS = 1000;

/** The drafts a person can go back and forth between. Selection, takes and scrolling stand outside. */
export interface DraftHistory {
	readonly past: readonly Draft[];
	readonly present: Draft;
	readonly future: readonly Draft[];
	readonly activity: Activity;
}

/** What is under way shows in the present at once, and becomes one entry over `start` when it settles. */
type Activity =
	| { readonly kind: "none" }
	| { readonly kind: "typing"; readonly start: Draft; readonly field: string; readonly lastMs: number }
	| { readonly kind: "gesture"; readonly start: Draft };

const NO_ACTIVITY: Activity = { kind: "none" };

export function startHistory(draft: Draft): DraftHistory {
	return { past: [], present: draft, future: [], activity: NO_ACTIVITY };
}

export function record(history: DraftHistory, next: Draft): DraftHistory {
	return enter(settle(history), next);
}

/** A keystroke joins those before it in the same field, unless a pause or `seal` came between. */
export function recordTyping(history: DraftHistory, next: Draft, field: string, nowMs: number): DraftHistory {
	const { activity } = history;
	if (activity.kind === "typing" && activity.field === field && nowMs - activity.lastMs < TYPING_PAUSE_MS) {
		return { ...history, present: next, activity: { ...activity, lastMs: nowMs } };
	}
	const settled = settle(history);
	return { ...settled, present: next, activity: { kind: "typing", start: settled.present, field, lastMs: nowMs } };
}

export function seal(history: DraftHistory): DraftHistory {
	return history.activity.kind === "typing" ? settle(history) : history;
}

export function beginGesture(history: DraftHistory): DraftHistory {
	const settled = settle(history);
	return { ...settled, activity: { kind: "gesture", start: settled.present } };
}

/** A straggler from a gesture that has already ended changes nothing. */
export function updateGesture(history: DraftHistory, next: Draft): DraftHistory {
	return history.activity.kind === "gesture" ? { ...history, present: next } : history;
}

export function commitGesture(history: DraftHistory): DraftHistory {
	return history.activity.kind === "gesture" ? settle(history) : history;
}

/** As if the gesture had never begun: what could be redone before it still can. */
export function bailGesture(history: DraftHistory): DraftHistory {
	const { activity } = history;
	return activity.kind === "gesture" ? { ...history, present: activity.start, activity: NO_ACTIVITY } : history;
}

export function undo(history: DraftHistory): DraftHistory {
	const settled = settle(history);
	const previous = settled.past.at(-1);
	if (!previous) return settled;
	const future = [settled.present, ...settled.future];
	return { past: settled.past.slice(0, -1), present: previous, future, activity: NO_ACTIVITY };
}

export function redo(history: DraftHistory): DraftHistory {
	const settled = settle(history);
	const [next, ...future] = settled.future;
	if (!next) return settled;
	return { past: [...settled.past, settled.present], present: next, future, activity: NO_ACTIVITY };
}

export function canUndo(history: DraftHistory): boolean {
	return settle(history).past.length > 0;
}

export function canRedo(history: DraftHistory): boolean {
	return settle(history).future.length > 0;
}

function settle(history: DraftHistory): DraftHistory {
	const { activity, past, present, future } = history;
	if (activity.kind === "none") return history;
	return enter({ past, present: activity.start, future, activity: NO_ACTIVITY }, present);
}

/** A next draft that equals the present is no entry, and costs nobody their redo. */
function enter(history: DraftHistory, next: Draft): DraftHistory {
	if (sameDraft(history.present, next)) return history;
	const past = [...history.past, history.present].slice(-MAX_DEPTH);
	return { past, present: next, future: [], activity: NO_ACTIVITY };
}
