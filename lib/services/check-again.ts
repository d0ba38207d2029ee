import "server-only";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { BrowserId, TakeId } from "@/lib/domain/ids";
import { ok, type Result, refuse } from "@/lib/domain/result";
import { availableActions } from "@/lib/domain/take/actions";
import { MISSING, type TakeProblem } from "@/lib/domain/take/take-problem";
import type { Has } from "@/lib/services/doors";

const NOT_OFFERED: TakeProblem = {
	kind: "not-offered",
	sentence: "There is nothing to look up: the outcome is known, or the gateway offers no way to ask.",
};

/** Makes the next look happen now. The worker looks; the answer comes by the stream. */
export async function checkAgain(
	{ takes, queue, clock }: Has<"takes" | "queue" | "clock">,
	browserId: BrowserId,
	id: TakeId,
): Promise<Result<null, TakeProblem>> {
	const found = await takes.find(browserId, id);
	if (!found) return refuse(MISSING);
	const offers = availableActions(found.take, catalogEntry(found.take.gateway), 0);
	if (!offers.some(({ action }) => action === "check-again")) return refuse(NOT_OFFERED);
	await queue.wake(id, clock.nowMs());
	return ok(null);
}
