import "server-only";
import { stepFromLook } from "@/lib/services/advance/apply-look";
import { callFreely } from "@/lib/services/advance/call-freely";
import { type Held, takeOf } from "@/lib/services/advance/held";
import type { LookDoors } from "@/lib/services/advance/look";
import { giveBack, writeStep } from "@/lib/services/advance/write-step";

/** A take that ended without its film has been called about once more: if the film exists after all, it is the person's. */
export async function lookForLateFilm(doors: LookDoors, held: Held): Promise<void> {
	const remoteId = held.claim.hintedRemoteId ?? (await doors.queue.findDispatch(takeOf(held).id))?.answer?.remoteId;
	if (!remoteId) return giveBack(doors, held, null);
	const call = await callFreely(doors, held, (gateway, access) => gateway.status(remoteId, access));
	if (call.kind === "later") return giveBack(doors, held, call.atMs);
	if (call.outcome.kind !== "done") return giveBack(doors, held, null);
	const step = stepFromLook(takeOf(held), remoteId, call.outcome, doors.clock.nowMs());
	const outcome = await writeStep(doors, held, step);
	if (outcome.kind === "remote-id-taken") await giveBack(doors, held, null);
}
