import type { BrowserId, MediaId, SubmitKey, TakeId } from "@/lib/domain/ids";
import type { Receipt } from "@/lib/domain/receipt/receipt";
import type { Reservation, SpendCounter } from "@/lib/domain/spend/reservation";
import type { Extras, Labels, Take } from "@/lib/domain/take/take";
import type { Claim, LeaseWish, StateChange } from "./take-queue";

/**
 * Takes as people see them: made by a click, listed, named, thrown away. What moves a take towards
 * its film is `TakeQueue`, over the same rows.
 *
 * Somebody else's take and a missing take answer alike. Every method that changes a take raises its
 * browser's counter (`ChangeFeed`). A stored row that no longer fits its schema throws.
 */
export interface TakeStore {
	/**
	 * The click, in one transaction: take, submit key, spend reservation, receipt, and the takes
	 * that leave to make room. Either all of it is stored or none. Checks, in this order:
	 * the key, the running limits, the caps. Makes the browser's row where it is missing.
	 * Notifies `take-due`, unless the take is born claimed.
	 */
	create(take: NewTake): Promise<CreateOutcome>;

	/** What a submit key made, so that a reload can ask before it sends again. */
	findBySubmitKey(browserId: BrowserId, key: SubmitKey): Promise<Take | null>;

	/** What a click must know of its browser, in one look: what its key made before, and `list`. */
	beforeClick(browserId: BrowserId, key: SubmitKey): Promise<BeforeClick>;

	/** `version` is what `change` wants back. */
	find(browserId: BrowserId, id: TakeId): Promise<VersionedTake | null>;

	/** The history: all that have not left, newest first. */
	list(browserId: BrowserId): Promise<readonly Take[]>;

	/** Those that left and are not purged yet, last left first. */
	listLeft(browserId: BrowserId): Promise<readonly Take[]>;

	/** Whose film these bytes are; `null` when nobody's. The caller decides who may see them. */
	findByMedia(id: MediaId): Promise<Take | null>;

	/**
	 * A person's change of state: cancel, settle, check again. Written only where the take still has `version`,
	 * so that it can neither undo nor overtake what a worker did meanwhile; *moved* → read again and decide anew.
	 * Takes the lease away: a worker that held it finds its claim stale. `change.lease` must be `release`.
	 * Throws for a take in `sending`: the answer under way would be lost.
	 */
	change(browserId: BrowserId, id: TakeId, version: number, change: StateChange): Promise<ChangeOutcome>;

	/** Replaces the given labels only. Does not disturb a worker: the version stays. */
	label(browserId: BrowserId, id: TakeId, labels: Partial<Labels>): Promise<Take | null>;

	/** What was made from a ready film afterwards. Does not disturb a worker. */
	dress(id: TakeId, extras: Extras): Promise<void>;

	/**
	 * Finished takes leave the history until *Restore* or the purge, which falls due at `purgeAtMs`.
	 * Skips those that are running, unknown, kept, gone already or somebody else's. Returns the ids that left.
	 */
	leave(browserId: BrowserId, ids: readonly TakeId[], atMs: number, purgeAtMs: number): Promise<readonly TakeId[]>;

	/** Back into the history. `null` once purged. */
	restore(browserId: BrowserId, id: TakeId): Promise<Take | null>;

	/** Of these media ids, those a take still holds. Stored objects that are old and not among them are garbage. */
	referencedMedia(ids: readonly MediaId[]): Promise<ReadonlySet<MediaId>>;
}

export interface BeforeClick {
	/** `null` for a new click. It may have left the history. */
	readonly earlier: Take | null;
	readonly history: readonly Take[];
}

export interface NewTake {
	/** In state `queued`, attempt 1, no attempts, not left. */
	readonly take: Take;
	/** A hash of everything the click asked for. The same key with another fingerprint is a conflict. */
	readonly fingerprint: string;
	/** `limits` are checked and raised together, under lock: parallel clicks never pass a cap. */
	readonly reservation: Reservation;
	readonly receipt: Receipt;
	/** Leave in the same transaction, by the rules of `leave`. */
	readonly leaving: readonly TakeId[];
	readonly leavingPurgeAtMs: number;
	/** How many unfinished takes this browser may have on this gateway, this one included. `null`: any number. */
	readonly maxUnfinished: number | null;
	readonly nextWakeAtMs: number;
	/** Born claimed by the worker next door, which then need not be woken to find it; `null`: anybody's. */
	readonly lease: LeaseWish | null;
}

export type CreateOutcome =
	/** `claim` is `null` where none was wished for. */
	| {
			readonly kind: "created";
			readonly take: Take;
			readonly left: readonly TakeId[];
			readonly claim: Claim | null;
	  }
	/** The key made this take before, from the same request: nothing was changed. */
	| { readonly kind: "same"; readonly take: Take }
	/** The key made another take from another request. The key stays spent. */
	| { readonly kind: "conflict" }
	/** Nothing was stored and the key is unspent, here and below. `unfinished` counts those in the way. */
	| { readonly kind: "too-many"; readonly unfinished: number }
	/** The first limit that has no room, and what it holds already, reservations included. */
	| {
			readonly kind: "over-cap";
			readonly counter: SpendCounter;
			readonly usedMicros: number;
			readonly capMicros: number;
	  };

export interface VersionedTake {
	readonly take: Take;
	readonly version: number;
}

export type ChangeOutcome =
	| { readonly kind: "changed"; readonly take: Take }
	/** Somebody was faster: read it again. */
	| { readonly kind: "moved" }
	| { readonly kind: "missing" };
