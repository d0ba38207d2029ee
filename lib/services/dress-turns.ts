import "server-only";

/**
 * How many films this process may dress at once. Dressing is heavy and never urgent, so that a take without a turn
 * goes back instead of waiting: it would hold one of the worker's places, which sending and saving need.
 */
export class DressTurns {
	readonly #atOnce: number;
	#taken = 0;

	constructor(atOnce: number) {
		this.#atOnce = atOnce;
	}

	/** `null` when all turns are taken; otherwise how to end this one. */
	take(): (() => void) | null {
		if (this.#taken >= this.#atOnce) return null;
		this.#taken += 1;
		return () => {
			this.#taken -= 1;
		};
	}
}
