import "server-only";
import type { BrowserId } from "@/lib/domain/ids";
import { TakesWatch, type WatchDoors } from "@/lib/services/watch-takes";

/** One for the leading tab, and room for the ones its reloads left behind. */
const MAX_PER_BROWSER = 4;

/** The open streams of this process. A browser that opens too many loses its oldest, which nobody reads any more. */
export class OpenWatches {
	readonly #open = new Map<BrowserId, TakesWatch[]>();

	open(doors: WatchDoors, browserId: BrowserId, cursor: number | null): TakesWatch {
		this.#dropEnded();
		const others = [...(this.#open.get(browserId) ?? [])];
		while (others.length >= MAX_PER_BROWSER) others.shift()?.end();
		const watch = new TakesWatch(doors, browserId, cursor);
		this.#open.set(browserId, [...others, watch]);
		return watch;
	}

	#dropEnded(): void {
		for (const [id, watches] of this.#open) {
			const alive = watches.filter((watch) => !watch.isOver);
			for (const watch of watches) if (watch.isOver) watch.end();
			if (alive.length > 0) this.#open.set(id, alive);
			else this.#open.delete(id);
		}
	}
}
