import type { Failure } from "@/lib/domain/failure";
import { dispatchIdSchema, mediaIdSchema } from "@/lib/domain/ids";
import type { EventKind, EventOf, TakeEvent } from "@/lib/domain/take/event";
import type { MediaFacts } from "@/lib/domain/take/media-facts";
import type { StateKind, StateOf } from "@/lib/domain/take/state";

export const DISPATCH = dispatchIdSchema.parse(`dp_${"0".repeat(26)}`);
export const OTHER_DISPATCH = dispatchIdSchema.parse(`dp_${"1".repeat(26)}`);
export const TASK = "task-1";

export function failure(charged: Failure["charged"], code: Failure["code"] = "gateway-error"): Failure {
	return { code, sentence: "The gateway said no.", gatewayWords: null, charged };
}

export const MEDIA: MediaFacts = {
	mediaId: mediaIdSchema.parse(`md_${"0".repeat(26)}`),
	bytes: 1_000,
	sha256: "a".repeat(64),
	width: 1280,
	height: 720,
	seconds: 5.04,
	fps: 24,
	hasAudio: true,
	mime: "video/mp4",
};

export const STATES = {
	queued: { kind: "queued", sinceMs: 0, attempt: 1, held: null },
	sending: { kind: "sending", sinceMs: 10, attempt: 1, dispatchId: DISPATCH, resends: 0, firstSentAtMs: 10 },
	rendering: {
		kind: "rendering",
		sinceMs: 20,
		remoteId: TASK,
		phase: "queued",
		progress: null,
		etaSeconds: null,
		cancelRequestedAtMs: null,
	},
	saving: {
		kind: "saving",
		sinceMs: 30,
		remoteId: TASK,
		film: { url: "https://films.example/1.mp4", expiresAtMs: null },
		tries: 0,
		lastFailure: null,
		chargedBefore: null,
	},
	ready: { kind: "ready", sinceMs: 40, media: MEDIA },
	failed: { kind: "failed", sinceMs: 40, failure: failure("no") },
	cancelled: { kind: "cancelled", sinceMs: 40, charged: "no" },
	"outcome-unknown": {
		kind: "outcome-unknown",
		sinceMs: 20,
		reason: "The answer was cut off.",
		looks: 0,
		lost: {
			what: "answer",
			dispatchId: DISPATCH,
			attempt: 1,
			resends: 0,
			mayRepeat: true,
			sentBetweenMs: [10, 20],
			absences: 0,
			firstAbsentAtMs: null,
		},
	},
} as const satisfies { [Kind in StateKind]: StateOf<Kind> };

export const OVERDUE: StateOf<"outcome-unknown"> = {
	kind: "outcome-unknown",
	sinceMs: 50,
	reason: "EvoLink has not said how this ended.",
	looks: 0,
	lost: { what: "ending", remoteId: TASK },
};

export const EVENTS = {
	"intent-committed": { kind: "intent-committed", atMs: 100, dispatchId: DISPATCH },
	"not-created": { kind: "not-created", atMs: 100, why: "The name does not resolve.", notBeforeMs: 5_000 },
	refused: { kind: "refused", atMs: 100, failure: failure("no", "refused-input") },
	accepted: { kind: "accepted", atMs: 100, remoteId: TASK, etaSeconds: 180 },
	"outcome-lost": { kind: "outcome-lost", atMs: 100, reason: "The connection was reset.", mayRepeat: true },
	resend: { kind: "resend", atMs: 100, dispatchId: DISPATCH },
	"looked-in-vain": { kind: "looked-in-vain", atMs: 100, answer: "absent" },
	found: { kind: "found", atMs: 100, remoteId: TASK },
	looked: { kind: "looked", atMs: 100, remoteId: TASK, phase: "rendering", progress: 0.4, etaSeconds: 60 },
	"film-found": {
		kind: "film-found",
		atMs: 100,
		remoteId: TASK,
		film: { url: "https://films.example/2.mp4", expiresAtMs: 9_000 },
	},
	"render-failed": { kind: "render-failed", atMs: 100, remoteId: TASK, failure: failure("yes-refunded") },
	"deadline-passed": { kind: "deadline-passed", atMs: 100, reason: "EvoLink has not said how this ended." },
	"save-failed": { kind: "save-failed", atMs: 100, reason: "The film's host did not answer." },
	saved: { kind: "saved", atMs: 100, media: MEDIA },
	"film-lost": { kind: "film-lost", atMs: 100, failure: failure("yes", "film-lost") },
	"cancel-requested": { kind: "cancel-requested", atMs: 100 },
	"cancel-too-late": { kind: "cancel-too-late", atMs: 100 },
	cancelled: { kind: "cancelled", atMs: 100, charged: "no" },
	"settled-by-person": { kind: "settled-by-person", atMs: 100, charged: "yes" },
} as const satisfies { [Kind in EventKind]: EventOf<Kind> & TakeEvent };
