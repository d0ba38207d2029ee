import type { EventOf } from "./event";
import { ImpossibleEvent } from "./impossible-event";
import type { StateOf, TakeState } from "./state";

type Queued = StateOf<"queued">;
type Sending = StateOf<"sending">;

export function beginSending(state: Queued, event: EventOf<"intent-committed">): Sending {
	return {
		kind: "sending",
		sinceMs: event.atMs,
		attempt: state.attempt,
		dispatchId: event.dispatchId,
		resends: 0,
		firstSentAtMs: event.atMs,
	};
}

export function holdBack(state: Sending, event: EventOf<"not-created">): TakeState {
	if (state.resends > 0) return loseAnswer(state, event.why, event.atMs);
	const held = { untilMs: event.notBeforeMs, why: event.why };
	return { kind: "queued", sinceMs: event.atMs, attempt: state.attempt + 1, held };
}

export function refuseTake(state: Queued | Sending, event: EventOf<"refused">): TakeState {
	if (event.failure.charged !== "no") throw new ImpossibleEvent(state, event, "a refusal charges nothing");
	if (state.kind === "sending" && state.resends > 0) return loseAnswer(state, event.failure.sentence, event.atMs);
	return { kind: "failed", sinceMs: event.atMs, failure: event.failure };
}

/** Also where a repeat was refused: that proves nothing about the first try, so only a task or the person ends the doubt. */
export function loseAnswer(state: Sending, reason: string, atMs: number, mayRepeat = true): StateOf<"outcome-unknown"> {
	return {
		kind: "outcome-unknown",
		sinceMs: atMs,
		reason,
		looks: 0,
		lost: {
			what: "answer",
			dispatchId: state.dispatchId,
			attempt: state.attempt,
			resends: state.resends,
			mayRepeat,
			sentBetweenMs: [state.firstSentAtMs, Math.max(state.firstSentAtMs, atMs)],
			absences: 0,
			firstAbsentAtMs: null,
		},
	};
}
