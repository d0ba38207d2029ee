import "server-only";
import type { FailureCode } from "@/lib/domain/failure";
import { unreachable } from "@/lib/domain/result";
import { isFinished, type StateOf } from "@/lib/domain/take/state";
import { cancelTask } from "@/lib/services/advance/cancel";
import { type DressDoors, dressFilm } from "@/lib/services/advance/dress";
import { type Held, takeOf } from "@/lib/services/advance/held";
import { lookForLateFilm } from "@/lib/services/advance/late-film";
import { lookAtTask } from "@/lib/services/advance/look";
import { purgeTake } from "@/lib/services/advance/purge";
import { giveUpAnswer } from "@/lib/services/advance/recover";
import { type SaveDoors, saveFilm } from "@/lib/services/advance/save";
import { type SendDoors, sendTake } from "@/lib/services/advance/send";
import type { Look } from "@/lib/services/advance/share-looks";
import { resolveUnknown } from "@/lib/services/advance/unknown";
import { giveBack } from "@/lib/services/advance/write-step";
import type { Has } from "@/lib/services/doors";

export type AdvanceDoors = SendDoors & SaveDoors & DressDoors & Has<"shares">;

/**
 * Does the one thing that is due for a claimed take, writes it down, and gives the take back. `look` stands in for the
 * take's own look, where it is asked about together with others.
 */
export async function advanceTake(doors: AdvanceDoors, held: Held, look?: Look): Promise<void> {
	const { state, left } = takeOf(held);
	if (left && isFinished(state) && left.purgeAtMs <= doors.clock.nowMs()) return purgeTake(doors, held, left);
	switch (state.kind) {
		case "queued":
			return sendTake(doors, held, state);
		case "sending":
			return giveUpAnswer(doors, held);
		case "rendering":
			return state.cancelRequestedAtMs === null ? lookAtTask(doors, held, state, look) : cancelTask(doors, held, state);
		case "saving":
			return saveFilm(doors, held, state);
		case "ready":
			return dressFilm(doors, held, state);
		case "failed":
			return mayTurnUp(state) ? lookForLateFilm(doors, held) : giveBack(doors, held, null);
		case "cancelled":
			return giveBack(doors, held, null);
		case "outcome-unknown":
			return resolveUnknown(doors, held, state);
		default:
			return unreachable(state);
	}
}

const FILM_MAY_TURN_UP: readonly FailureCode[] = ["settled-by-person", "film-lost"];

function mayTurnUp({ failure }: StateOf<"failed">): boolean {
	return FILM_MAY_TURN_UP.includes(failure.code);
}
