import "server-only";
import type { BrowserId, RecoveryId } from "@/lib/domain/ids";
import { isOpen } from "@/lib/domain/recovery/recovery";
import { ALREADY_HERE, NO_SUCH_LINK, type RecoveryProblem } from "@/lib/domain/recovery/recovery-problem";
import { ok, type Result, refuse } from "@/lib/domain/result";
import type { Has } from "@/lib/services/doors";

/** Who asks to be let in. */
export interface Newcomer {
	/** Whose history it shows now. */
	readonly browserId: BrowserId;
	/** Where that is another device's: the way in which it gives up. */
	readonly joinedBy: RecoveryId | null;
	/** Its own identity, whichever history it shows. */
	readonly ownId: BrowserId;
}

type RedeemDoors = Has<"recoveries" | "vault" | "clock">;

/** Answers the reference that this device is known by from now on. An answer that got lost can be asked for again. */
export async function redeemRecovery(
	{ recoveries, vault, clock }: RedeemDoors,
	{ browserId, joinedBy, ownId }: Newcomer,
	token: string,
): Promise<Result<string, RecoveryProblem>> {
	const found = await recoveries.findByToken(vault.hash(token));
	if (!found) return refuse(NO_SUCH_LINK);
	if (found.browserId === browserId) return refuse(ALREADY_HERE);
	const { recovery } = found;
	const purpose = `device|${ownId}|${token}`;
	const reference = vault.derive(purpose);
	for (const given of [reference, ...vault.deriveAsBefore(purpose)]) {
		if ((await recoveries.findByDevice(vault.hash(given)))?.id === recovery.id) return ok(given);
	}
	if (!isOpen(recovery, clock.nowMs())) return refuse(NO_SUCH_LINK);
	if ((await recoveries.admit(recovery.id, vault.hash(reference), clock.nowMs())) === "taken")
		return refuse(NO_SUCH_LINK);
	if (joinedBy) await recoveries.revoke(browserId, joinedBy);
	return ok(reference);
}
