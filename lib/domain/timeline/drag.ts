import { type Shots, totalSeconds } from "../shot";
import { moveEdge } from "./edges";
import type { ShotsEdit } from "./edit-problem";
import { moveShot } from "./move-shot";
import type { Trim } from "./trim";

/**
 * A drag is always computed from the shots at its start and the whole way since, never step by step: so
 * dragging back restores them exactly, and turning Ripple on or off half-way is as if it had been so at once.
 */
export function dragEdge(start: Shots, edge: number, deltaSeconds: number, trim: Trim): ShotsEdit {
	const from = totalSeconds(start.slice(0, edge + 1));
	return moveEdge(start, edge, from + Math.round(deltaSeconds), trim);
}

/** The dragged block takes the place of each shot whose middle its leading edge has passed. */
export function dragShot(start: Shots, index: number, deltaSeconds: number): ShotsEdit {
	return moveShot(start, index, dropIndex(start, index, deltaSeconds));
}

function dropIndex(start: Shots, index: number, deltaSeconds: number): number {
	const left = totalSeconds(start.slice(0, index)) + deltaSeconds;
	const right = left + (start[index]?.seconds ?? 0);
	const passed = (at: number) => {
		const middle = totalSeconds(start.slice(0, at)) + (start[at]?.seconds ?? 0) / 2;
		return at < index ? left < middle : right > middle;
	};
	const others = [...start.keys()].filter((at) => at !== index && passed(at));
	return deltaSeconds < 0 ? Math.min(index, ...others) : Math.max(index, ...others);
}
