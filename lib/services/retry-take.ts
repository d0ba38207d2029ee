import "server-only";
import type { BrowserId } from "@/lib/domain/ids";
import { refuse } from "@/lib/domain/result";
import type { Repeat } from "@/lib/domain/submit/order";
import { isFinished } from "@/lib/domain/take/state";
import { type SubmitFromDoors, type SubmitFromResult, submitFrom } from "@/lib/services/submit-from";
import { PROBLEMS } from "@/lib/services/submit-problems";

/** A new take from the draft of one that failed, was cancelled, or whose outcome nobody knows; at today's price. */
export async function retryTake(
	doors: SubmitFromDoors,
	address: string | null,
	browserId: BrowserId,
	repeat: Repeat,
): Promise<SubmitFromResult> {
	const { takeId, submitKey, shown, leaving } = repeat;
	const found = await doors.takes.find(browserId, takeId);
	if (!found) return refuse(PROBLEMS.takeMissing);
	const { gateway, draft, state } = found.take;
	if (!isFinished(state) && state.kind !== "outcome-unknown") return refuse(PROBLEMS.stillRunning);
	// The take keeps its image; the browser's own list of images may have let it go.
	if (draft.image) await doors.images.remember(browserId, draft.image, doors.clock.nowMs());
	return submitFrom(doors, address, browserId, { submitKey, gateway, draft, shown, leaving }, takeId);
}
