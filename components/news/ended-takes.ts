import type { StateKind } from "@/lib/domain/take/state";
import type { TakeView } from "@/lib/domain/take/view";

const RUNNING: readonly StateKind[] = ["queued", "sending", "rendering", "saving"];
const ENDED: Readonly<Partial<Record<StateKind, string>>> = {
	ready: "Ready",
	failed: "Failed",
	"outcome-unknown": "Outcome unknown",
};

export function isRunning({ state }: Pick<TakeView, "state">): boolean {
	return RUNNING.includes(state.kind);
}

/** The newest of those that ran before and have an end worth telling now, in a word; `null` where there is none. */
export function endedTake(
	before: ReadonlySet<string>,
	takes: readonly TakeView[],
): { readonly take: TakeView; readonly word: string } | null {
	for (const take of takes) {
		const word = ENDED[take.state.kind];
		if (word && before.has(take.id)) return { take, word };
	}
	return null;
}
