import type { Clock } from "./clock";
import type { FaultBook } from "./fault-book";
import type { CallbackMode } from "./fault-kinds";
import type { Ledger } from "./ledger";

interface Notice {
	readonly taskId: string;
	readonly event: string;
	readonly url: string;
	readonly body: string;
	/** What somebody else would send to the same address. */
	readonly forgedBody: string;
	/** Made anew for each delivery: a signature covers the time it was sent. */
	readonly headers: (body: string, nowMs: number, genuine: boolean) => Readonly<Record<string, string>>;
}

export interface CallbackPolicy {
	/** Waits before each further try; empty where the gateway documents none. */
	readonly retryAfterMs: readonly number[];
	readonly isFinal: (status: number) => boolean;
}

interface CallbackOptions {
	readonly mode: CallbackMode;
	readonly delayMs: number;
	/** An origin on this machine that stands in for whatever public address the client named. */
	readonly deliverTo: string | null;
	readonly timeoutMs: number;
}

interface Sending {
	readonly notice: Notice;
	readonly mode: CallbackMode;
	readonly genuine: boolean;
	readonly attempt: number;
}

/** Tells the client about its tasks, honestly or not. Nothing ever leaves this machine. */
export class Callbacks {
	readonly #clock: Clock;
	readonly #ledger: Ledger;
	readonly #faults: FaultBook;
	readonly #policy: CallbackPolicy;
	readonly #options: CallbackOptions;
	readonly #underWay = new Set<Promise<void>>();
	#held: { readonly sending: Sending; readonly release: () => void } | null = null;

	constructor(clock: Clock, ledger: Ledger, faults: FaultBook, policy: CallbackPolicy, options: CallbackOptions) {
		this.#clock = clock;
		this.#ledger = ledger;
		this.#faults = faults;
		this.#policy = policy;
		this.#options = options;
	}

	send(notice: Notice): void {
		const fault = this.#faults.draw("callback", () => `${notice.url}\n${notice.body}`);
		const drawn = fault?.kind === "callback" ? fault : null;
		const mode = drawn?.mode ?? this.#options.mode;
		const sending: Sending = { notice, mode, genuine: true, attempt: 1 };
		const delayMs = drawn?.delayMs ?? this.#options.delayMs;
		if (mode === "dropped") this.#note(sending, notice.url, "dropped");
		else if (mode === "delayed") this.#clock.after(delayMs, () => this.#post(sending));
		else if (mode === "reordered" && !this.#held) this.#hold(sending, delayMs);
		else if (mode === "forged") this.#post({ ...sending, genuine: false }, sending);
		else if (mode === "duplicate") this.#post(sending, sending);
		else this.#post(sending, ...this.#takeHeld());
	}

	/** Resolves when no delivery is on its way. */
	async idle(): Promise<void> {
		while (this.#underWay.size > 0) await Promise.all(this.#underWay);
	}

	/** Kept back until the next notice has gone out, or until waiting for one has taken too long. */
	#hold(sending: Sending, delayMs: number): void {
		const release = this.#clock.after(delayMs, () => {
			this.#held = null;
			this.#post(sending);
		});
		this.#held = { sending, release };
	}

	#takeHeld(): Sending[] {
		const held = this.#held;
		this.#held = null;
		held?.release();
		return held ? [held.sending] : [];
	}

	/** One after the other, so that the order on the wire is the order given. */
	#post(...sendings: Sending[]): void {
		const work = (async () => {
			for (const sending of sendings) await this.#try(sending);
		})();
		this.#underWay.add(work);
		void work.finally(() => this.#underWay.delete(work));
	}

	async #try(sending: Sending): Promise<void> {
		const { notice, genuine, attempt } = sending;
		const url = this.#target(notice.url);
		if (!url) {
			this.#note(sending, notice.url, "not-on-this-machine");
			return;
		}
		const body = genuine ? notice.body : notice.forgedBody;
		const headers = {
			"content-type": "application/json",
			...notice.headers(body, this.#clock.nowMs(), genuine),
		};
		const outcome = await fetch(url, {
			method: "POST",
			headers,
			body,
			redirect: "manual",
			signal: AbortSignal.timeout(this.#options.timeoutMs),
		}).then(
			async (response) => {
				await response.body?.cancel();
				return response.status;
			},
			() => "no-answer" as const,
		);
		this.#note(sending, url.href, outcome);
		const waitMs = this.#policy.retryAfterMs[attempt - 1];
		const isSettled = outcome !== "no-answer" && this.#policy.isFinal(outcome);
		if (isSettled || waitMs === undefined || !genuine) return;
		this.#clock.after(waitMs, () => this.#post({ ...sending, attempt: attempt + 1 }));
	}

	#target(address: string): URL | null {
		const url = new URL(address);
		const target = this.#options.deliverTo ? new URL(url.pathname + url.search, this.#options.deliverTo) : url;
		return ["127.0.0.1", "localhost", "[::1]"].includes(target.hostname) ? target : null;
	}

	#note(sending: Sending, url: string, outcome: number | "dropped" | "no-answer" | "not-on-this-machine"): void {
		const { notice, mode, genuine, attempt } = sending;
		const { taskId, event } = notice;
		this.#ledger.noteCallback({ atMs: this.#clock.nowMs(), taskId, event, url, genuine, mode, attempt, outcome });
	}
}
