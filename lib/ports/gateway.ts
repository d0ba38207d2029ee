import type { Bill } from "@/lib/domain/bill";
import type { Draft, ImageRef } from "@/lib/domain/draft";
import type { Failure } from "@/lib/domain/failure";
import type { GatewayId } from "@/lib/domain/gateway-id";
import type { DispatchId } from "@/lib/domain/ids";
import type { Money } from "@/lib/domain/money";

/**
 * The door to whoever renders. *Start, then look*: an adapter never polls, retries or sleeps;
 * the engine decides when to call again.
 *
 * Expected outcomes are values. Failing to reach the gateway throws `GatewayUnreachable`
 * (below), which says whether anything can have been sent.
 */
export interface Gateway {
	readonly id: GatewayId;

	/**
	 * Puts the first frame where the gateway can read it. Free and repeatable, so it runs before
	 * the dispatch intent is committed. Absent where images travel inside the request.
	 */
	readonly uploadImage?: (image: ImageBytes, access: Access) => Promise<UploadOutcome>;

	/**
	 * The one request that costs money, as the exact bytes that will leave. Pure. The engine stores
	 * it in the dispatch intent, so that a resend after a crash is byte-identical.
	 */
	compose(job: RenderJob): ComposedRequest;

	/** Sends a composed request once, on a fresh connection. */
	start(request: ComposedRequest, access: Access): Promise<StartOutcome>;

	/** One free look at a task. */
	status(remoteId: string, access: Access): Promise<LookOutcome>;

	/**
	 * One free look at several tasks, at most `tasksPerLook` of the catalogue; each id gets its own outcome. Absent
	 * where a request tells of one task only.
	 */
	readonly statusMany?: (remoteIds: readonly string[], access: Access) => Promise<ReadonlyMap<string, LookOutcome>>;

	/**
	 * Looks for a task whose submit answer we never got. Absent where the gateway offers no way.
	 * `absent` means the gateway answered and does not know it (yet).
	 */
	readonly findByOurId?: (sought: SoughtTask, access: Access) => Promise<FindOutcome>;

	/** Stops a task. Absent where the gateway has no call for it. */
	readonly cancel?: (remoteId: string, access: Access) => Promise<CancelOutcome>;

	/** A free call that tells whether a key works, and the balance where the gateway tells it. */
	probe(access: Access): Promise<ProbeOutcome>;

	/** Reads a callback's body and headers. A callback is only a hint: it names the task to look at. */
	readonly readCallback?: (callback: RawCallback) => CallbackReading;
}

/** The person's or the operator's credentials, by the names of the gateway's key fields in the catalogue. */
export interface Access {
	readonly secrets: Readonly<Record<string, string>>;
	/** What the same key fields hold that is not secret: useapi.net wants the account's e-mail with uploads and looks too. */
	readonly account: Readonly<Record<string, string>>;
	/** Fires when the engine is told to stop; a paid request in flight is never aborted by it. */
	readonly signal: AbortSignal;
}

export interface ImageBytes {
	readonly ref: ImageRef;
	readonly bytes: Uint8Array;
}

/** `url` is what the gateway gave us for the bytes; `inline` travels inside the request. */
export type PreparedImage =
	| { readonly kind: "url"; readonly url: string }
	| { readonly kind: "inline"; readonly bytes: Uint8Array; readonly format: "jpeg" | "png" };

export interface RenderJob {
	readonly draft: Draft;
	readonly image: PreparedImage | null;
	/** Ours; unique for each attempt, and the same again on a resend. */
	readonly dispatchId: DispatchId;
	/** Absent unless `PUBLIC_URL` meets this gateway's rules. */
	readonly callbackUrl: string | null;
	/** As in `Access`. */
	readonly account: Readonly<Record<string, string>>;
}

/** A request without its credentials. `path` is relative to the gateway's base URL. */
export interface ComposedRequest {
	readonly method: "POST";
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

export type UploadOutcome =
	| { readonly kind: "uploaded"; readonly image: PreparedImage; readonly expiresAtMs: number | null }
	| { readonly kind: "refused"; readonly failure: Failure; readonly retryAfterMs: number | null };

export type StartOutcome =
	/** `etaSeconds` is the gateway's own word, quoted as such. */
	| {
			readonly kind: "accepted";
			readonly remoteId: string;
			readonly etaSeconds: number | null;
			readonly bill: Bill;
			readonly rawReply: string;
	  }
	/** Definitely not created: nothing was charged. `retryAfterMs` is set where waiting helps (429). */
	| {
			readonly kind: "refused";
			readonly failure: Failure;
			readonly retryAfterMs: number | null;
			readonly rawReply: string;
	  }
	/**
	 * It may have been created and charged: cut or unreadable answer, 408, 5xx. `mayRepeat` is false where the gateway says
	 * that the same request under the same key would tell no more.
	 */
	| { readonly kind: "unknown"; readonly reason: string; readonly mayRepeat: boolean; readonly rawReply: string };

/** Where a finished film can be fetched. The URL is untrusted input. */
export interface RemoteFilm {
	readonly url: string;
	readonly expiresAtMs: number | null;
	/** The gateway's own claim; the saved file is probed anyway. */
	readonly seconds: number | null;
	/** A sentence for the person, where the file is not the one that was wanted: only a watermarked copy was to be had. */
	readonly caveat?: string;
}

export type LookOutcome =
	| {
			readonly kind: "waiting";
			readonly phase: "queued" | "rendering";
			readonly progress: number | null;
			readonly etaSeconds: number | null;
			readonly bill: Bill;
	  }
	| { readonly kind: "done"; readonly film: RemoteFilm; readonly bill: Bill; readonly rawReply: string }
	| { readonly kind: "failed"; readonly failure: Failure; readonly bill: Bill; readonly rawReply: string }
	/** The gateway answered, but this look told nothing: look again, at the earliest after `retryAfterMs`. */
	| { readonly kind: "unclear"; readonly reason: string; readonly retryAfterMs: number | null };

export interface SoughtTask {
	readonly dispatchId: DispatchId;
	readonly request: ComposedRequest;
	/** The window in which the lost request was sent. */
	readonly sentBetweenMs: readonly [earliest: number, latest: number];
	/** Tasks that belong to other takes and must not be adopted. */
	readonly claimedRemoteIds: ReadonlySet<string>;
	/**
	 * False while another request of ours from about that time has no task either: then a task that only fits by its
	 * time may be the other's. Gateways that know our own id need not care.
	 */
	readonly isAlone: boolean;
}

export type FindOutcome =
	| { readonly kind: "found"; readonly remoteId: string }
	| { readonly kind: "absent" }
	| { readonly kind: "unclear"; readonly reason: string; readonly retryAfterMs: number | null };

export type CancelOutcome =
	| { readonly kind: "cancelled"; readonly bill: Bill }
	| { readonly kind: "too-late" }
	| { readonly kind: "unclear"; readonly reason: string };

export type ProbeOutcome =
	| { readonly kind: "good"; readonly balance: Money | null }
	| { readonly kind: "wrong-key" | "legacy-key" | "no-money" | "no-account"; readonly gatewayWords: string | null }
	| { readonly kind: "unclear"; readonly reason: string };

export interface RawCallback {
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Uint8Array;
	readonly nowMs: number;
	/** The shared secret, where the operator set one. */
	readonly secret: string | null;
}

export type CallbackReading =
	| { readonly kind: "hint"; readonly remoteId: string | null; readonly eventId: string | null }
	| { readonly kind: "forged" };

/**
 * Thrown when the gateway could not be reached. `sent: "no"` (name, refused connection, TLS) may be
 * retried freely; `sent: "maybe"` must never be repeated for a paid request without a look-up.
 */
export class GatewayUnreachable extends Error {
	readonly sent: "no" | "maybe";
	constructor(message: string, sent: "no" | "maybe", options?: ErrorOptions) {
		super(message, options);
		this.name = "GatewayUnreachable";
		this.sent = sent;
	}
}
