import "server-only";
import { durationSeconds } from "@/lib/domain/draft";
import { BROKEN } from "@/lib/gateways/animatic/failures";
import { readJob } from "@/lib/gateways/animatic/job";
import { type RenderTools, renderDraft } from "@/lib/gateways/animatic/render-claim";
import { sweepScratch } from "@/lib/gateways/films/scratch-folder";
import type { Clock } from "@/lib/ports/clock";
import type { Notifier, StopListening } from "@/lib/ports/notifier";
import type { RenderClaim, RenderEnd, RenderProgress, RenderStore } from "@/lib/ports/render-store";

export interface RenderWorkerParts extends RenderTools {
	readonly renders: RenderStore;
	readonly clock: Clock;
	/** Names it in the rows, for people who look. */
	readonly name: string;
	readonly maxAtOnce?: number;
}

interface Running {
	readonly stop: AbortController;
	readonly ended: Promise<void>;
}

const MAX_AT_ONCE = 2;
const MAX_PER_BROWSER = 2;
const LEASE_MS = 20_000;
/** Also how soon a cancelled render is noticed. */
const REPORT_EVERY_MS = 400;
const LONGEST_SLEEP_MS = 15_000;
const SHORTEST_SLEEP_MS = 50;
const AFTER_FAILURE_MS = 2_000;
/** One that was begun so often and never ended takes its server down with it. */
const MOST_BEGINNINGS = 4;
const FPS = 24;

/** Claims renders and draws each in a process of its own. Any number of these may run on one database. */
export class RenderWorker {
	readonly #parts: RenderWorkerParts;
	readonly #running = new Set<Running>();
	readonly #ending = new AbortController();
	#sleep = new AbortController();
	#loop: Promise<void> = Promise.resolve();
	#stopListening: StopListening = async () => {};

	constructor(parts: RenderWorkerParts) {
		this.#parts = parts;
	}

	async start(notifier: Notifier): Promise<void> {
		await sweepScratch(this.#parts.clock.nowMs());
		this.#stopListening = await notifier.listen("render-due", () => this.wake());
		this.#loop = this.#claimLoop();
	}

	/** Something may be due earlier than anybody thought. */
	wake(): void {
		this.#sleep.abort();
	}

	/** Claims nothing more and kills what it draws, so that another may begin it anew at once. */
	async drain(): Promise<void> {
		this.#ending.abort();
		this.wake();
		for (const { stop } of this.#running) stop.abort();
		await Promise.all([this.#loop, ...[...this.#running].map(({ ended }) => ended)]);
		await this.#stopListening();
	}

	async #claimLoop(): Promise<void> {
		while (!this.#ending.signal.aborted) {
			// Made before looking: a wake that comes while it looks must not be slept through.
			this.#sleep = new AbortController();
			const sleepMs = await this.#claim().catch((problem: unknown) => {
				this.#parts.log.error("claiming-render-failed", {}, problem);
				return AFTER_FAILURE_MS;
			});
			if (!this.#ending.signal.aborted) await this.#parts.clock.wait(sleepMs, this.#sleep.signal);
		}
	}

	/** Answers how long there is nothing to do. */
	async #claim(): Promise<number> {
		const { renders, clock, name, maxAtOnce = MAX_AT_ONCE } = this.#parts;
		while (this.#running.size < maxAtOnce) {
			const nowMs = clock.nowMs();
			const wish = { worker: name, nowMs, leaseUntilMs: nowMs + LEASE_MS, maxPerBrowser: MAX_PER_BROWSER };
			const claim = await renders.claim(wish);
			if (!claim) return this.#untilNext();
			this.#run(claim);
		}
		return LONGEST_SLEEP_MS;
	}

	async #untilNext(): Promise<number> {
		const nextMs = await this.#parts.renders.nextWakeAtMs();
		if (nextMs === null) return LONGEST_SLEEP_MS;
		const waitMs = nextMs - this.#parts.clock.nowMs();
		// Waiting behind others of its browser: their end wakes us.
		if (waitMs <= 0 && this.#running.size > 0) return LONGEST_SLEEP_MS;
		return Math.min(LONGEST_SLEEP_MS, Math.max(SHORTEST_SLEEP_MS, waitMs));
	}

	#run(claim: RenderClaim): void {
		const stop = new AbortController();
		if (this.#ending.signal.aborted) stop.abort();
		const running: Running = {
			stop,
			ended: this.#render(claim, stop)
				.catch((problem: unknown) => this.#parts.log.error("render-failed", { render: claim.id }, problem))
				.finally(() => {
					this.#running.delete(running);
					this.wake();
				}),
		};
		this.#running.add(running);
	}

	async #render(claim: RenderClaim, stop: AbortController): Promise<void> {
		const { draft } = readJob(claim.job);
		let progress: RenderProgress = { framesDone: 0, framesTotal: durationSeconds(draft) * FPS };
		const onProgress = (latest: RenderProgress) => {
			progress = latest;
		};
		const reporting = this.#keepReporting(claim, stop, () => progress);
		try {
			const end: RenderEnd =
				claim.epoch > MOST_BEGINNINGS
					? { kind: "failed", failure: BROKEN }
					: await renderDraft(this.#parts, { draft, signal: stop.signal, onProgress });
			await this.#finish(claim, end);
		} catch (problem) {
			if (!stop.signal.aborted) throw problem;
		} finally {
			stop.abort();
			await reporting;
			if (this.#ending.signal.aborted) await this.#letGo(claim, progress);
		}
	}

	/** Until `stop`: notes how far it is, keeps the lease, and stops it when nobody wants it any more. */
	async #keepReporting(claim: RenderClaim, stop: AbortController, latest: () => RenderProgress): Promise<void> {
		const { renders, clock, log } = this.#parts;
		while (!stop.signal.aborted) {
			try {
				const order = await renders.report(claim, latest(), clock.nowMs() + LEASE_MS);
				if (order === "stop") stop.abort();
			} catch (problem) {
				log.error("render-report-failed", { render: claim.id }, problem);
			}
			await clock.wait(REPORT_EVERY_MS, stop.signal);
		}
	}

	async #finish(claim: RenderClaim, end: RenderEnd): Promise<void> {
		const outcome = await this.#parts.renders.finish(claim, end);
		if (outcome === "stale" && end.kind === "done") await this.#parts.media.delete(`film/${end.mediaId}`);
	}

	async #letGo(claim: RenderClaim, progress: RenderProgress): Promise<void> {
		const { renders, clock, log } = this.#parts;
		await renders.report(claim, progress, clock.nowMs()).catch((problem: unknown) => {
			log.error("render-not-let-go", { render: claim.id }, problem);
		});
	}
}
