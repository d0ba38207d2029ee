import type { EventKind } from "./event";
import type { StateKind } from "./state";

/**
 * What an event may do to a take: the states it may lead to, `late` where it comes too late to tell anything new
 * and changes nothing, `never` where meeting it means that something is broken.
 */
export type Cell = readonly StateKind[] | "late" | "never";
export type Row = readonly [Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell];

const x = "never";
const z = "late";
const q = "queued";
const s = "sending";
const r = "rendering";
const v = "saving";
const d = "ready";
const f = "failed";
const c = "cancelled";
const u = "outcome-unknown";

export const COLUMNS = [q, s, r, v, d, f, c, u] as const satisfies readonly StateKind[];

/** One row for each event, one column for each state, in the order of `COLUMNS`. */
export const TRANSITIONS = {
	"intent-committed": [[s], x, x, x, x, x, x, x],
	"not-created": [x, [q, u], x, x, x, x, x, x],
	refused: [[f], [f, u], x, x, x, z, x, x],
	accepted: [x, [r], z, z, z, z, z, [r]],
	"outcome-lost": [x, [u], z, z, z, z, z, z],
	resend: [x, x, x, x, x, x, x, [s]],
	"looked-in-vain": [x, z, z, z, z, z, z, [u]],
	found: [x, [r], z, z, z, z, z, [r]],
	looked: [x, [r], [r], z, z, z, z, [r, u]],
	"film-found": [x, [v], [v], [v], z, [v], z, [v]],
	"render-failed": [x, [f], [f], z, z, z, z, [f]],
	"deadline-passed": [x, x, [u], z, z, z, z, z],
	"save-failed": [x, x, x, [v], z, z, x, x],
	saved: [x, x, x, [d], z, x, x, x],
	"film-lost": [x, x, x, [f], z, z, x, x],
	"cancel-requested": [[c], z, [r], z, z, z, z, z],
	"cancel-too-late": [x, x, [r], z, z, z, z, z],
	cancelled: [x, x, [c], z, z, z, z, x],
	"settled-by-person": [z, z, z, z, z, z, z, [f]],
} as const satisfies Record<EventKind, Row>;

export function cellFor(state: StateKind, event: EventKind): Cell {
	const row: Row = TRANSITIONS[event];
	return row[COLUMNS.indexOf(state)] ?? "never";
}
