import type { TakeState } from "@/lib/domain/take/state";
import type { Take } from "@/lib/domain/take/take";
import type { DispatchIntent } from "@/lib/ports/dispatch";
import type { Claim, StateChange } from "@/lib/ports/take-queue";
import type { NewTake } from "@/lib/ports/take-store";
import type { Stores } from "@/lib/storage/open-storage";
import { aChange, aClick, anIntent, aTake, NOW, sending } from "./builders";

/** A stored take, as a click leaves it. */
export async function click(
	stores: Stores,
	changes: Partial<Take> = {},
	click: Partial<Omit<NewTake, "take">> = {},
): Promise<Take> {
	const outcome = await stores.takes.create(aClick(aTake(changes), click));
	if (outcome.kind !== "created") throw new Error(`The click was answered with ${outcome.kind}.`);
	return outcome.take;
}

export async function claimAll(stores: Stores, nowMs = NOW, leaseUntilMs = nowMs + 30_000): Promise<readonly Claim[]> {
	return stores.queue.claimDue({ worker: "worker-1", nowMs, leaseUntilMs, limit: 100 });
}

/** The only one that is due. */
export async function claimOne(stores: Stores, nowMs = NOW, leaseUntilMs = nowMs + 30_000): Promise<Claim> {
	const [claim, ...more] = await claimAll(stores, nowMs, leaseUntilMs);
	if (!claim || more.length > 0) throw new Error(`${claim ? more.length + 1 : 0} takes were due instead of one.`);
	return claim;
}

export async function commit(
	stores: Stores,
	claim: Claim,
	intent: DispatchIntent = anIntent(),
): Promise<{ readonly claim: Claim; readonly intent: DispatchIntent }> {
	const outcome = await stores.queue.commitIntent(claim, intent, sending(intent.id, intent.attempt));
	if (outcome.kind !== "committed") throw new Error(`The intent was answered with ${outcome.kind}.`);
	return { claim: outcome.claim, intent };
}

/** The claim that goes on, or the spent one. */
export async function record(stores: Stores, claim: Claim, change: StateChange): Promise<Claim> {
	const outcome = await stores.queue.record(claim, change);
	if (outcome.kind !== "recorded") throw new Error(`The step was answered with ${outcome.kind}.`);
	return outcome.claim ?? claim;
}

/** A take in any state, with an empty queue behind it. */
export async function clickInto(stores: Stores, state: TakeState, changes: Partial<Take> = {}): Promise<Take> {
	const take = await click(stores, changes, { nextWakeAtMs: NOW - 1 });
	const claim = await claimOne(stores, NOW - 1);
	const finished = ["ready", "failed", "cancelled", "outcome-unknown"].includes(state.kind);
	await record(stores, claim, aChange(state, { nextWakeAtMs: finished ? null : NOW + 3_600_000 }));
	return { ...take, state };
}
