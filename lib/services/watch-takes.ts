import "server-only";
import type { BrowserId } from "@/lib/domain/ids";
import type { TakesNews } from "@/lib/domain/take/takes-news";
import type { Has } from "@/lib/services/doors";
import type { HistoryDoors } from "@/lib/services/list-history";
import { readNews } from "@/lib/services/read-news";

export type WatchDoors = HistoryDoors & Has<"browsers" | "hub" | "log">;

export const LEASE_MS = 20_000;
const HEARTBEAT_MS = 5_000;
/** A stream nobody reads any more lives until its lease ends; the person still counts as watching a little longer. */
const STILL_WATCHING_MS = 5_000;

/**
 * What happens to one browser's takes, as it happens. It ends itself after its lease, and the reader asks again from
 * the last cursor. Written by hand: a generator cannot be ended while it waits, and the runtime ends streams by `throw`.
 */
export class TakesWatch implements AsyncIterableIterator<TakesNews> {
	readonly #doors: WatchDoors;
	readonly #browserId: BrowserId;
	readonly #endsAtMs: number;
	readonly #unsubscribe: () => void;
	#cursor: number | null;
	#isOver = false;
	#mayHaveNews = true;
	#alarm = new AbortController();

	constructor(doors: WatchDoors, browserId: BrowserId, cursor: number | null) {
		this.#doors = doors;
		this.#browserId = browserId;
		this.#cursor = cursor;
		this.#endsAtMs = doors.clock.monotonicMs() + LEASE_MS;
		this.#unsubscribe = doors.hub.subscribe(browserId, () => {
			this.#mayHaveNews = true;
			this.#alarm.abort();
		});
		this.#noteWatching();
	}

	[Symbol.asyncIterator](): this {
		return this;
	}

	async next(): Promise<IteratorResult<TakesNews, undefined>> {
		try {
			return await this.#next();
		} catch (problem) {
			this.end();
			throw problem;
		}
	}

	async #next(): Promise<IteratorResult<TakesNews, undefined>> {
		while (!this.#hasEnded()) {
			if (this.#mayHaveNews) {
				// Reset before reading: what changes while it reads rings again.
				this.#mayHaveNews = false;
				this.#alarm = new AbortController();
				const news = await readNews(this.#doors, this.#browserId, this.#cursor);
				if (news && !this.#isOver) return this.#tell(news);
			} else if (await this.#isQuiet()) {
				const { clock } = this.#doors;
				return this.#tell({ kind: "heartbeat", cursor: this.#cursor ?? 0, nowMs: clock.nowMs() });
			}
		}
		this.end();
		return { done: true, value: undefined };
	}

	async return(): Promise<IteratorResult<TakesNews, undefined>> {
		this.end();
		return { done: true, value: undefined };
	}

	/** The reader has gone. */
	async throw(): Promise<IteratorResult<TakesNews, undefined>> {
		return this.return();
	}

	/** Idempotent, from outside as well. */
	end(): void {
		this.#isOver = true;
		this.#unsubscribe();
		this.#alarm.abort();
	}

	get isOver(): boolean {
		return this.#hasEnded();
	}

	#tell(news: TakesNews): IteratorResult<TakesNews, undefined> {
		this.#cursor = news.cursor;
		return { done: false, value: news };
	}

	#hasEnded(): boolean {
		return this.#isOver || this.#doors.hub.isClosed || this.#doors.clock.monotonicMs() >= this.#endsAtMs;
	}

	/** True when a whole heartbeat passed without news. */
	async #isQuiet(): Promise<boolean> {
		const { clock } = this.#doors;
		const leftMs = this.#endsAtMs - clock.monotonicMs();
		await clock.wait(Math.min(HEARTBEAT_MS, leftMs), this.#alarm.signal);
		return !this.#mayHaveNews && !this.#hasEnded();
	}

	/** The page is open: its takes are looked at more often, and the browser counts as seen. */
	#noteWatching(): void {
		const { browsers, clock, log } = this.#doors;
		const nowMs = clock.nowMs();
		const untilMs = nowMs + LEASE_MS + STILL_WATCHING_MS;
		browsers
			.watch(this.#browserId, nowMs, untilMs)
			.catch((problem: unknown) => log.error("watching-not-noted", {}, problem));
	}
}
