import "server-only";
import type { TakeId } from "@/lib/domain/ids";

/** How often in a row something went wrong for a take. Only waiting depends on it, so a restart may forget it. */
export class FailureCounts {
	readonly #counts = new Map<TakeId, number>();

	/** Counts one more, and answers how many there are now. */
	add(id: TakeId): number {
		const count = (this.#counts.get(id) ?? 0) + 1;
		this.#counts.set(id, count);
		return count;
	}

	clear(id: TakeId): void {
		this.#counts.delete(id);
	}
}
