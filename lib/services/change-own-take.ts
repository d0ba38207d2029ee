import "server-only";
import type { BrowserId, TakeId } from "@/lib/domain/ids";
import { ok, type Result, refuse } from "@/lib/domain/result";
import type { TakeEvent } from "@/lib/domain/take/event";
import type { Take } from "@/lib/domain/take/take";
import { MISSING, type TakeProblem } from "@/lib/domain/take/take-problem";
import { transition } from "@/lib/domain/take/transition";
import { type TakeView, viewTake } from "@/lib/domain/take/view";
import { planWake } from "@/lib/services/advance/plan-wake";
import { billTake } from "@/lib/services/bill-take";
import type { Has } from "@/lib/services/doors";

export type ChangeDoors = Has<
	"takes" | "receipts" | "clock" | "learnedTimes" | "dresser" | "callbacksHeard" | "crashPoint"
>;

/** What a person's wish means for the take as it is at this moment. */
export type Decide = (take: Take, atMs: number) => Result<PersonStep, TakeProblem>;

export interface PersonStep {
	readonly event: TakeEvent;
	/** Instead of the schedule's own. */
	readonly wakeAtMs?: number;
}

const TRIES = 10;

/** A person's change of a take's state. Where a worker was faster, the take is read again and the wish judged anew. */
export async function changeOwnTake(
	doors: ChangeDoors,
	browserId: BrowserId,
	id: TakeId,
	decide: Decide,
): Promise<Result<TakeView, TakeProblem>> {
	for (let tries = 0; tries < TRIES; tries += 1) {
		const found = await doors.takes.find(browserId, id);
		if (!found) return refuse(MISSING);
		const decided = decide(found.take, doors.clock.nowMs());
		if (!decided.ok) return decided;
		const outcome = await write(doors, found.take, found.version, decided.value);
		if (outcome.kind === "changed") return ok(viewTake(outcome.take));
		if (outcome.kind === "missing") return refuse(MISSING);
	}
	return refuse({ kind: "busy", sentence: "This take is changing just now. Try again in a moment." });
}

async function write(doors: ChangeDoors, take: Take, version: number, { event, wakeAtMs }: PersonStep) {
	const { changed, state } = transition(take.state, event);
	if (!changed) return { kind: "changed", take } as const;
	const money = await billTake(doors, take, state);
	const nextWakeAtMs = wakeAtMs ?? (await planWake(doors, take, state, null));
	doors.crashPoint("settle:before-change");
	const change = { state, atMs: event.atMs, nextWakeAtMs, answer: null, lease: "release", ...money } as const;
	const outcome = await doors.takes.change(take.browserId, take.id, version, change);
	doors.crashPoint("settle:after-change");
	return outcome;
}
