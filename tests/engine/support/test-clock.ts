import type { Clock } from "@/lib/ports/clock";

interface Sleeper {
	readonly atMs: number;
	readonly wake: () => void;
}

/** Stands still until it is moved. */
export class TestClock implements Clock {
	#nowMs: number;
	#sleepers: Sleeper[] = [];

	constructor(startMs: number) {
		this.#nowMs = startMs;
	}

	nowMs(): number {
		return this.#nowMs;
	}

	monotonicMs(): number {
		return this.#nowMs;
	}

	wait(delayMs: number, signal: AbortSignal): Promise<void> {
		if (signal.aborted || delayMs <= 0) return Promise.resolve();
		return new Promise((resolve) => {
			const sleeper = { atMs: this.#nowMs + delayMs, wake: resolve };
			this.#sleepers.push(sleeper);
			signal.addEventListener("abort", () => {
				this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
				resolve();
			});
		});
	}

	advance(byMs: number): void {
		this.#nowMs += byMs;
		const awake = this.#sleepers.filter((sleeper) => sleeper.atMs <= this.#nowMs);
		this.#sleepers = this.#sleepers.filter((sleeper) => sleeper.atMs > this.#nowMs);
		for (const { wake } of awake) wake();
	}
}
