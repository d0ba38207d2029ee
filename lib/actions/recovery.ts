"use server";

import { cookies, headers } from "next/headers";
import * as z from "zod/mini";
import { type Acted, act } from "@/lib/actions/act";
import { dropJoined } from "@/lib/actions/drop-joined";
import { recoveryIdSchema } from "@/lib/domain/ids";
import { type RecoveryView, recoveryTokenSchema } from "@/lib/domain/recovery/recovery";
import { NO_SUCH_LINK, type RecoveryProblem } from "@/lib/domain/recovery/recovery-problem";
import { ok, refuse } from "@/lib/domain/result";
import { cookieName, cookieSettings, IDENTITY_SECONDS, readBrowser } from "@/lib/runtime/identity-cookie";
import { listRecoveries as list } from "@/lib/services/list-recoveries";
import { type OfferedRecovery, offerRecovery } from "@/lib/services/offer-recovery";
import { redeemRecovery } from "@/lib/services/redeem-recovery";

const TEN_MINUTES_MS = 600_000;
const OFFERS = { name: "offer-recovery", points: 20, perMs: TEN_MINUTES_MS };
const TRIES = { name: "redeem-recovery", points: 20, perMs: TEN_MINUTES_MS };
const TRIES_OF_ADDRESS = { name: "redeem-recovery-address", points: 20, perMs: TEN_MINUTES_MS };

export async function createRecoveryLink(): Promise<Acted<OfferedRecovery, RecoveryProblem>> {
	const rules = { name: "createRecoveryLink", schema: z.null(), limit: OFFERS };
	return act(rules, null, ({ doors, browserId }) => offerRecovery(doors, browserId));
}

export async function listRecoveries(): Promise<Acted<readonly RecoveryView[]>> {
	return act({ name: "listRecoveries", schema: z.null() }, null, async ({ doors, browserId, joinedBy }) =>
		ok(await list(doors, browserId, joinedBy)),
	);
}

const oneRecovery = z.object({ id: recoveryIdSchema });

/** Ends a link, and shuts out the device that came by it. What is gone already stays gone. */
export async function revokeRecovery(wish: z.infer<typeof oneRecovery>): Promise<Acted<null>> {
	return act({ name: "revokeRecovery", schema: oneRecovery }, wish, async ({ doors, browserId }, { id }) => {
		await doors.recoveries.revoke(browserId, id);
		return ok(null);
	});
}

const given = z.object({ token: z.string().check(z.maxLength(200)) });

/** Lets this browser into the history of another. */
export async function redeemRecoveryLink(wish: z.infer<typeof given>): Promise<Acted<null, RecoveryProblem>> {
	const rules = { name: "redeemRecoveryLink", schema: given, limit: TRIES, addressLimit: TRIES_OF_ADDRESS };
	return act(rules, wish, async ({ doors, ...actor }, { token }) => {
		const request = await headers();
		const ownId = readBrowser(request);
		const isToken = recoveryTokenSchema.safeParse(token).success;
		if (!isToken || ownId === null) return refuse(NO_SUCH_LINK);
		const redeemed = await redeemRecovery(doors, { ...actor, ownId }, token);
		if (!redeemed.ok) return redeemed;
		const settings = cookieSettings(request, IDENTITY_SECONDS);
		(await cookies()).set(cookieName("storyreel-joined", request), redeemed.value, settings);
		return ok(null);
	});
}

/** Shuts this browser out of a history that is not its own; its own is there again. Also where it was shut out before. */
export async function leaveHistory(): Promise<Acted<null>> {
	const left = await act({ name: "leaveHistory", schema: z.null() }, null, async ({ doors, browserId, joinedBy }) => {
		if (joinedBy) await doors.recoveries.revoke(browserId, joinedBy);
		return ok(null);
	});
	const isShutOut = !left.ok && left.problem.kind === "not-admitted" && left.problem.code === "history-closed";
	if (!left.ok && !isShutOut) return left;
	await dropJoined();
	return ok(null);
}
