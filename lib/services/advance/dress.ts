import "server-only";
import type { StateOf } from "@/lib/domain/take/state";
import type { Extras } from "@/lib/domain/take/take";
import type { FilmDresser } from "@/lib/ports/film-dresser";
import { type Held, takeOf } from "@/lib/services/advance/held";
import { giveBack } from "@/lib/services/advance/write-step";
import type { Has } from "@/lib/services/doors";

export type DressDoors = Has<
	"dresser" | "dressTurns" | "takes" | "queue" | "clock" | "log" | "failures" | "crashPoint"
>;

const MAX_TRIES = 3;
const RETRY_MS = 60_000;
const TURN_WAIT_MS = 3_000;
const BARE: Extras = { hasPoster: false, hasPeaks: false, hasLastFrame: false, flashScore: null };

/** What hangs beside a ready film. It can be watched meanwhile, and without it too. */
export async function dressFilm(doors: DressDoors, held: Held, state: StateOf<"ready">): Promise<void> {
	if (doors.dresser === null || takeOf(held).extras !== null) return giveBack(doors, held, null);
	const endTurn = doors.dressTurns.take();
	if (endTurn === null) return giveBack(doors, held, doors.clock.nowMs() + TURN_WAIT_MS);
	try {
		await dressInTurn(doors, doors.dresser, held, state);
	} finally {
		endTurn();
	}
}

async function dressInTurn(
	doors: DressDoors,
	dresser: FilmDresser,
	held: Held,
	{ media }: StateOf<"ready">,
): Promise<void> {
	const take = takeOf(held);
	doors.crashPoint("dress:before-dress");
	try {
		await doors.takes.dress(take.id, await dresser.dress(media.mediaId, held.signal));
		doors.failures.clear(take.id);
	} catch (problem) {
		held.signal.throwIfAborted();
		doors.log.error("dressing-failed", { take: take.id }, problem);
		if (doors.failures.add(take.id) < MAX_TRIES) return giveBack(doors, held, doors.clock.nowMs() + RETRY_MS);
		await doors.takes.dress(take.id, BARE);
	}
	doors.crashPoint("dress:after-dress");
	await giveBack(doors, held, null);
}
