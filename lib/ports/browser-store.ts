import type { BrowserId } from "@/lib/domain/ids";

/**
 * Who owns what. A browser is named by the hash of its cookie; the row exists from its first
 * change on, not from its first visit.
 *
 * Each row carries the counter of `ChangeFeed`; a store that changes something of a browser raises
 * the counter under this row's lock, in the same transaction.
 */
export interface BrowserStore {
	/** Makes the row if it is missing, and notes the visit. Idempotent. */
	remember(browserId: BrowserId, nowMs: number): Promise<void>;

	/**
	 * A visit, and the page is open at least until then. The latest of each wins; no row is made. May be lost to a power
	 * cut: pages open anew every few seconds.
	 */
	watch(browserId: BrowserId, nowMs: number, untilMs: number): Promise<void>;

	/** Browsers not seen since `beforeMs` that still hold takes or keys, longest unseen first. */
	listUnseen(beforeMs: number, limit: number): Promise<readonly BrowserId[]>;

	/**
	 * Deletes everything of a browser in one transaction: takes in any state, dispatches, keys,
	 * shares, image references, receipts and the row itself. What it spent today on the operator's
	 * keys stays counted. A worker that holds one of its takes finds its claim stale.
	 * The bytes are not touched: media nobody references are swept (`TakeStore.referencedMedia`).
	 */
	forget(browserId: BrowserId): Promise<void>;
}
