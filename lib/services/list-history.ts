import "server-only";
import type { BrowserId } from "@/lib/domain/ids";
import type { TakesNews } from "@/lib/domain/take/takes-news";
import { viewTake } from "@/lib/domain/take/view";
import type { Has } from "@/lib/services/doors";
import { listKeys } from "@/lib/services/list-keys";
import { readSpend } from "@/lib/services/read-spend";

export type HistoryDoors = Has<"takes" | "changes" | "keys" | "spend" | "settings" | "clock">;

/** Above every counter, so that the feed answers where it stands and nothing else. */
const BEYOND = Number.MAX_SAFE_INTEGER;

/**
 * Everything of one browser. The cursor is read first: what changes while the lists are read comes once more with the
 * changes after it, which does no harm.
 */
export async function listHistory(
	doors: HistoryDoors,
	browserId: BrowserId,
): Promise<Extract<TakesNews, { kind: "whole" }>> {
	const { cursor } = await doors.changes.changesSince(browserId, BEYOND);
	const [takes, left, keys, spend] = await Promise.all([
		doors.takes.list(browserId),
		doors.takes.listLeft(browserId),
		listKeys(doors, browserId),
		readSpend(doors, browserId),
	]);
	const nowMs = doors.clock.nowMs();
	return { kind: "whole", cursor, nowMs, takes: takes.map(viewTake), left: left.map(viewTake), keys, spend };
}

/** What a browser sees that nobody has given an identity yet. */
export function emptyHistory({ settings, clock }: Has<"settings" | "clock">): Extract<TakesNews, { kind: "whole" }> {
	const spend = { operator: { usedMicros: 0, capMicros: settings.dailyCapMicros }, own: [] };
	return { kind: "whole", cursor: 0, nowMs: clock.nowMs(), takes: [], left: [], keys: [], spend };
}
