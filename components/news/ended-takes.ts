import type { StateKind } from "@/lib/domain/take/state";
import type { TakeView } from "@/lib/domain/take/view";

const RUNNING: readonly StateKind[] = ["queued", "sending", "rendering", "saving"];
const ENDED: Readonly<Partial<Record<StateKind, string>>> = {
	ready: "Ready",
	failed: "Failed",
	"outcome-unknown": "Outcome unknown",
};

type Seen = Pick<TakeView, "id" | "state" | "createdAtMs">;

/** What stood here when one last looked. */
export interface Look {
	readonly running: ReadonlySet<string>;
	readonly newestMs: number;
}

export function isRunning({ state }: Pick<TakeView, "state">): boolean {
	return RUNNING.includes(state.kind);
}

export function lookAt(takes: readonly Seen[], nowMs: number): Look {
	return {
		running: new Set(takes.filter(isRunning).map((take) => take.id)),
		newestMs: takes.length > 0 ? Math.max(...takes.map((take) => take.createdAtMs)) : nowMs,
	};
}

/**
 * The newest of those that ended since that look and have an end worth telling, in a word. One that was refused at once
 * may never have been seen running; one that came back to the history is older than what stood here.
 */
export function endedTake<Take extends Seen>(
	since: Look,
	takes: readonly Take[],
): { readonly take: Take; readonly word: string } | null {
	for (const take of takes) {
		const word = ENDED[take.state.kind];
		if (word && (since.running.has(take.id) || take.createdAtMs > since.newestMs)) return { take, word };
	}
	return null;
}
