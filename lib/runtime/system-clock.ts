import "server-only";
import type { Clock } from "@/lib/ports/clock";

/** A timer that is set further ahead fires at once. */
const LONGEST_TIMER_MS = 2_147_483_647;

export const systemClock: Clock = {
	nowMs: () => Date.now(),
	// The system's own monotonic clock goes on while the process is stopped.
	monotonicMs: () => Number(process.hrtime.bigint() / 1_000_000n),
	wait: (delayMs, signal) =>
		new Promise((resolve) => {
			if (signal.aborted) return resolve();
			const finish = () => {
				clearTimeout(timer);
				signal.removeEventListener("abort", finish);
				resolve();
			};
			const timer = setTimeout(finish, Math.min(Math.max(0, delayMs), LONGEST_TIMER_MS));
			signal.addEventListener("abort", finish, { once: true });
		}),
};
