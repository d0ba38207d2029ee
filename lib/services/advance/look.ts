import "server-only";
import { retryAtMs } from "@/lib/domain/schedule/retry-after";
import type { StateOf } from "@/lib/domain/take/state";
import type { LookOutcome } from "@/lib/ports/gateway";
import { stepFromLook } from "@/lib/services/advance/apply-look";
import { callFreely, type FreeCall, type FreeCallDoors } from "@/lib/services/advance/call-freely";
import { type Held, takeOf } from "@/lib/services/advance/held";
import { noteCaveat } from "@/lib/services/advance/note-caveat";
import { bucketOf, planWake } from "@/lib/services/advance/plan-wake";
import type { Look } from "@/lib/services/advance/share-looks";
import { giveBack, type WriteDoors, writeOrDrop } from "@/lib/services/advance/write-step";
import type { Has } from "@/lib/services/doors";

export type LookDoors = FreeCallDoors & WriteDoors & Has<"takes" | "log" | "crashPoint">;

const DEADLINE_MS = 2 * 3_600_000;

/** One look at a task that is being rendered. A look that fails is not a take that failed. */
export async function lookAtTask(
	doors: LookDoors,
	held: Held,
	state: StateOf<"rendering">,
	look: Look = () => lookAlone(doors, held, state),
): Promise<void> {
	const { remoteId } = state;
	doors.crashPoint("look:before-look");
	const call = await look();
	doors.crashPoint("look:after-look");
	if (call.kind === "later") return lookLater(doors, held, state, call.atMs);
	const { outcome } = call;
	if (outcome.kind === "unclear") {
		return lookLater(doors, held, state, await afterUnclear(doors, held, outcome), outcome.reason);
	}
	doors.failures.clear(takeOf(held).id);
	if (outcome.kind === "done") await learn(doors, held, state, outcome);
	doors.crashPoint("look:before-record");
	if (outcome.kind === "waiting" && isOverdue(doors, state)) return passDeadline(doors, held);
	await writeOrDrop(doors, held, stepFromLook(takeOf(held), remoteId, outcome, doors.clock.nowMs()));
	doors.crashPoint("look:after-record");
}

function lookAlone(doors: LookDoors, held: Held, { remoteId }: StateOf<"rendering">): Promise<FreeCall<LookOutcome>> {
	return callFreely(doors, held, (gateway, access) => gateway.status(remoteId, access));
}

function lookLater(
	doors: LookDoors,
	held: Held,
	state: StateOf<"rendering">,
	atMs: number,
	why?: string,
): Promise<void> {
	return isOverdue(doors, state) ? passDeadline(doors, held, why) : giveBack(doors, held, atMs);
}

type Unclear = Extract<LookOutcome, { kind: "unclear" }>;

async function afterUnclear(doors: LookDoors, held: Held, { retryAfterMs }: Unclear): Promise<number> {
	const nowMs = doors.clock.nowMs();
	if (retryAfterMs !== null) return retryAtMs(nowMs, retryAfterMs, doors.random.unit());
	const take = takeOf(held);
	return (await planWake(doors, take, take.state, held.claim.watchedUntilMs)) ?? nowMs;
}

function isOverdue({ clock }: Has<"clock">, { sinceMs }: StateOf<"rendering">): boolean {
	return clock.nowMs() - sinceMs > DEADLINE_MS;
}

function passDeadline(doors: LookDoors, held: Held, why = ""): Promise<void> {
	const reason = `It has been rendering for two hours, and nobody says how it ended. ${why}`.trim();
	return writeOrDrop(doors, held, { event: { kind: "deadline-passed", reason, atMs: doors.clock.nowMs() } });
}

async function learn(
	doors: LookDoors,
	held: Held,
	{ sinceMs }: StateOf<"rendering">,
	{ film }: Extract<LookOutcome, { kind: "done" }>,
): Promise<void> {
	const take = takeOf(held);
	const nowMs = doors.clock.nowMs();
	if (film.caveat) await noteCaveat(doors, take, film.caveat);
	await doors.learnedTimes.add(bucketOf(take), Math.max(1, nowMs - sinceMs), nowMs).catch((problem: unknown) => {
		doors.log.error("sample-lost", { take: take.id }, problem);
	});
}
