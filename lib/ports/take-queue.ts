import type { GatewayId } from "@/lib/domain/gateway-id";
import type { DispatchId, TakeId } from "@/lib/domain/ids";
import type { Receipt } from "@/lib/domain/receipt/receipt";
import type { TakeState } from "@/lib/domain/take/state";
import type { Take } from "@/lib/domain/take/take";
import type { Dispatch, DispatchAnswer, DispatchIntent } from "./dispatch";

/**
 * The take row as the queue entry, for any number of workers in any number of processes.
 *
 * **Claim.** A worker works on a take only under a claim: a lease with an end, and the take's
 * `version`. Every claim and every write of state raises the version; a write under an older one is
 * refused as *stale* and changes nothing. A worker whose write was stale drops the take, since somebody
 * else has it; only a task's id from the answer to a paid request is not dropped but left by `leaveWord`.
 *
 * **Wake.** A take is claimable when its next wake has come and no lease is running on it. Every
 * take in `queued`, `sending`, `rendering` or `saving` has a next wake, always; an unknown one while
 * looks remain; a finished one while something is left to do (extras, purge). The lease is the
 * worker's promise: if it dies, the take is claimable again when the lease ends.
 *
 * **Intent.** A take claimed in `sending` was sent by a worker that died: its outcome is unknown. It must not be sent
 * again except by the rules for an unknown outcome.
 *
 * Transactions are durable when the promise resolves, a claim's excepted: one that a power cut takes away leaves the
 * take to be claimed again. None is held open across a call outside.
 */
export interface TakeQueue {
	/**
	 * Claims up to `limit` takes that are due, longest due first; two workers never get the same
	 * one. Never waits for a row another worker is claiming. A row that no longer fits its schema is
	 * reported and passed over until its lease ends, so that it holds up nobody else. The due wake stays as it is, so that a
	 * worker that dies leaves the take claimable. Nobody but workers notices a claim: the browser's counter is not raised.
	 */
	claimDue(wish: ClaimWish): Promise<readonly Claim[]>;

	/** Moves the leases' end to `untilMs`. Returns those it no longer holds; their work must stop. */
	extend(claims: readonly Claim[], untilMs: number): Promise<readonly TakeId[]>;

	/** Gives the take back unchanged, to be claimed at `nextWakeAtMs`. A wake that came meanwhile makes it due at once. */
	release(claim: Claim, nextWakeAtMs: number | null): Promise<"released" | "stale">;

	/**
	 * Before the first byte leaves: stores the intent and the state `sending` in one durable
	 * transaction and keeps the lease. `state` is the domain's answer to *intent-committed*.
	 * The take counts one more attempt. Its next wake is the intent's own time, so that it is due
	 * as soon as the lease is gone.
	 */
	commitIntent(claim: Claim, intent: DispatchIntent, state: TakeState): Promise<IntentOutcome>;

	/**
	 * Writes what a step brought, whole or not at all, and raises the browser's counter. With `lease: "keep"` the
	 * lease ends when it ended before: only `extend` moves it.
	 */
	record(claim: Claim, change: StateChange): Promise<RecordOutcome>;

	/** The last intent of a take, body and all: for a resend or a look-up. */
	findDispatch(id: TakeId): Promise<Dispatch | null>;

	/** Every task of a gateway that belongs to a take, recorded since then: these must not be adopted by another. */
	listRemoteIds(gateway: GatewayId, sinceMs: number): Promise<ReadonlySet<string>>;

	/**
	 * Whether another intent of this gateway, sent between these times, has no known task either and may have one:
	 * unanswered or lost, and whatever became of its take.
	 */
	hasRivals(id: DispatchId, gateway: GatewayId, sentBetweenMs: readonly [number, number]): Promise<boolean>;

	/**
	 * Makes a take due now, whoever holds it: a wake that comes during a lease is kept, and the
	 * `release` or `record` that ends the lease then makes the take due at once instead of at the time
	 * it names. Works for a take in any state; one that is missing is nobody's business. Notifies `take-due`.
	 */
	wake(id: TakeId, nowMs: number): Promise<void>;

	/**
	 * A callback came in. Stores it once per (gateway, `eventKey`) and wakes the take, in one
	 * durable transaction; only then may the callback be answered. The take is woken as by `wake`.
	 */
	hint(hint: CallbackHint): Promise<HintOutcome>;

	/**
	 * What a worker learned from the answer to a paid request after its claim had become stale: the task behind
	 * this intent. Kept as the intent's hinted task, and the take is woken as by `wake`; the state is not touched.
	 */
	leaveWord(id: DispatchId, remoteId: string, nowMs: number): Promise<void>;

	/**
	 * Repairs what must not be: unfinished takes (unknown ones with looks left excepted) that have no next wake,
	 * and takes in `sending` or with an unanswered intent whose lease is over but whose wake lies ahead.
	 * They become due now. Returns how many there were: anything but 0 deserves a loud log line.
	 */
	wakeStranded(nowMs: number): Promise<number>;

	/** When the next take falls due or the next lease ends, whichever is earlier; `null` when nothing waits. */
	nextWakeAtMs(): Promise<number | null>;

	/**
	 * Ends a take that has left: row, dispatches, shares and submit key go, receipt and spend entry
	 * stay. `stale` when it was restored or claimed meanwhile. Raises the counter so that readers start over.
	 */
	purge(claim: Claim): Promise<"purged" | "stale">;
}

export interface LeaseWish {
	/** Names the worker in the row, for people who look; the version is what counts. */
	readonly worker: string;
	readonly leaseUntilMs: number;
}

export interface ClaimWish extends LeaseWish {
	readonly nowMs: number;
	readonly limit: number;
}

export interface Claim {
	readonly take: Take;
	/** Replace it by the one a `commitIntent` or `record` returns. */
	readonly version: number;
	/** Until when somebody has this browser's page open; in the past or `null` when nobody does. */
	readonly watchedUntilMs: number | null;
	/** The task that a callback or `leaveWord` named for the last intent. Only a hint: look before believing it. */
	readonly hintedRemoteId: string | null;
}

export type IntentOutcome =
	| { readonly kind: "committed"; readonly claim: Claim }
	/** This attempt was committed before, by whomever: never send. */
	| { readonly kind: "already" }
	| { readonly kind: "stale" };

export interface StateChange {
	/** The domain's answer, unaltered. */
	readonly state: TakeState;
	readonly atMs: number;
	/** `null` only where the rules above allow it; anything else throws. */
	readonly nextWakeAtMs: number | null;
	/** What became of the last intent; replaces an earlier `lost`. `null`: nothing new about it. */
	readonly answer: DispatchAnswer | null;
	/**
	 * What the take counts for against its caps from now on, in USD micros; replaces the reservation
	 * or an earlier figure, on the day of the click. May exceed a cap: it states a fact. `null`: unchanged.
	 */
	readonly countedMicros: number | null;
	/** The receipt as it stands now; `null`: unchanged. */
	readonly receipt: Receipt | null;
	/** `release` gives the take back in the same transaction. */
	readonly lease: "keep" | "release";
}

export type RecordOutcome =
	/** With `lease: "release"` the claim is spent, and `claim` is `null`. */
	| { readonly kind: "recorded"; readonly claim: Claim | null }
	| { readonly kind: "stale" }
	/** The answer's remote id belongs to another take: nothing was written. */
	| { readonly kind: "remote-id-taken"; readonly by: TakeId };

export interface CallbackHint {
	readonly gateway: GatewayId;
	readonly tokenHash: string;
	/** The gateway's event id, or the hash of the body. */
	readonly eventKey: string;
	readonly remoteId: string | null;
	readonly atMs: number;
}

export type HintOutcome =
	| { readonly kind: "noted"; readonly takeId: TakeId; readonly dispatchId: DispatchId }
	| { readonly kind: "seen-before" }
	/** No intent has this token at this gateway. */
	| { readonly kind: "unknown-token" };
