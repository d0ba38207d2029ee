import "server-only";
import { purgeAtMs } from "@/lib/domain/history/leaving";
import type { BrowserId, TakeId } from "@/lib/domain/ids";
import { ok, type Result, refuse } from "@/lib/domain/result";
import { isFinished } from "@/lib/domain/take/state";
import { MISSING, type TakeProblem } from "@/lib/domain/take/take-problem";
import type { Has } from "@/lib/services/doors";

const NOT_FINISHED: TakeProblem = {
	kind: "not-now",
	sentence: "This take is still under way. It can be deleted once it has ended.",
};

/** Leaves the history now; its media follow a day later, and until then it can be restored. */
export async function deleteTake(
	{ takes, clock }: Has<"takes" | "clock">,
	browserId: BrowserId,
	id: TakeId,
): Promise<Result<null, TakeProblem>> {
	const found = await takes.find(browserId, id);
	if (!found) return refuse(MISSING);
	if (found.take.left) return ok(null);
	if (!isFinished(found.take.state)) return refuse(NOT_FINISHED);
	if (found.take.labels.keep) await takes.label(browserId, id, { keep: false });
	const nowMs = clock.nowMs();
	const left = await takes.leave(browserId, [id], nowMs, purgeAtMs(nowMs));
	return left.length > 0 ? ok(null) : refuse(NOT_FINISHED);
}
