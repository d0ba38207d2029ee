import type { TakeEvent } from "./event";
import { ImpossibleEvent } from "./impossible-event";
import { knownTask } from "./known-task";
import { move } from "./moves";
import type { TakeState } from "./state";
import { cellFor } from "./transition-table";

export interface Transition {
	/** False when the event told nothing new: there is nothing to write, and nothing to tell anybody. */
	readonly changed: boolean;
	readonly state: TakeState;
}

/** The only way a take moves. Throws `ImpossibleEvent` where something is broken. */
export function transition(state: TakeState, event: TakeEvent): Transition {
	const cell = cellFor(state.kind, event.kind);
	if (cell === "never") throw new ImpossibleEvent(state, event, "there is no such move");
	assertSameTask(state, event);
	if (cell === "late") return { changed: false, state };
	const next = move(state, event);
	if (next !== state && !cell.includes(next.kind)) {
		throw new ImpossibleEvent(state, event, `the table does not lead to ${next.kind}`);
	}
	return { changed: next !== state, state: next };
}

/** One take has one task. A second one would be a second charge. */
function assertSameTask(state: TakeState, event: TakeEvent) {
	const known = knownTask(state);
	if (known !== null && "remoteId" in event && event.remoteId !== known) {
		throw new ImpossibleEvent(state, event, "it names another task");
	}
}
