import "server-only";
import type { BrowserId } from "@/lib/domain/ids";
import type { Notifier, StopListening } from "@/lib/ports/notifier";

/** One ear on the database for all open streams of this process: a change wakes only the browser it concerns. */
export class ChangeHub {
	readonly #listeners = new Map<string, Set<() => void>>();
	#closed = false;

	listen(notifier: Notifier): Promise<StopListening> {
		return notifier.listen("browser-changed", (notice) => {
			if (notice.kind === "missed") this.#wakeAll();
			else wakeEach(this.#listeners.get(notice.text) ?? []);
		});
	}

	/** Answers how to stop. */
	subscribe(browserId: BrowserId, wake: () => void): () => void {
		const listeners = this.#listeners.get(browserId) ?? new Set();
		this.#listeners.set(browserId, listeners.add(wake));
		return () => {
			listeners.delete(wake);
			// Whoever stops twice must not take the place of those who came after.
			if (listeners.size === 0 && this.#listeners.get(browserId) === listeners) this.#listeners.delete(browserId);
		};
	}

	get isClosed(): boolean {
		return this.#closed;
	}

	/** The process is ending: whoever waits finds the hub closed. */
	close(): void {
		this.#closed = true;
		this.#wakeAll();
	}

	#wakeAll(): void {
		for (const listeners of this.#listeners.values()) wakeEach(listeners);
	}
}

function wakeEach(listeners: Iterable<() => void>): void {
	for (const wake of [...listeners]) wake();
}
