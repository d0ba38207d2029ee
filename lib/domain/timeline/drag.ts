import { type Shots, totalSeconds } from "../shot";
import { moveEdge } from "./edges";
import type { ShotsEdit } from "./edit-problem";
import { moveShot } from "./move-shot";
import type { Trim } from "./trim";

/** Always from the shots at the drag's start, never step by step: dragging back restores them exactly. */
export function dragEdge(start: Shots, edge: number, deltaSeconds: number, trim: Trim): ShotsEdit {
	const from = totalSeconds(start.slice(0, edge + 1));
	return moveEdge(start, edge, from + Math.round(deltaSeconds), trim);
}

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
