import "server-only";
import type { DispatchId } from "@/lib/domain/ids";
import { unreachable } from "@/lib/domain/result";
import { backoffMs, retryAtMs } from "@/lib/domain/schedule/retry-after";
import type { TakeEvent } from "@/lib/domain/take/event";
import type { DispatchAnswer } from "@/lib/ports/dispatch";
import type { StartOutcome } from "@/lib/ports/gateway";
import { type Held, LostClaim, takeOf } from "@/lib/services/advance/held";
import type { PaidOutcome, PayDoors } from "@/lib/services/advance/paid-outcome";
import { isOutOfPatience, notSent } from "@/lib/services/advance/patience";
import { type Step, writeStep } from "@/lib/services/advance/write-step";

/** The task's id must not be lost: whatever the store answers, it is written down or left for whoever has the take. */
export async function recordAnswer(
	doors: PayDoors,
	held: Held,
	dispatchId: DispatchId,
	outcome: PaidOutcome,
): Promise<void> {
	const recorded = await insist(doors, () => writeStep(doors, held, stepOf(doors, held, outcome)));
	if (recorded.kind === "recorded") return;
	if (recorded.kind === "stale") {
		if (outcome.kind === "accepted") await leaveWord(doors, dispatchId, outcome.remoteId);
		throw new LostClaim(held);
	}
	doors.log.warn("task-belongs-to-another", { take: takeOf(held).id, other: recorded.by });
	const why = "The gateway named a task that belongs to another take.";
	await writeStep(doors, held, stepOf(doors, held, { kind: "lost", why }));
}

async function leaveWord(doors: PayDoors, dispatchId: DispatchId, remoteId: string): Promise<void> {
	doors.crashPoint("send:before-leave-word");
	await insist(doors, () => doors.queue.leaveWord(dispatchId, remoteId, doors.clock.nowMs()));
}

const TRIES = 8;

/** A database that blinks just now must not cost the person the knowledge of what was paid. */
async function insist<Value>(doors: PayDoors, write: () => Promise<Value>): Promise<Value> {
	for (let failures = 1; ; failures += 1) {
		try {
			return await write();
		} catch (problem) {
			if (failures === TRIES) throw problem;
			doors.log.error("answer-not-recorded-yet", { failures }, problem);
			await doors.clock.wait(backoffMs(failures, doors.random.unit()) / 4, NEVER);
		}
	}
}

const NEVER = new AbortController().signal;

function stepOf(doors: PayDoors, held: Held, outcome: PaidOutcome): Step {
	const atMs = doors.clock.nowMs();
	const take = takeOf(held);
	switch (outcome.kind) {
		case "accepted": {
			const { remoteId, etaSeconds, bill, rawReply } = outcome;
			const answer = { kind: "accepted", remoteId, rawReply, atMs } as const;
			return { event: { kind: "accepted", remoteId, etaSeconds, atMs }, bill, answer };
		}
		case "refused":
			return refusedStep(doors, held, outcome, atMs);
		case "unsent": {
			const spent = isOutOfPatience(take, "unreached", atMs);
			const event: TakeEvent = spent
				? { kind: "refused", failure: notSent(take, outcome.why), atMs }
				: { kind: "not-created", why: outcome.why, notBeforeMs: atMs + pauseMs(doors, take.attempts), atMs };
			return { event, answer: answerFor(held, "not-created", null, atMs) };
		}
		case "unknown":
			return lostStep(outcome, outcome.rawReply, atMs);
		case "lost":
			return lostStep({ reason: outcome.why, mayRepeat: true }, null, atMs);
		default:
			return unreachable(outcome);
	}
}

function pauseMs({ random }: PayDoors, attempts: number): number {
	return backoffMs(Math.max(1, attempts), random.unit());
}

type Refused = Extract<StartOutcome, { kind: "refused" }>;

/** Refused because it is busy is no verdict on the request: it is held until there is room. */
function refusedStep(doors: PayDoors, held: Held, outcome: Refused, atMs: number): Step {
	const { failure, retryAfterMs, rawReply } = outcome;
	const answer = answerFor(held, "refused", rawReply, atMs);
	if (retryAfterMs === null || isOutOfPatience(takeOf(held), "busy", atMs)) {
		return { event: { kind: "refused", failure, atMs }, answer };
	}
	const notBeforeMs = retryAtMs(atMs, retryAfterMs, doors.random.unit());
	return { event: { kind: "not-created", why: failure.sentence, notBeforeMs, atMs }, answer };
}

type Doubt = Pick<Extract<StartOutcome, { kind: "unknown" }>, "reason" | "mayRepeat">;

function lostStep({ reason, mayRepeat }: Doubt, rawReply: string | null, atMs: number): Step {
	return {
		event: { kind: "outcome-lost", reason, mayRepeat, atMs },
		answer: { kind: "lost", remoteId: null, rawReply, atMs },
	};
}

/** What a repeat met says nothing about the first try, whose answer stays lost. */
function answerFor(held: Held, kind: "refused" | "not-created", rawReply: string | null, atMs: number): DispatchAnswer {
	const { state } = takeOf(held);
	const isRepeat = state.kind === "sending" && state.resends > 0;
	return { kind: isRepeat ? "lost" : kind, remoteId: null, rawReply, atMs };
}
