import type { TakeId } from "@/lib/domain/ids";
import type { StateKind } from "@/lib/domain/take/state";
import { COLUMNS, TRANSITIONS } from "@/lib/domain/take/transition-table";
import type { TakeView } from "@/lib/domain/take/view";

interface Seen {
	readonly kinds: readonly StateKind[];
	readonly attempt: number;
	readonly mayTurnUp: boolean;
	readonly sha256: string | null;
}

const TURNS_UP: readonly string[] = ["settled-by-person", "film-lost"];

/** What the pages saw of each take, one state after the other. */
export class TakeLog {
	readonly complaints: string[] = [];
	readonly #seen = new Map<TakeId, Seen>();

	note({ id, state, left }: TakeView): void {
		const before = this.#seen.get(id);
		const attempt = "attempt" in state ? state.attempt : (before?.attempt ?? 1);
		const last = before?.kinds.at(-1);
		if (before && last !== undefined) this.#judge(id, before, state.kind, attempt);
		if (left && RUNNING.includes(state.kind)) this.complain(`${id} left the history while ${state.kind}.`);
		this.#seen.set(id, {
			kinds: last === state.kind ? (before?.kinds ?? []) : [...(before?.kinds ?? []), state.kind],
			attempt: Math.max(attempt, before?.attempt ?? 1),
			mayTurnUp: state.kind === "failed" && TURNS_UP.includes(state.failure.code),
			sha256: state.kind === "ready" ? state.media.sha256 : (before?.sha256 ?? null),
		});
	}

	complain(what: string): void {
		this.complaints.push(what);
	}

	last(id: TakeId): StateKind | null {
		return this.#seen.get(id)?.kinds.at(-1) ?? null;
	}

	path(id: TakeId): readonly StateKind[] {
		return this.#seen.get(id)?.kinds ?? [];
	}

	#judge(id: TakeId, before: Seen, kind: StateKind, attempt: number): void {
		const last = before.kinds.at(-1);
		if (last === undefined) return;
		const isLateFilm = last === "failed" && before.mayTurnUp && ["saving", "ready", "failed"].includes(kind);
		if (kind !== last && !isLateFilm && !REACHABLE[last].has(kind))
			this.complain(`${id} went from ${last} to ${kind}.`);
		if (attempt < before.attempt) this.complain(`${id} went from attempt ${before.attempt} to ${attempt}.`);
	}
}

const RUNNING: readonly StateKind[] = ["queued", "sending", "rendering", "outcome-unknown"];

/** Once a task exists nothing is sent again; only a failure without certainty is followed by anything. */
const NEVER_AFTER: Partial<Record<StateKind, readonly StateKind[]>> = {
	rendering: ["queued", "sending"],
	saving: ["queued", "sending", "rendering", "outcome-unknown"],
	failed: COLUMNS,
	ready: COLUMNS,
	cancelled: COLUMNS,
};

const REACHABLE = Object.fromEntries(COLUMNS.map((from) => [from, reach(from)])) as Record<StateKind, Set<StateKind>>;

/** A page may miss states in between, so that whatever the table leads to in any number of steps may follow. */
function reach(from: StateKind): Set<StateKind> {
	const found = new Set<StateKind>();
	const open = [from];
	for (let kind = open.pop(); kind !== undefined; kind = open.pop()) {
		for (const row of Object.values(TRANSITIONS)) {
			const cell: readonly StateKind[] | "late" | "never" = row[COLUMNS.indexOf(kind)] ?? "never";
			if (typeof cell === "string") continue;
			for (const next of cell) {
				if (found.has(next)) continue;
				found.add(next);
				open.push(next);
			}
		}
	}
	for (const never of NEVER_AFTER[from] ?? []) found.delete(never);
	return found;
}
