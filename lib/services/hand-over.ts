import "server-only";
import type { Claim, LeaseWish } from "@/lib/ports/take-queue";

/** Who works on takes in this process. */
export interface Hands {
	/** `null` where it has no room just now. */
	offer(): LeaseWish | null;
	/** A claim under what was offered. Hands that have begun to end meanwhile give it back at once. */
	take(claim: Claim): void;
}

/**
 * The short way from a click to the worker of the same process: the take is born claimed by it, and need not be told,
 * looked for and claimed. Where nobody offers, or the process dies in between, the queue brings the take as any other.
 */
export class HandOver {
	#hands: Hands | null = null;

	attach(hands: Hands): void {
		this.#hands = hands;
	}

	offer(): LeaseWish | null {
		return this.#hands?.offer() ?? null;
	}

	give(claim: Claim): void {
		this.#hands?.take(claim);
	}
}
