import "server-only";
import type { ActProblem } from "@/lib/domain/act-problem";
import { durationSeconds } from "@/lib/domain/draft";
import type { BrowserId, TakeId } from "@/lib/domain/ids";
import { type Result, refuse } from "@/lib/domain/result";
import type { Order } from "@/lib/domain/submit/order";
import type { SubmitProblem } from "@/lib/domain/submit/submit-problem";
import type { LimitRule } from "@/lib/ports/limiter";
import type { Has } from "@/lib/services/doors";
import { type SubmitDoors, type Submitted, submitTake } from "@/lib/services/submit-take";

export type SubmitFromDoors = SubmitDoors & Has<"limiter">;

export type SubmitFromResult = Result<Submitted, SubmitProblem | ActProblem>;

/** Half of what two cores draw in that time: the renderer is one for everybody, and a new cookie is a new browser. */
const ANIMATICS_OF_ADDRESS: LimitRule = { name: "animatic-address", points: 30, perMs: 4 * 60_000 };
const SECONDS_PER_POINT = 5;

/** `submitTake` for whoever stands behind an address; `null` for the machine's own people, whose renderer it is. */
export async function submitFrom(
	doors: SubmitFromDoors,
	address: string | null,
	browserId: BrowserId,
	order: Order,
	retryOf: TakeId | null = null,
): Promise<SubmitFromResult> {
	const crowded = order.gateway === "animatic" && address !== null ? await findCrowd(doors, address, order) : null;
	// A click that was answered before takes no more room, however often it comes.
	if (crowded && !(await doors.takes.findBySubmitKey(browserId, order.submitKey))) return refuse(crowded);
	return submitTake(doors, browserId, order, retryOf);
}

async function findCrowd({ limiter }: SubmitFromDoors, address: string, { draft }: Order): Promise<ActProblem | null> {
	const cost = Math.ceil(durationSeconds(draft) / SECONDS_PER_POINT);
	const taken = await limiter.take(ANIMATICS_OF_ADDRESS, address, cost);
	if (taken.kind === "allowed") return null;
	const { retryAfterMs } = taken;
	const wait = `${Math.ceil(retryAfterMs / 1_000)} s`;
	const sentence = `Your network has asked for many animatics. To leave room for others, the next one can start in ${wait}.`;
	return { kind: "limited", retryAfterMs, sentence };
}
