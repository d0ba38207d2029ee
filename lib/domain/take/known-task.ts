import type { TakeState } from "./state";

export function knownTask(state: TakeState): string | null {
	switch (state.kind) {
		case "rendering":
		case "saving":
			return state.remoteId;
		case "outcome-unknown":
			return state.lost.what === "ending" ? state.lost.remoteId : null;
		default:
			return null;
	}
}
