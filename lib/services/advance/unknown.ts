import "server-only";
import { Buffer } from "node:buffer";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import { unreachable } from "@/lib/domain/result";
import { unknownStep } from "@/lib/domain/schedule/unknown-steps";
import { unfoldImage } from "@/lib/domain/take/fold-image";
import type { StateOf } from "@/lib/domain/take/state";
import type { Dispatch } from "@/lib/ports/dispatch";
import type { ComposedRequest, FindOutcome, LookOutcome } from "@/lib/ports/gateway";
import { stepFromLook } from "@/lib/services/advance/apply-look";
import { callFreely, gatewayOf } from "@/lib/services/advance/call-freely";
import { type Held, LostClaim, takeOf } from "@/lib/services/advance/held";
import type { LookDoors } from "@/lib/services/advance/look";
import { payOnce } from "@/lib/services/advance/pay";
import { planWake } from "@/lib/services/advance/plan-wake";
import { readImage } from "@/lib/services/advance/prepare-image";
import type { SendDoors } from "@/lib/services/advance/send";
import { giveBack, type Step, writeOrDrop, writeStep } from "@/lib/services/advance/write-step";
import { findMeans } from "@/lib/services/find-means";

type UnknownDoors = LookDoors & SendDoors;
type Unknown = StateOf<"outcome-unknown">;

/** The next thing that is allowed about an outcome nobody knows; what that is depends on the gateway. */
export async function resolveUnknown(doors: UnknownDoors, held: Held, state: Unknown): Promise<void> {
	const known = state.lost.what === "ending" ? state.lost.remoteId : held.claim.hintedRemoteId;
	if (known !== null && (await lookAtKnown(doors, held, known))) return;
	const step = unknownStep(state, catalogEntry(takeOf(held).gateway).unknownOutcome, doors.clock.nowMs());
	switch (step) {
		case "look":
			return known === null || state.lost.what === "answer" ? search(doors, held, state) : lookInVain(doors, held);
		case "resend":
			return resend(doors, held);
		case "nothing":
			return rest(doors, held);
		default:
			return unreachable(step);
	}
}

/** True when the take was written or given back. A hint that leads nowhere leaves the search to go on. */
async function lookAtKnown(doors: UnknownDoors, held: Held, remoteId: string): Promise<boolean> {
	doors.crashPoint("unknown:before-look");
	const call = await callFreely(doors, held, (gateway, access) => gateway.status(remoteId, access));
	doors.crashPoint("unknown:after-look");
	if (call.kind === "later") {
		await giveBack(doors, held, call.atMs);
		return true;
	}
	if (call.outcome.kind === "unclear" || isBadHint(held, call.outcome)) return false;
	doors.crashPoint("unknown:before-record");
	const step = stepFromLook(takeOf(held), remoteId, call.outcome, doors.clock.nowMs());
	const outcome = await writeStep(doors, held, step);
	doors.crashPoint("unknown:after-record");
	if (outcome.kind === "stale") throw new LostClaim(held);
	return outcome.kind === "recorded";
}

/** That the gateway does not know the task of a hint says nothing about the task we paid for. */
function isBadHint(held: Held, outcome: LookOutcome): boolean {
	const { state } = takeOf(held);
	const isHint = state.kind === "outcome-unknown" && state.lost.what === "answer";
	return isHint && outcome.kind === "failed" && outcome.failure.code === "gone";
}

async function search(doors: UnknownDoors, held: Held, { lost }: Unknown): Promise<void> {
	const dispatch = lost.what === "answer" ? await doors.queue.findDispatch(takeOf(held).id) : null;
	if (lost.what !== "answer" || dispatch === null) return lookInVain(doors, held);
	const request = (await unfold(doors, held, dispatch)) ?? dispatch.request;
	const claimedRemoteIds = await doors.queue.listRemoteIds(dispatch.gateway, lost.sentBetweenMs[0] - CLOCKS_APART_MS);
	const { dispatchId, sentBetweenMs } = lost;
	const near = [sentBetweenMs[0] - RIVALS_WITHIN_MS, sentBetweenMs[1] + RIVALS_WITHIN_MS] as const;
	const isAlone = !(await doors.queue.hasRivals(dispatchId, dispatch.gateway, near));
	const sought = { dispatchId, request, sentBetweenMs, claimedRemoteIds, isAlone };
	doors.crashPoint("unknown:before-look");
	const call = await callFreely(doors, held, async (gateway, access): Promise<FindOutcome> => {
		return (await gateway.findByOurId?.(sought, access)) ?? NO_WAY;
	});
	doors.crashPoint("unknown:after-look");
	if (call.kind === "later") return giveBack(doors, held, call.atMs);
	doors.failures.clear(takeOf(held).id);
	await noteFinding(doors, held, call.outcome);
}

const CLOCKS_APART_MS = 3_600_000;
/** Two requests this near to each other cannot be told apart by a task's time alone. */
const RIVALS_WITHIN_MS = 60_000;
const NO_WAY: FindOutcome = { kind: "unclear", reason: "It offers no way to look.", retryAfterMs: null };

async function noteFinding(doors: UnknownDoors, held: Held, outcome: FindOutcome): Promise<void> {
	if (outcome.kind !== "found") return lookInVain(doors, held, outcome.kind);
	const atMs = doors.clock.nowMs();
	const { remoteId } = outcome;
	const step: Step = {
		event: { kind: "found", remoteId, atMs },
		answer: { kind: "found", remoteId, rawReply: null, atMs },
		wakeAtMs: atMs,
	};
	doors.crashPoint("unknown:before-record");
	const recorded = await writeStep(doors, held, step);
	doors.crashPoint("unknown:after-record");
	if (recorded.kind === "stale") throw new LostClaim(held);
	if (recorded.kind === "remote-id-taken") await lookInVain(doors, held);
}

function lookInVain(doors: UnknownDoors, held: Held, answer: "absent" | "unclear" = "unclear"): Promise<void> {
	return writeOrDrop(doors, held, { event: { kind: "looked-in-vain", answer, atMs: doors.clock.nowMs() } });
}

async function rest(doors: UnknownDoors, held: Held): Promise<void> {
	const take = takeOf(held);
	await giveBack(doors, held, await planWake(doors, take, take.state, held.claim.watchedUntilMs));
}

const CANNOT_RESEND_WAIT_MS = 5 * 60_000;

/** The same bytes under the same id, from the intent. */
async function resend(doors: UnknownDoors, held: Held): Promise<void> {
	const take = takeOf(held);
	const dispatch = await doors.queue.findDispatch(take.id);
	const means = await findMeans(doors, take);
	const request = dispatch && (await unfold(doors, held, dispatch));
	if (!dispatch || !request || !means) return giveBack(doors, held, doors.clock.nowMs() + CANNOT_RESEND_WAIT_MS);
	const committedAtMs = doors.clock.monotonicMs();
	const event = { kind: "resend", dispatchId: dispatch.id, atMs: doors.clock.nowMs() } as const;
	doors.crashPoint("resend:before-record");
	await writeOrDrop(doors, held, { event, lease: "keep" });
	doors.crashPoint("resend:after-record");
	await payOnce(doors, held, {
		gateway: gatewayOf(doors, take),
		means,
		request,
		dispatchId: dispatch.id,
		committedAtMs,
	});
}

/** `null` where the image that was folded out of it is gone. */
async function unfold(doors: UnknownDoors, held: Held, { request }: Dispatch): Promise<ComposedRequest | null> {
	const { draft, gateway } = takeOf(held);
	const { image } = draft;
	if (!image || catalogEntry(gateway).image.transport.kind !== "inline") return request;
	const bytes = await readImage(doors, image);
	if (!bytes) return null;
	return { ...request, body: unfoldImage(request.body, Buffer.from(bytes).toString("base64")) };
}
