import type { TakeEvent } from "./event";
import type { TakeState } from "./state";

/** The event cannot have happened in this state. A broken invariant: nothing may go on as if it were fine. */
export class ImpossibleEvent extends Error {
	constructor(state: TakeState, event: TakeEvent, why: string) {
		super(`A take in ${state.kind} met ${event.kind}: ${why}.`);
		this.name = "ImpossibleEvent";
	}
}
