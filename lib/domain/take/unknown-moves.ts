import type { EventOf } from "./event";
import { ImpossibleEvent } from "./impossible-event";
import type { StateOf } from "./state";

type Unknown = StateOf<"outcome-unknown">;

export function resendSame(state: Unknown, event: EventOf<"resend">): StateOf<"sending"> {
	const { lost } = state;
	if (lost.what !== "answer") throw new ImpossibleEvent(state, event, "the gateway has the task");
	if (lost.dispatchId !== event.dispatchId) throw new ImpossibleEvent(state, event, "it names another dispatch");
	return {
		kind: "sending",
		sinceMs: event.atMs,
		attempt: lost.attempt,
		dispatchId: lost.dispatchId,
		resends: lost.resends + 1,
		firstSentAtMs: lost.sentBetweenMs[0],
	};
}

export function lookInVain(state: Unknown, event: EventOf<"looked-in-vain">): Unknown {
	const looks = state.looks + 1;
	const { lost } = state;
	if (lost.what !== "answer" || event.answer !== "absent") return { ...state, looks };
	const firstAbsentAtMs = lost.firstAbsentAtMs ?? event.atMs;
	return { ...state, looks, lost: { ...lost, absences: lost.absences + 1, firstAbsentAtMs } };
}

const SETTLED = {
	yes: "You settled this take: it was charged. If its film turns up, it is kept for you.",
	no: "You settled this take: it was not charged.",
} as const;

export function settle(event: EventOf<"settled-by-person">): StateOf<"failed"> {
	const { charged } = event;
	const failure = { code: "settled-by-person", sentence: SETTLED[charged], gatewayWords: null, charged } as const;
	return { kind: "failed", sinceMs: event.atMs, failure };
}
