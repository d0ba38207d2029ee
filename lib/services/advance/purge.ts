import "server-only";
import { mediaGoAtMs } from "@/lib/domain/history/leaving";
import type { Take } from "@/lib/domain/take/take";
import { type Held, takeOf } from "@/lib/services/advance/held";
import { giveBack } from "@/lib/services/advance/write-step";
import { deleteFilm } from "@/lib/services/delete-film";
import type { Has } from "@/lib/services/doors";

type PurgeDoors = Has<"queue" | "shares" | "media" | "clock" | "crashPoint">;

/** A take that has left, and whose time to come back is over. A live link keeps it until the link ends. */
export async function purgeTake(doors: PurgeDoors, held: Held, left: NonNullable<Take["left"]>): Promise<void> {
	const { id, state } = takeOf(held);
	const nowMs = doors.clock.nowMs();
	const goAtMs = mediaGoAtMs(left, await doors.shares.liveUntilMs(id, nowMs));
	if (goAtMs > nowMs) return giveBack(doors, held, goAtMs);
	doors.crashPoint("purge:before-media");
	const outcome = await doors.queue.purge(held.claim);
	doors.crashPoint("purge:after-row");
	if (outcome === "stale" || state.kind !== "ready") return;
	await deleteFilm(doors, state.media.mediaId);
	doors.crashPoint("purge:after-media");
}
