import "server-only";
import { canKeepMore } from "@/lib/domain/history/keep";
import type { BrowserId, TakeId } from "@/lib/domain/ids";
import { ok, type Result, refuse } from "@/lib/domain/result";
import { MISSING, type TakeProblem } from "@/lib/domain/take/take-problem";
import { type TakeView, viewTake } from "@/lib/domain/take/view";
import type { Has } from "@/lib/services/doors";

/** A kept take does not make room for others. */
export async function keepTake(
	{ takes }: Has<"takes">,
	browserId: BrowserId,
	id: TakeId,
	keep: boolean,
): Promise<Result<TakeView, TakeProblem>> {
	const others = (await takes.list(browserId)).filter((take) => take.labels.keep && take.id !== id);
	const room = canKeepMore(others.length);
	if (keep && !room.ok) return refuse({ kind: "too-many-kept", sentence: room.problem });
	const take = await takes.label(browserId, id, { keep });
	return take ? ok(viewTake(take)) : refuse(MISSING);
}
