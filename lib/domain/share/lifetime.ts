import { ok, type Result, refuse } from "../result";
import type { ShareGrant } from "./grant";

export const MAX_SHARE_DAYS = 365;
const DAY_MS = 86_400_000;

export function shareExpiresAtMs(nowMs: number, days: number): Result<number, string> {
	if (Number.isInteger(days) && days >= 1 && days <= MAX_SHARE_DAYS) return ok(nowMs + days * DAY_MS);
	return refuse(`A link lasts between 1 and ${MAX_SHARE_DAYS} whole days.`);
}

export type ShareStanding = "live" | "revoked" | "expired";

/** A revoked link stays revoked, also after its end. */
export function shareStanding(grant: Pick<ShareGrant, "expiresAtMs" | "revokedAtMs">, nowMs: number): ShareStanding {
	if (grant.revokedAtMs !== null) return "revoked";
	return nowMs < grant.expiresAtMs ? "live" : "expired";
}
