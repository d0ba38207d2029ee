import "server-only";
import type { BrowserId } from "@/lib/domain/ids";
import type { TakesNews } from "@/lib/domain/take/takes-news";
import { viewTake } from "@/lib/domain/take/view";
import type { Changes } from "@/lib/ports/change-feed";
import { type HistoryDoors, listHistory } from "@/lib/services/list-history";
import { listKeys } from "@/lib/services/list-keys";
import { readSpend } from "@/lib/services/read-spend";

/** What happened after `cursor`; `null` when nothing did. A reader without a cursor, or with a stale one, gets the whole. */
export async function readNews(
	doors: HistoryDoors,
	browserId: BrowserId,
	cursor: number | null,
): Promise<TakesNews | null> {
	if (cursor === null) return listHistory(doors, browserId);
	const changes = await doors.changes.changesSince(browserId, cursor);
	if (changes.kind === "reset") return listHistory(doors, browserId);
	if (changes.cursor === cursor) return null;
	const nowMs = doors.clock.nowMs();
	const takes = changes.takes.map(viewTake);
	return { kind: "changes", cursor: changes.cursor, nowMs, takes, ...(await readAlso(doors, browserId, changes)) };
}

async function readAlso(doors: HistoryDoors, browserId: BrowserId, { also }: Extract<Changes, { kind: "changes" }>) {
	return {
		...(also.includes("keys") ? { keys: await listKeys(doors, browserId) } : {}),
		// A changed limit of an own key stands in the spending too.
		...(also.includes("spend") || also.includes("keys") ? { spend: await readSpend(doors, browserId) } : {}),
		...(also.includes("shares") ? { shares: true as const } : {}),
	};
}
