import type { Charged, FailureCode } from "../failure";
import type { EventOf } from "./event";
import type { StateOf, TakeState } from "./state";

type Saving = StateOf<"saving">;

/** Endings that only meant nobody had the film: if it turns up after all, it is the person's. */
const REOPENED_BY_FILM: readonly FailureCode[] = ["settled-by-person", "film-lost"];

export function takeFilm(state: TakeState, event: EventOf<"film-found">): TakeState {
	if (state.kind === "saving") return refreshLink(state, event);
	if (state.kind === "failed" && !REOPENED_BY_FILM.includes(state.failure.code)) return state;
	return {
		kind: "saving",
		sinceMs: event.atMs,
		remoteId: event.remoteId,
		film: event.film,
		tries: 0,
		lastFailure: null,
		chargedBefore: state.kind === "failed" ? knownCharge(state.failure.charged) : null,
	};
}

function refreshLink(state: Saving, { film }: EventOf<"film-found">): Saving {
	const same = film.url === state.film.url && film.expiresAtMs === state.film.expiresAtMs;
	return same ? state : { ...state, film };
}

export function failSave(state: Saving, event: EventOf<"save-failed">): Saving {
	return { ...state, tries: state.tries + 1, lastFailure: { reason: event.reason, atMs: event.atMs } };
}

export function loseFilm(state: Saving, event: EventOf<"film-lost">): StateOf<"failed"> {
	const charged = knownCharge(event.failure.charged) ?? state.chargedBefore ?? event.failure.charged;
	return { kind: "failed", sinceMs: event.atMs, failure: { ...event.failure, charged } };
}

function knownCharge(charged: Charged): Saving["chargedBefore"] {
	return charged === "yes" || charged === "yes-refunded" ? charged : null;
}
