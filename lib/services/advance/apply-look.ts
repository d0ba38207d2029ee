import "server-only";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import { unreachable } from "@/lib/domain/result";
import type { TakeEvent } from "@/lib/domain/take/event";
import type { LinkedFilm } from "@/lib/domain/take/state";
import type { Take } from "@/lib/domain/take/take";
import type { DispatchAnswer } from "@/lib/ports/dispatch";
import type { LookOutcome, RemoteFilm } from "@/lib/ports/gateway";
import type { Step } from "@/lib/services/advance/write-step";

type Telling = Exclude<LookOutcome, { kind: "unclear" }>;

const HOUR_MS = 3_600_000;

/** What a look that told something means for the take. */
export function stepFromLook(take: Take, remoteId: string, outcome: Telling, nowMs: number): Step {
	const { bill } = outcome;
	return { event: eventOf(take, remoteId, outcome, nowMs), bill, answer: answerOf(take, remoteId, outcome, nowMs) };
}

function eventOf(take: Take, remoteId: string, outcome: Telling, atMs: number): TakeEvent {
	switch (outcome.kind) {
		case "waiting": {
			const { phase, progress, etaSeconds } = outcome;
			return { kind: "looked", remoteId, phase, progress, etaSeconds, atMs };
		}
		case "done":
			return { kind: "film-found", remoteId, film: linkOf(take, outcome.film, atMs), atMs };
		case "failed":
			return { kind: "render-failed", remoteId, failure: outcome.failure, atMs };
		default:
			return unreachable(outcome);
	}
}

/** A link whose end the reply leaves out ends when the gateway's documents say. */
function linkOf({ gateway }: Take, { url, expiresAtMs }: RemoteFilm, nowMs: number): LinkedFilm {
	const { filmLink } = catalogEntry(gateway);
	const usualMs = filmLink.kind === "hours" ? nowMs + filmLink.hours * HOUR_MS : null;
	return { url, expiresAtMs: expiresAtMs ?? usualMs };
}

/** The task is written down where it was not known before: after an answer that never came. */
function answerOf({ state }: Take, remoteId: string, outcome: Telling, atMs: number): DispatchAnswer | null {
	const wasLost = state.kind === "outcome-unknown" && state.lost.what === "answer";
	const wasSettled = state.kind === "failed" && outcome.kind === "done";
	if (!wasLost && !wasSettled) return null;
	return { kind: "found", remoteId, rawReply: outcome.kind === "waiting" ? null : outcome.rawReply, atMs };
}
