import "server-only";
import type { BrowserId } from "@/lib/domain/ids";
import { operatorCounter, ownCounter } from "@/lib/domain/spend/counter";
import { utcDay } from "@/lib/domain/spend/day";
import type { SpendView } from "@/lib/domain/take/takes-news";
import type { Has } from "@/lib/services/doors";

type SpendDoors = Has<"spend" | "keys" | "settings" | "clock">;

/** What this browser has spent or reserved today, on the operator's keys and on each of its own. */
export async function readSpend(doors: SpendDoors, browserId: BrowserId): Promise<SpendView> {
	const keys = await doors.keys.list(browserId);
	const operator = operatorCounter(browserId);
	const counters = [operator, ...keys.map((key) => ownCounter(browserId, key.gateway))];
	const used = await doors.spend.read(utcDay(doors.clock.nowMs()), counters);
	return {
		operator: { usedMicros: used.get(operator) ?? 0, capMicros: doors.settings.dailyCapMicros },
		own: keys.map(({ gateway, dailyLimitMicros }) => ({
			gateway,
			usedMicros: used.get(ownCounter(browserId, gateway)) ?? 0,
			capMicros: dailyLimitMicros,
		})),
	};
}
