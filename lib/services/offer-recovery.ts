import "server-only";
import { type BrowserId, mintId, recoveryIdSchema } from "@/lib/domain/ids";
import { MAX_DEVICES, newRecovery, type RecoveryView } from "@/lib/domain/recovery/recovery";
import { type RecoveryProblem, TOO_MANY_DEVICES } from "@/lib/domain/recovery/recovery-problem";
import { ok, type Result, refuse } from "@/lib/domain/result";
import type { Has } from "@/lib/services/doors";

export interface OfferedRecovery {
	readonly recovery: RecoveryView;
	/** Shown this once. */
	readonly token: string;
}

const TOKEN_BYTES = 32;

/** A link that opens this browser's history on one other device. */
export async function offerRecovery(
	{ recoveries, vault, random, clock }: Has<"recoveries" | "vault" | "random" | "clock">,
	browserId: BrowserId,
): Promise<Result<OfferedRecovery, RecoveryProblem>> {
	const devices = (await recoveries.list(browserId)).filter(({ usedAtMs }) => usedAtMs !== null);
	if (devices.length >= MAX_DEVICES) return refuse(TOO_MANY_DEVICES);
	const token = Buffer.from(random.bytes(TOKEN_BYTES)).toString("base64url");
	const recovery = newRecovery(mintId(recoveryIdSchema, "rc", random.bytes(16)), clock.nowMs());
	await recoveries.offer({ recovery, browserId, tokenHash: vault.hash(token) });
	return ok({ recovery: { ...recovery, isHere: false }, token });
}
