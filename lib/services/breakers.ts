import "server-only";
import type { Clock } from "@/lib/ports/clock";

/** What to do before a call: make it, make a free one first, or come back later. */
export type Permission =
	| { readonly kind: "go" }
	| { readonly kind: "try-free-call" }
	| { readonly kind: "wait"; readonly untilMs: number };

interface Circuit {
	readonly calls: { readonly atMs: number; readonly good: boolean }[];
	/** `null` while closed. Once it has passed, one caller may try. */
	openUntilMs: number | null;
}

const WINDOW_MS = 30_000;
const FEWEST_FAILURES = 5;
const OPEN_MS = 30_000;
const TRIAL_MS = 20_000;

/**
 * Leaves a gateway alone that does not answer, for each account and kind of call by itself: one person's bad key
 * harms nobody else's. Known to this process only, which is enough: it saves calls, never money.
 */
export class Breakers {
	readonly #clock: Pick<Clock, "monotonicMs" | "nowMs">;
	readonly #circuits = new Map<string, Circuit>();

	constructor(clock: Pick<Clock, "monotonicMs" | "nowMs">) {
		this.#clock = clock;
	}

	ask(name: string): Permission {
		const circuit = this.#circuits.get(name);
		if (!circuit || circuit.openUntilMs === null) return { kind: "go" };
		const nowMs = this.#clock.monotonicMs();
		const waitMs = circuit.openUntilMs - nowMs;
		if (waitMs > 0) return { kind: "wait", untilMs: this.#clock.nowMs() + waitMs };
		circuit.openUntilMs = nowMs + TRIAL_MS;
		return { kind: "try-free-call" };
	}

	note(name: string, good: boolean): void {
		const circuit = this.#circuits.get(name) ?? { calls: [], openUntilMs: null };
		const nowMs = this.#clock.monotonicMs();
		if (circuit.openUntilMs !== null) {
			circuit.openUntilMs = good ? null : nowMs + OPEN_MS;
			circuit.calls.length = 0;
		} else {
			const recent = circuit.calls.filter((call) => nowMs - call.atMs < WINDOW_MS);
			circuit.calls.splice(0, circuit.calls.length, ...recent, { atMs: nowMs, good });
			if (isBroken(circuit)) circuit.openUntilMs = nowMs + OPEN_MS;
		}
		if (circuit.openUntilMs === null && circuit.calls.every((call) => call.good)) this.#circuits.delete(name);
		else this.#circuits.set(name, circuit);
	}
}

function isBroken({ calls }: Circuit): boolean {
	const failures = calls.filter((call) => !call.good).length;
	return failures >= FEWEST_FAILURES && failures * 2 >= calls.length;
}
