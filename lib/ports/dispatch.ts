import type { GatewayId } from "@/lib/domain/gateway-id";
import type { DispatchId, TakeId } from "@/lib/domain/ids";
import type { ComposedRequest } from "./gateway";

/**
 * One attempt at sending a take, written down before its first byte leaves. At most one row per
 * (take, attempt), for ever: the row is the proof that this attempt may already have cost money.
 */
export interface DispatchIntent {
	readonly id: DispatchId;
	/** The attempt that `queued` announced. */
	readonly attempt: number;
	/**
	 * The exact request, its image folded away (`foldImage`), so that a resend is byte-identical.
	 * Holds no credentials.
	 */
	readonly request: ComposedRequest;
	/** `Vault.hash` of the token in the callback address; `null` where no callback was asked for. */
	readonly callbackTokenHash: string | null;
	readonly sentAtMs: number;
}

/** A stored intent, and what became of it. */
export interface Dispatch extends DispatchIntent {
	readonly takeId: TakeId;
	readonly gateway: GatewayId;
	/** `null`: nobody has recorded an ending. With no lease on the take, that means *unknown*, never *not sent*. */
	readonly answer: DispatchAnswer | null;
}

export interface DispatchAnswer {
	/** `found` where the task was identified without its answer: by a look-up, a list or a callback. */
	readonly kind: "accepted" | "found" | "refused" | "not-created" | "lost";
	/** Set exactly for `accepted` and `found`. Unique within a gateway: one task belongs to one take. */
	readonly remoteId: string | null;
	/** As it came, credentials removed, cut to a sane length; kept for support, never shown whole. */
	readonly rawReply: string | null;
	readonly atMs: number;
}
