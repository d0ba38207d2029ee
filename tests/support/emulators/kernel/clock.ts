interface Due {
	readonly atMs: number;
	readonly order: number;
	readonly run: () => void;
}

interface ClockOptions {
	/** `manual` stands still until advanced; `real` also runs by itself. */
	readonly mode: "manual" | "real";
	readonly startMs: number;
	/** How many emulated milliseconds pass in one real one. */
	readonly speed: number;
}

/** The emulator's time. Everything that happens later is booked here, never on a bare timer. */
export class Clock {
	readonly #options: ClockOptions;
	readonly #realStartMs = Date.now();
	#skippedMs = 0;
	#order = 0;
	#due: Due[] = [];
	#timer: NodeJS.Timeout | null = null;

	constructor(options: ClockOptions) {
		this.#options = options;
	}

	nowMs(): number {
		const ranMs = this.#options.mode === "real" ? (Date.now() - this.#realStartMs) * this.#options.speed : 0;
		return Math.floor(this.#options.startMs + this.#skippedMs + ranMs);
	}

	/** Books `run`; the returned function takes the booking back. */
	after(delayMs: number, run: () => void): () => void {
		const due = { atMs: this.nowMs() + delayMs, order: this.#order++, run };
		this.#due.push(due);
		this.#due.sort((a, b) => a.atMs - b.atMs || a.order - b.order);
		this.#arm();
		return () => {
			this.#due = this.#due.filter((other) => other !== due);
		};
	}

	/** Runs whatever has become due, so that a request never sees a state the clock has left. */
	catchUp(): void {
		for (let next = this.#due[0]; next && next.atMs <= this.nowMs(); next = this.#due[0]) {
			this.#due.shift();
			next.run();
		}
		this.#arm();
	}

	/** Moves time forward event by event; `settle` is awaited after each. */
	async advance(byMs: number, settle: () => Promise<void>): Promise<void> {
		const targetMs = this.nowMs() + byMs;
		for (let next = this.#due[0]; next && next.atMs <= targetMs; next = this.#due[0]) {
			this.#skipTo(next.atMs);
			this.catchUp();
			await settle();
		}
		this.#skipTo(targetMs);
		this.catchUp();
	}

	/** Forgets all that was booked. */
	stop(): void {
		this.#due = [];
		this.#arm();
	}

	#skipTo(atMs: number): void {
		this.#skippedMs += Math.max(0, atMs - this.nowMs());
	}

	#arm(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
		const next = this.#due[0];
		if (this.#options.mode === "manual" || !next) return;
		const waitMs = Math.max(0, (next.atMs - this.nowMs()) / this.#options.speed);
		this.#timer = setTimeout(() => this.catchUp(), Math.min(waitMs, 2_147_483_647));
	}
}
