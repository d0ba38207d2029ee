import "server-only";
import type { TakeId } from "@/lib/domain/ids";
import { backoffMs } from "@/lib/domain/schedule/retry-after";
import type { Notifier, StopListening } from "@/lib/ports/notifier";
import type { Claim, LeaseWish } from "@/lib/ports/take-queue";
import { type AdvanceDoors, advanceTake } from "@/lib/services/advance/advance-take";
import { type Held, LostClaim } from "@/lib/services/advance/held";
import { type Look, shareLooks } from "@/lib/services/advance/share-looks";
import type { Has } from "@/lib/services/doors";
import type { Hands } from "@/lib/services/hand-over";

export interface WorkerSettings {
	/** Names it in the rows, for people who look. */
	readonly name: string;
	readonly maxAtOnce?: number;
	readonly leaseMs?: number;
}

interface Running {
	readonly held: Held;
	readonly stop: AbortController;
	readonly ended: Promise<void>;
}

const MAX_AT_ONCE = 24;
const LEASE_MS = 30_000;
const HEARTBEATS_PER_LEASE = 3;
/** A notice may be lost, so it looks by itself too. */
const LONGEST_SLEEP_MS = 15_000;
/** A database that comes back is noticed soon. */
const LONGEST_BACKOFF_MS = 2_000;
/** Something due that could not be claimed is being claimed by another worker just now. */
const SHORTEST_SLEEP_MS = 25;

/** Claims takes that are due and advances each by one step, several at once. Any number of these may run on one database. */
export class Worker implements Hands {
	readonly #doors: AdvanceDoors & Has<"handOver">;
	readonly #settings: Required<WorkerSettings>;
	readonly #running = new Map<TakeId, Running>();
	readonly #ending = new AbortController();
	#sleep = new AbortController();
	#loops: Promise<unknown> = Promise.resolve();

	constructor(doors: AdvanceDoors & Has<"handOver">, settings: WorkerSettings) {
		this.#doors = doors;
		this.#settings = { maxAtOnce: MAX_AT_ONCE, leaseMs: LEASE_MS, ...settings };
	}

	async start(notifier: Notifier): Promise<void> {
		const stopListening = await notifier.listen("take-due", () => this.wake());
		this.#loops = Promise.all([this.#claimLoop(), this.#heartbeatLoop()]).finally(() => this.#quietly(stopListening));
		this.#doors.handOver.attach(this);
	}

	/** Something may be due earlier than anybody thought. */
	wake(): void {
		this.#sleep.abort();
	}

	/**
	 * Claims nothing more, and resolves when every step has ended. Looks and downloads stop at once; a paid request
	 * on its way is waited for, since its answer names what was paid.
	 */
	async drain(): Promise<void> {
		this.#ending.abort();
		this.wake();
		for (const { stop } of this.#running.values()) stop.abort();
		await Promise.all([this.#loops, ...[...this.#running.values()].map((each) => each.ended)]);
	}

	offer(): LeaseWish | null {
		if (this.#ending.signal.aborted || this.#room() <= 0) return null;
		return this.#leaseWish(this.#doors.clock.nowMs());
	}

	take(claim: Claim): void {
		this.#runAll([claim]);
	}

	#room(): number {
		return this.#settings.maxAtOnce - this.#running.size;
	}

	#leaseWish(nowMs: number): LeaseWish {
		return { worker: this.#settings.name, leaseUntilMs: nowMs + this.#settings.leaseMs };
	}

	async #claimLoop(): Promise<void> {
		for (let failures = 0; !this.#ending.signal.aborted; ) {
			// Made before looking: a wake that comes while it looks must not be slept through.
			this.#sleep = new AbortController();
			try {
				await this.#wait(await this.#claim());
				failures = 0;
			} catch (problem) {
				failures += 1;
				this.#doors.log.error("claiming-failed", { failures }, problem);
				await this.#wait(Math.min(LONGEST_BACKOFF_MS, backoffMs(failures, this.#doors.random.unit())));
			}
		}
	}

	/** Answers how long there is nothing to do. */
	async #claim(): Promise<number> {
		const { clock, queue } = this.#doors;
		const room = this.#room();
		if (room <= 0) return LONGEST_SLEEP_MS;
		// Mostly it is woken by a step's end, and nothing is due.
		const nextMs = await queue.nextWakeAtMs();
		if (nextMs === null) return LONGEST_SLEEP_MS;
		const nowMs = clock.nowMs();
		if (nextMs > nowMs) return Math.min(LONGEST_SLEEP_MS, Math.max(SHORTEST_SLEEP_MS, nextMs - nowMs));
		const claims = await queue.claimDue({ ...this.#leaseWish(nowMs), nowMs, limit: room });
		this.#runAll(claims);
		// What was claimed goes first: the embedded database has one connection for everybody.
		return claims.length === room ? LONGEST_SLEEP_MS : SHORTEST_SLEEP_MS;
	}

	#runAll(claims: readonly Claim[]): void {
		const begun = claims.map((claim) => {
			const stop = new AbortController();
			if (this.#ending.signal.aborted) stop.abort();
			return { stop, held: { claim, signal: stop.signal } };
		});
		const looks = shareLooks(
			this.#doors,
			begun.map(({ held }) => held),
		);
		for (const { held, stop } of begun) this.#run(held, stop, looks.get(held));
	}

	#run(held: Held, stop: AbortController, look?: Look): void {
		const { id } = held.claim.take;
		const ended = this.#step(held, look).finally(() => {
			this.#running.delete(id);
			this.wake();
		});
		this.#running.set(id, { held, stop, ended });
	}

	async #step(held: Held, look?: Look): Promise<void> {
		try {
			await advanceTake(this.#doors, held, look);
		} catch (problem) {
			if (problem instanceof LostClaim) return;
			await this.#giveUp(held, problem);
		}
	}

	/** Broken steps come back after a while; a step that was told to stop is anybody's at once. */
	async #giveUp(held: Held, problem: unknown): Promise<void> {
		const { clock, failures, log, queue, random } = this.#doors;
		const { id, state } = held.claim.take;
		const waitMs = held.signal.aborted ? 0 : backoffMs(failures.add(id), random.unit());
		if (!held.signal.aborted) log.error("step-failed", { take: id, state: state.kind }, problem);
		try {
			await queue.release(held.claim, clock.nowMs() + waitMs);
		} catch (again) {
			log.error("release-failed", { take: id }, again);
		}
	}

	async #heartbeatLoop(): Promise<void> {
		const { clock, log } = this.#doors;
		while (!this.#ending.signal.aborted || this.#running.size > 0) {
			await clock.wait(this.#settings.leaseMs / HEARTBEATS_PER_LEASE, this.#ending.signal);
			if (this.#ending.signal.aborted) return;
			await this.#extend().catch((problem: unknown) => log.error("leases-not-extended", {}, problem));
		}
	}

	async #extend(): Promise<void> {
		const claims = [...this.#running.values()].map(({ held }) => held.claim);
		if (claims.length === 0) return;
		const { clock, queue } = this.#doors;
		const lost = await queue.extend(claims, clock.nowMs() + this.#settings.leaseMs);
		for (const id of lost) {
			const running = this.#running.get(id);
			// A write of our own may have made the claim newer meanwhile.
			if (running && claims.includes(running.held.claim)) running.stop.abort();
		}
	}

	#wait(delayMs: number): Promise<void> {
		return this.#doors.clock.wait(delayMs, this.#sleep.signal);
	}

	async #quietly(stop: StopListening): Promise<void> {
		await stop().catch((problem: unknown) => this.#doors.log.error("stop-listening-failed", {}, problem));
	}
}
