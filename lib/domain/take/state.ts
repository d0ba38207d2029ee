import * as z from "zod/mini";
import { chargedSchema, failureSchema } from "../failure";
import { dispatchIdSchema } from "../ids";
import { instantSchema } from "./instant";
import { mediaFactsSchema } from "./media-facts";

const since = { sinceMs: instantSchema };
const remoteIdSchema = z.string().check(z.minLength(1), z.maxLength(500));
const countSchema = z.int().check(z.minimum(0));
const attemptSchema = z.int().check(z.minimum(1));
const progressSchema = z.nullable(z.number().check(z.minimum(0), z.maximum(1)));
const etaSchema = z.nullable(z.number().check(z.minimum(0)));

/** Nothing is at the gateway. `held` says until when, and why, where an earlier attempt was put off. */
const queuedSchema = z.object({
	kind: z.literal("queued"),
	...since,
	attempt: attemptSchema,
	held: z.nullable(z.object({ untilMs: instantSchema, why: z.string() })),
});

const sendingSchema = z.object({
	kind: z.literal("sending"),
	...since,
	attempt: attemptSchema,
	dispatchId: dispatchIdSchema,
	/** Repeats of the same bytes under the same id, after an answer was lost. */
	resends: countSchema,
	firstSentAtMs: instantSchema,
});

const renderingSchema = z.object({
	kind: z.literal("rendering"),
	...since,
	remoteId: remoteIdSchema,
	phase: z.enum(["queued", "rendering"]),
	progress: progressSchema,
	etaSeconds: etaSchema,
	cancelRequestedAtMs: z.nullable(instantSchema),
});

/** The link is untrusted input, and it dies. */
export const linkedFilmSchema = z.object({ url: z.string(), expiresAtMs: z.nullable(instantSchema) });
export type LinkedFilm = Readonly<z.infer<typeof linkedFilmSchema>>;

const savingSchema = z.object({
	kind: z.literal("saving"),
	...since,
	remoteId: remoteIdSchema,
	film: linkedFilmSchema,
	tries: countSchema,
	lastFailure: z.nullable(z.object({ reason: z.string(), atMs: instantSchema })),
	/** What an earlier ending told the person of a charge; that is never taken back. */
	chargedBefore: z.nullable(z.enum(["yes", "yes-refunded"])),
});

const readySchema = z.object({ kind: z.literal("ready"), ...since, media: mediaFactsSchema });
const failedSchema = z.object({ kind: z.literal("failed"), ...since, failure: failureSchema });
const cancelledSchema = z.object({ kind: z.literal("cancelled"), ...since, charged: chargedSchema });

/** Either the answer to the paid request never came, or the task exists and its ending was never seen. */
const lostSchema = z.discriminatedUnion("what", [
	z.object({
		what: z.literal("answer"),
		dispatchId: dispatchIdSchema,
		attempt: attemptSchema,
		resends: countSchema,
		/** False where the gateway said that a repeat would tell no more. */
		mayRepeat: z._default(z.boolean(), true),
		sentBetweenMs: z.tuple([instantSchema, instantSchema]),
		/** Looks in which the gateway answered that it does not know the task. */
		absences: countSchema,
		firstAbsentAtMs: z.nullable(instantSchema),
	}),
	z.object({ what: z.literal("ending"), remoteId: remoteIdSchema }),
]);

const outcomeUnknownSchema = z.object({
	kind: z.literal("outcome-unknown"),
	...since,
	reason: z.string(),
	looks: countSchema,
	lost: lostSchema,
});

export const takeStateSchema = z.discriminatedUnion("kind", [
	queuedSchema,
	sendingSchema,
	renderingSchema,
	savingSchema,
	readySchema,
	failedSchema,
	cancelledSchema,
	outcomeUnknownSchema,
]);
export type TakeState = Readonly<z.infer<typeof takeStateSchema>>;
export type StateKind = TakeState["kind"];
export type StateOf<Kind extends StateKind> = Extract<TakeState, { kind: Kind }>;

export const STATE_WORDS = {
	queued: "Queued",
	sending: "Sending",
	rendering: "Rendering",
	saving: "Saving",
	ready: "Ready",
	failed: "Failed",
	cancelled: "Cancelled",
	"outcome-unknown": "Outcome unknown",
} as const satisfies Record<StateKind, string>;

const FINISHED: readonly StateKind[] = ["ready", "failed", "cancelled"];

/** Finished takes may leave the history. Outcome unknown is not finished: money hangs on it. */
export function isFinished(state: { readonly kind: StateKind }): boolean {
	return FINISHED.includes(state.kind);
}
