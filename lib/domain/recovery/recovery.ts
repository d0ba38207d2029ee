import * as z from "zod/mini";
import { recoveryIdSchema } from "../ids";
import { instantSchema } from "../take/instant";

/** A link to a history, and, once a device has used it, that device's way in. */
export const recoverySchema = z.object({
	id: recoveryIdSchema,
	createdAtMs: instantSchema,
	/** For the link; a device that came by it stays until it is revoked. */
	expiresAtMs: instantSchema,
	usedAtMs: z.nullable(instantSchema),
});
export type Recovery = Readonly<z.infer<typeof recoverySchema>>;

export interface RecoveryView extends Recovery {
	/** True on the device that came by it. */
	readonly isHere: boolean;
}

export const RECOVERY_HOURS = 24;
const RECOVERY_MS = RECOVERY_HOURS * 3_600_000;

/** Enough for anybody, few enough to look through. */
export const MAX_DEVICES = 10;

export const recoveryTokenSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

export function newRecovery(id: Recovery["id"], nowMs: number): Recovery {
	return { id, createdAtMs: nowMs, expiresAtMs: nowMs + RECOVERY_MS, usedAtMs: null };
}

export function isOpen({ usedAtMs, expiresAtMs }: Recovery, nowMs: number): boolean {
	return usedAtMs === null && nowMs < expiresAtMs;
}
