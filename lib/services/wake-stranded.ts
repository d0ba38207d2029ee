import "server-only";
import type { Has } from "@/lib/services/doors";

/** Every take that is under way must have somebody coming back to it. Finding one that has not means that something is broken. */
export async function wakeStranded({ queue, clock, log }: Has<"queue" | "clock" | "log">): Promise<number> {
	const count = await queue.wakeStranded(clock.nowMs());
	if (count > 0) log.warn("takes-were-stranded", { count });
	return count;
}
