import type { Failure } from "@/lib/domain/failure";
import type { DispatchId, MediaId } from "@/lib/domain/ids";

/**
 * The animatic's own jobs: for the local renderer what a remote gateway keeps for itself. Named by the dispatch id, so
 * that starting twice starts once. Free, so everything here may be repeated.
 */
export interface RenderStore {
	/**
	 * Queues a render for the take of this dispatch, which is stored already. `exists` when this id was started
	 * before: nothing changed. Notifies `render-due`.
	 */
	start(id: DispatchId, job: string, atMs: number): Promise<"started" | "exists">;

	find(id: DispatchId): Promise<RenderRow | null>;

	/**
	 * Claims the oldest waiting render, or one whose lease is over (it starts anew), of a browser that has fewer than
	 * `maxPerBrowser` running. The browser is that of the take the dispatch belongs to. `null` when there is none.
	 */
	claim(wish: RenderWish): Promise<RenderClaim | null>;

	/** Notes progress and moves the lease. `stop` when it was cancelled, its take is gone, or the lease went to another. */
	report(claim: RenderClaim, progress: RenderProgress, leaseUntilMs: number): Promise<"go-on" | "stop">;

	/** Ends it, with a film already in the media store, or without. */
	finish(claim: RenderClaim, end: RenderEnd): Promise<"finished" | "stale">;

	/** `too-late` once it ended. */
	cancel(id: DispatchId): Promise<"cancelled" | "too-late" | "missing">;

	/** When a lease ends, or now where something waits; `null` when nothing does. */
	nextWakeAtMs(): Promise<number | null>;
}

export interface RenderRow {
	/** A running one whose lease is over is still `running` until somebody claims it. */
	readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
	/** The last report; `null` before the first one of a claim, so that a render that begins anew shows none. */
	readonly progress: RenderProgress | null;
	/** Set exactly when done. */
	readonly mediaId: MediaId | null;
	/** Set exactly when failed. */
	readonly failure: Failure | null;
}

export interface RenderProgress {
	readonly framesDone: number;
	readonly framesTotal: number;
}

export interface RenderWish {
	readonly worker: string;
	readonly nowMs: number;
	readonly leaseUntilMs: number;
	readonly maxPerBrowser: number;
}

export interface RenderClaim {
	readonly id: DispatchId;
	/** As it was given to `start`. */
	readonly job: string;
	/** Rises with every claim and fences the ones before; it is also how often this render was begun. */
	readonly epoch: number;
}

export type RenderEnd =
	| { readonly kind: "done"; readonly mediaId: MediaId }
	| { readonly kind: "failed"; readonly failure: Failure };
