import "server-only";
import type { Take } from "@/lib/domain/take/take";
import type { Claim } from "@/lib/ports/take-queue";

/** A take this worker has claimed. The claim is replaced by each write, so that the lease is extended under the newest. */
export interface Held {
	claim: Claim;
	/** Fires when the lease was lost or the process is ending. A paid request goes on all the same. */
	readonly signal: AbortSignal;
}

export function takeOf(held: Held): Take {
	return held.claim.take;
}

/** Somebody else has the take now: whatever this worker was doing with it is dropped. */
export class LostClaim extends Error {
	constructor(held: Held) {
		super(`Take ${held.claim.take.id} is in other hands.`);
		this.name = "LostClaim";
	}
}
