import "server-only";
import type { BrowserId, TakeId } from "@/lib/domain/ids";
import { ok, type Result, refuse } from "@/lib/domain/result";
import type { TakeProblem } from "@/lib/domain/take/take-problem";
import type { TakeView } from "@/lib/domain/take/view";
import { type ChangeDoors, changeOwnTake } from "@/lib/services/change-own-take";

/** The person has looked into their account at the gateway, and says how it was. */
export function settleUnknown(
	doors: ChangeDoors,
	browserId: BrowserId,
	id: TakeId,
	charged: "yes" | "no",
): Promise<Result<TakeView, TakeProblem>> {
	return changeOwnTake(doors, browserId, id, ({ state }, atMs) => {
		if (state.kind === "outcome-unknown") return ok({ event: { kind: "settled-by-person", charged, atMs } });
		return refuse({
			kind: "not-now",
			sentence: "The outcome of this take is known by now; there is nothing to settle.",
		});
	});
}
