import "server-only";
import type { BrowserId, MediaId } from "@/lib/domain/ids";
import type { Take } from "@/lib/domain/take/take";
import type { Has } from "@/lib/services/doors";

/** How old an answer may be where the notice of a change was lost on its way. */
const KNOWN_MS = 1_000;
const MAX_KNOWN = 500;

interface Known {
	readonly untilMs: number;
	readonly take: Promise<Take | null>;
	forget(): void;
}

/**
 * Whose film it is that is asked for. A player that seeks asks for dozens of parts a second, so the answer is
 * remembered for a moment, and forgotten as soon as anything of its browser changes.
 */
export class OwnTakes {
	readonly #doors: Has<"takes" | "hub" | "clock">;
	readonly #known = new Map<string, Known>();

	constructor(doors: Has<"takes" | "hub" | "clock">) {
		this.#doors = doors;
	}

	/** Only a browser's own. What is missing and what is somebody else's answer alike. */
	find(browserId: BrowserId, id: MediaId): Promise<Take | null> {
		const name = `${browserId} ${id}`;
		const known = this.#known.get(name);
		if (known && known.untilMs > this.#doors.clock.monotonicMs()) return known.take;
		known?.forget();
		return this.#look(name, browserId, id);
	}

	#look(name: string, browserId: BrowserId, id: MediaId): Promise<Take | null> {
		const { hub, clock } = this.#doors;
		// Before the look: what changes while it goes on is not remembered.
		const unsubscribe = hub.subscribe(browserId, () => known.forget());
		const known: Known = {
			untilMs: clock.monotonicMs() + KNOWN_MS,
			take: this.#ask(browserId, id),
			forget: () => {
				unsubscribe();
				if (this.#known.get(name) === known) this.#known.delete(name);
			},
		};
		this.#known.set(name, known);
		if (this.#known.size > MAX_KNOWN) this.#forgetOldest();
		known.take.then((take) => take ?? known.forget(), known.forget);
		return known.take;
	}

	async #ask(browserId: BrowserId, id: MediaId): Promise<Take | null> {
		const take = await this.#doors.takes.findByMedia(id);
		return take?.browserId === browserId ? take : null;
	}

	#forgetOldest(): void {
		const [oldest] = this.#known.values();
		oldest?.forget();
	}
}
