import type { Clock } from "@/lib/ports/clock";

export interface ClockSetting {
	/** At this moment of the machine's time it was this moment of the compressed one. */
	readonly realMs: number;
	readonly thenMs: number;
	readonly speed: number;
	readonly skippedMs: number;
}

interface Sleeper {
	readonly atMs: number;
	readonly wake: () => void;
	timer: NodeJS.Timeout;
}

/** Time that runs many times as fast, alike in every process that is given the same setting, and that can be skipped. */
export class ScaledClock implements Clock {
	readonly #setting: ClockSetting;
	readonly #sleepers = new Set<Sleeper>();
	#skippedMs: number;

	constructor(setting: ClockSetting) {
		this.#setting = setting;
		this.#skippedMs = setting.skippedMs;
	}

	get setting(): ClockSetting {
		return { ...this.#setting, skippedMs: this.#skippedMs };
	}

	nowMs(): number {
		return this.atMs(Date.now());
	}

	/** What it shows when the machine's clock shows this. */
	atMs(machineMs: number): number {
		const { realMs, thenMs, speed } = this.#setting;
		return Math.floor(thenMs + (machineMs - realMs) * speed + this.#skippedMs);
	}

	/** Goes on while the process is stopped, as the machine's own does. */
	monotonicMs(): number {
		return this.nowMs();
	}

	wait(delayMs: number, signal: AbortSignal): Promise<void> {
		if (signal.aborted || delayMs <= 0) return Promise.resolve();
		return new Promise((resolve) => {
			const finish = () => {
				clearTimeout(sleeper.timer);
				this.#sleepers.delete(sleeper);
				signal.removeEventListener("abort", finish);
				resolve();
			};
			const timer = setTimeout(finish, this.#realMsOf(delayMs));
			const sleeper: Sleeper = { atMs: this.nowMs() + delayMs, wake: finish, timer };
			this.#sleepers.add(sleeper);
			signal.addEventListener("abort", finish, { once: true });
		});
	}

	skip(byMs: number): void {
		this.#skippedMs += byMs;
		const nowMs = this.nowMs();
		for (const sleeper of this.#sleepers) {
			clearTimeout(sleeper.timer);
			sleeper.timer = setTimeout(sleeper.wake, this.#realMsOf(sleeper.atMs - nowMs));
		}
	}

	#realMsOf(delayMs: number): number {
		return Math.min(Math.max(0, Math.ceil(delayMs / this.#setting.speed)), 2_147_483_647);
	}
}
