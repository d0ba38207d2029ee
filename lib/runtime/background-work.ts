import "server-only";
import type { Log } from "@/lib/ports/log";

/** Work that nobody waits for: a key's test, a sweep. */
export class BackgroundWork {
	readonly #log: Log;
	readonly #running = new Set<Promise<void>>();

	constructor(log: Log) {
		this.#log = log;
	}

	run(name: string, work: () => Promise<void>): void {
		const done = work()
			.catch((problem: unknown) => this.#log.error("background-failed", { name }, problem))
			.finally(() => this.#running.delete(done));
		this.#running.add(done);
	}

	async whenIdle(): Promise<void> {
		while (this.#running.size > 0) await Promise.all(this.#running);
	}
}
