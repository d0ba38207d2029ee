import "server-only";
import type { BrowserId, TakeId } from "@/lib/domain/ids";
import { ok, type Result, refuse } from "@/lib/domain/result";
import { MISSING, type TakeProblem } from "@/lib/domain/take/take-problem";
import { type TakeView, viewTake } from "@/lib/domain/take/view";
import type { Has } from "@/lib/services/doors";

/** Back into the history, as long as its media are here. */
export async function restoreTake(
	{ takes }: Has<"takes">,
	browserId: BrowserId,
	id: TakeId,
): Promise<Result<TakeView, TakeProblem>> {
	const take = await takes.restore(browserId, id);
	return take ? ok(viewTake(take)) : refuse(MISSING);
}
