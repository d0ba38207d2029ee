import "server-only";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { BrowserId, TakeId } from "@/lib/domain/ids";
import { ok, type Result, refuse } from "@/lib/domain/result";
import { cancelOffer } from "@/lib/domain/take/cancel-offer";
import type { Take } from "@/lib/domain/take/take";
import { MISSING, type TakeProblem } from "@/lib/domain/take/take-problem";
import { type TakeView, viewTake } from "@/lib/domain/take/view";
import { type ChangeDoors, changeOwnTake, type PersonStep } from "@/lib/services/change-own-take";

/** Stops what can be stopped. Where the gateway has no call for it, the take is only no longer watched. */
export async function cancelTake(
	doors: ChangeDoors,
	browserId: BrowserId,
	id: TakeId,
): Promise<Result<TakeView, TakeProblem>> {
	const found = await doors.takes.find(browserId, id);
	if (!found) return refuse(MISSING);
	if (offerFor(found.take).kind === "stop-watching") {
		const take = await doors.takes.label(browserId, id, { watching: false });
		return take ? ok(viewTake(take)) : refuse(MISSING);
	}
	return changeOwnTake(doors, browserId, id, stopIfOffered);
}

function stopIfOffered(take: Take, atMs: number): Result<PersonStep, TakeProblem> {
	const { kind, sentence } = offerFor(take);
	if (kind !== "cancel") return refuse({ kind: "not-now", sentence });
	// At the gateway the worker asks; before that nothing is left to do.
	const isThere = take.state.kind === "rendering";
	return ok({ event: { kind: "cancel-requested", atMs }, ...(isThere ? { wakeAtMs: atMs } : {}) });
}

function offerFor(take: Take) {
	return cancelOffer(take, catalogEntry(take.gateway));
}
