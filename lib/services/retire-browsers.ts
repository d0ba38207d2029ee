import "server-only";
import type { BrowserId } from "@/lib/domain/ids";
import { isFinished } from "@/lib/domain/take/state";
import type { Has } from "@/lib/services/doors";

type RetireDoors = Has<"browsers" | "takes" | "keys" | "shares" | "clock" | "log">;

const DAY_MS = 86_400_000;
const UNSEEN_DAYS = 35;
const AT_ONCE = 50;

/** Nobody has come for five weeks: keys are destroyed and films go, except those that a link still shows. Receipts stay. */
export async function retireBrowsers(doors: RetireDoors): Promise<void> {
	const unseenSinceMs = doors.clock.nowMs() - UNSEEN_DAYS * DAY_MS;
	const unseen = await doors.browsers.listUnseen(unseenSinceMs, AT_ONCE);
	for (const browserId of unseen) await retire(doors, browserId);
	if (unseen.length > 0) doors.log.info("browsers-retired", { count: unseen.length });
}

async function retire(doors: RetireDoors, browserId: BrowserId): Promise<void> {
	for (const key of await doors.keys.list(browserId)) await doors.keys.remove(browserId, key.gateway);
	const nowMs = doors.clock.nowMs();
	for (const { id, state, labels } of await doors.takes.list(browserId)) {
		if (!isFinished(state) || (await doors.shares.liveUntilMs(id, nowMs)) !== null) continue;
		if (labels.keep) await doors.takes.label(browserId, id, { keep: false });
		await doors.takes.leave(browserId, [id], nowMs, nowMs);
	}
}
