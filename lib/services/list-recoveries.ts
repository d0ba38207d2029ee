import "server-only";
import type { BrowserId, RecoveryId } from "@/lib/domain/ids";
import { isOpen, type RecoveryView } from "@/lib/domain/recovery/recovery";
import type { Has } from "@/lib/services/doors";

/** The link that still opens, and the devices that came by one. */
export async function listRecoveries(
	{ recoveries, clock }: Has<"recoveries" | "clock">,
	browserId: BrowserId,
	joinedBy: RecoveryId | null,
): Promise<readonly RecoveryView[]> {
	const nowMs = clock.nowMs();
	return (await recoveries.list(browserId))
		.filter((recovery) => recovery.usedAtMs !== null || isOpen(recovery, nowMs))
		.map((recovery) => ({ ...recovery, isHere: recovery.id === joinedBy }));
}
