import { unreachable } from "../result";
import type { EventOf } from "./event";
import type { StateOf, TakeState } from "./state";

type Rendering = StateOf<"rendering">;

export function adoptTask(event: EventOf<"accepted"> | EventOf<"found"> | EventOf<"looked">): Rendering {
	const fresh = {
		kind: "rendering",
		sinceMs: event.atMs,
		remoteId: event.remoteId,
		cancelRequestedAtMs: null,
	} as const;
	switch (event.kind) {
		case "found":
			return { ...fresh, phase: "queued", progress: null, etaSeconds: null };
		case "accepted":
			return { ...fresh, phase: "queued", progress: null, etaSeconds: event.etaSeconds };
		case "looked":
			return { ...fresh, phase: event.phase, progress: event.progress, etaSeconds: event.etaSeconds };
		default:
			return unreachable(event);
	}
}

export function noteLook(state: Rendering, event: EventOf<"looked">): Rendering {
	const { phase, progress } = event;
	const etaSeconds = event.etaSeconds ?? state.etaSeconds;
	const same = phase === state.phase && progress === state.progress && etaSeconds === state.etaSeconds;
	return same ? state : { ...state, phase, progress, etaSeconds };
}

export function passDeadline(state: Rendering, event: EventOf<"deadline-passed">): StateOf<"outcome-unknown"> {
	const lost = { what: "ending", remoteId: state.remoteId } as const;
	return { kind: "outcome-unknown", sinceMs: event.atMs, reason: event.reason, looks: 0, lost };
}

/** Before sending nothing needs stopping; at the gateway the wish waits for its answer. */
export function requestCancel(
	state: StateOf<"queued"> | Rendering,
	event: EventOf<"cancel-requested">,
): StateOf<"cancelled"> | Rendering {
	if (state.kind === "queued") return { kind: "cancelled", sinceMs: event.atMs, charged: "no" };
	return state.cancelRequestedAtMs === null ? { ...state, cancelRequestedAtMs: event.atMs } : state;
}

export function dropCancelWish(state: Rendering): Rendering {
	return state.cancelRequestedAtMs === null ? state : { ...state, cancelRequestedAtMs: null };
}

export function failRender(event: EventOf<"render-failed">): TakeState {
	return { kind: "failed", sinceMs: event.atMs, failure: event.failure };
}
