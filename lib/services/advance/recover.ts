import "server-only";
import { type Held, takeOf } from "@/lib/services/advance/held";
import { type WriteDoors, writeOrDrop } from "@/lib/services/advance/write-step";
import type { Has } from "@/lib/services/doors";

/** Claimed in `sending`: whoever sent it is gone, and its outcome with it. It never goes back to the queue. */
export async function giveUpAnswer(doors: WriteDoors & Has<"log" | "crashPoint">, held: Held): Promise<void> {
	const atMs = doors.clock.nowMs();
	doors.log.warn("answer-lost-with-worker", { take: takeOf(held).id });
	doors.crashPoint("recover:before-record");
	await writeOrDrop(doors, held, {
		event: { kind: "outcome-lost", reason: "The server stopped before the answer came.", mayRepeat: true, atMs },
		answer: { kind: "lost", remoteId: null, rawReply: null, atMs },
		...(held.claim.hintedRemoteId === null ? {} : { wakeAtMs: atMs }),
	});
	doors.crashPoint("recover:after-record");
}
