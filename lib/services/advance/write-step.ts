import "server-only";
import type { Bill } from "@/lib/domain/bill";
import type { TakeEvent } from "@/lib/domain/take/event";
import { transition } from "@/lib/domain/take/transition";
import type { DispatchAnswer } from "@/lib/ports/dispatch";
import type { RecordOutcome } from "@/lib/ports/take-queue";
import { type Held, LostClaim, takeOf } from "@/lib/services/advance/held";
import { planWake } from "@/lib/services/advance/plan-wake";
import { billTake } from "@/lib/services/bill-take";
import type { Has } from "@/lib/services/doors";

export type WriteDoors = Has<"queue" | "receipts" | "clock" | "learnedTimes" | "dresser" | "callbacksHeard">;

export interface Step {
	readonly event: TakeEvent;
	readonly bill?: Bill;
	readonly answer?: DispatchAnswer | null;
	readonly lease?: "keep" | "release";
	/** Instead of the schedule's own. */
	readonly wakeAtMs?: number;
}

/** Moves the take by what happened and writes everything that follows from it, whole or not at all. */
export async function writeStep(doors: WriteDoors, held: Held, step: Step): Promise<RecordOutcome> {
	const { event, bill, answer = null, lease = "release" } = step;
	const take = takeOf(held);
	const { changed, state } = transition(take.state, event);
	const money = await billTake(doors, take, state, bill);
	const wakeAtMs = step.wakeAtMs ?? (await planWake(doors, take, state, held.claim.watchedUntilMs));
	if (!changed && answer === null && money.receipt === null && lease === "release") {
		await giveBack(doors, held, wakeAtMs);
		return { kind: "recorded", claim: null };
	}
	const change = { state, atMs: event.atMs, nextWakeAtMs: wakeAtMs, answer, lease, ...money };
	const outcome = await doors.queue.record(held.claim, change);
	if (outcome.kind === "recorded" && outcome.claim) held.claim = outcome.claim;
	return outcome;
}

/** For steps whose loss harms nobody: another worker has the take, and sees for itself. */
export async function writeOrDrop(doors: WriteDoors, held: Held, step: Step): Promise<void> {
	const outcome = await writeStep(doors, held, step);
	if (outcome.kind === "stale") throw new LostClaim(held);
	if (outcome.kind === "remote-id-taken") throw new Error(`The task of take ${takeOf(held).id} belongs to another.`);
}

/** Nothing to tell: the take goes back as it was. */
export async function giveBack(doors: Has<"queue">, held: Held, wakeAtMs: number | null): Promise<void> {
	await doors.queue.release(held.claim, wakeAtMs);
}
