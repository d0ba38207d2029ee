import "server-only";
import { and, asc, eq, gt } from "drizzle-orm";
import type { ChangeFeed, Changes } from "@/lib/ports/change-feed";
import type { Database } from "../database/database";
import { browsers } from "../schema/browsers";
import { takes } from "../schema/takes";
import { readTake } from "../takes/take-row";

export function createChangeFeed(db: Database): ChangeFeed {
	return {
		async changesSince(browserId, cursor) {
			// One statement, so that the counter and the takes are of one moment.
			const rows = await db
				.select({ browser: browsers, take: takes })
				.from(browsers)
				.leftJoin(takes, and(eq(takes.browserId, browsers.id), gt(takes.changed, cursor)))
				.where(eq(browsers.id, browserId))
				.orderBy(asc(takes.changed), asc(takes.id));
			const browser = rows[0]?.browser;
			const counter = browser?.counter ?? 0;
			if (cursor > counter || (browser && browser.takesPurged > cursor)) return { kind: "reset", cursor: counter };
			return {
				kind: "changes",
				cursor: counter,
				takes: rows.flatMap(({ take }) => (take ? [readTake(take)] : [])),
				also: browser ? listMarks(browser, cursor) : [],
			};
		},
	};
}

type Also = Extract<Changes, { kind: "changes" }>["also"];

function listMarks(browser: typeof browsers.$inferSelect, cursor: number): Also {
	const marks = [
		["keys", browser.keysChanged],
		["shares", browser.sharesChanged],
		["spend", browser.spendChanged],
	] as const;
	return marks.filter(([, changed]) => changed > cursor).map(([name]) => name);
}
