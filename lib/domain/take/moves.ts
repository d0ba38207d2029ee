import type { TakeEvent } from "./event";
import { ImpossibleEvent } from "./impossible-event";
import { failSave, loseFilm, takeFilm } from "./saving-moves";
import { beginSending, holdBack, loseAnswer, refuseTake } from "./sending-moves";
import type { StateOf, TakeState } from "./state";
import { adoptTask, dropCancelWish, failRender, noteLook, passDeadline, requestCancel } from "./task-moves";
import { lookInVain, resendSame, settle } from "./unknown-moves";

/** Where the table says that the event moves the take. The same state again means that nothing changed. */
export function move(state: TakeState, event: TakeEvent): TakeState {
	switch (state.kind) {
		case "queued":
			return fromQueued(state, event);
		case "sending":
			return fromSending(state, event);
		case "rendering":
			return fromRendering(state, event);
		case "saving":
			return fromSaving(state, event);
		case "outcome-unknown":
			return fromUnknown(state, event);
		case "failed":
			return event.kind === "film-found" ? takeFilm(state, event) : noMove(state, event);
		default:
			return noMove(state, event);
	}
}

function fromQueued(state: StateOf<"queued">, event: TakeEvent): TakeState {
	switch (event.kind) {
		case "intent-committed":
			return beginSending(state, event);
		case "refused":
			return refuseTake(state, event);
		case "cancel-requested":
			return requestCancel(state, event);
		default:
			return noMove(state, event);
	}
}

function fromSending(state: StateOf<"sending">, event: TakeEvent): TakeState {
	switch (event.kind) {
		case "accepted":
		case "found":
		case "looked":
			return adoptTask(event);
		case "not-created":
			return holdBack(state, event);
		case "refused":
			return refuseTake(state, event);
		case "outcome-lost":
			return loseAnswer(state, event.reason, event.atMs, event.mayRepeat);
		case "film-found":
			return takeFilm(state, event);
		case "render-failed":
			return failRender(event);
		default:
			return noMove(state, event);
	}
}

function fromRendering(state: StateOf<"rendering">, event: TakeEvent): TakeState {
	switch (event.kind) {
		case "looked":
			return noteLook(state, event);
		case "film-found":
			return takeFilm(state, event);
		case "render-failed":
			return failRender(event);
		case "deadline-passed":
			return passDeadline(state, event);
		case "cancel-requested":
			return requestCancel(state, event);
		case "cancel-too-late":
			return dropCancelWish(state);
		case "cancelled":
			return { kind: "cancelled", sinceMs: event.atMs, charged: event.charged };
		default:
			return noMove(state, event);
	}
}

function fromSaving(state: StateOf<"saving">, event: TakeEvent): TakeState {
	switch (event.kind) {
		case "film-found":
			return takeFilm(state, event);
		case "save-failed":
			return failSave(state, event);
		case "saved":
			return { kind: "ready", sinceMs: event.atMs, media: event.media };
		case "film-lost":
			return loseFilm(state, event);
		default:
			return noMove(state, event);
	}
}

/** A task that is past its deadline and still busy stays unknown: only its ending ends the doubt. */
function fromUnknown(state: StateOf<"outcome-unknown">, event: TakeEvent): TakeState {
	const overdue = state.lost.what === "ending";
	switch (event.kind) {
		case "resend":
			return resendSame(state, event);
		case "looked-in-vain":
			return lookInVain(state, event);
		case "accepted":
		case "found":
			return overdue ? state : adoptTask(event);
		case "looked":
			return overdue ? { ...state, looks: state.looks + 1 } : adoptTask(event);
		case "film-found":
			return takeFilm(state, event);
		case "render-failed":
			return failRender(event);
		case "settled-by-person":
			return settle(event);
		default:
			return noMove(state, event);
	}
}

function noMove(state: TakeState, event: TakeEvent): never {
	throw new ImpossibleEvent(state, event, "the table promises a move that is not there");
}
