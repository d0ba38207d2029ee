import "server-only";
import type { StateOf } from "@/lib/domain/take/state";
import type { Extras } from "@/lib/domain/take/take";
import { type Held, takeOf } from "@/lib/services/advance/held";
import { giveBack } from "@/lib/services/advance/write-step";
import type { Has } from "@/lib/services/doors";

export type DressDoors = Has<"dresser" | "takes" | "queue" | "clock" | "log" | "failures" | "crashPoint">;

const MAX_TRIES = 3;
const RETRY_MS = 60_000;
const BARE: Extras = { hasPoster: false, hasPeaks: false, hasLastFrame: false, flashScore: null };

/** What hangs beside a ready film. It can be watched meanwhile, and without it too. */
export async function dressFilm(doors: DressDoors, held: Held, { media }: StateOf<"ready">): Promise<void> {
	const take = takeOf(held);
	if (doors.dresser === null || take.extras !== null) return giveBack(doors, held, null);
	doors.crashPoint("dress:before-dress");
	try {
		await doors.takes.dress(take.id, await doors.dresser.dress(media.mediaId, held.signal));
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
