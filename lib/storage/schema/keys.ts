import { sql } from "drizzle-orm";
import { bigint, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { browsers } from "./browsers";
import { json } from "./foreign-text";
import { instant } from "./instant";

/** A removed key stays sealed here while a take that it pays for is unfinished. */
export const keys = pgTable(
	"keys",
	{
		id: text("id").primaryKey(),
		browserId: text("browser_id")
			.notNull()
			.references(() => browsers.id, { onDelete: "cascade" }),
		gateway: text("gateway").notNull(),
		sealed: text("sealed").notNull(),
		lastFour: text("last_four").notNull(),
		account: json("account").notNull(),
		dailyLimitMicros: bigint("daily_limit_micros", { mode: "number" }).notNull(),
		savedAtMs: instant("saved_at").notNull(),
		test: json("test"),
		removedAtMs: instant("removed_at"),
	},
	(key) => [uniqueIndex("keys_current").on(key.browserId, key.gateway).where(sql`${key.removedAtMs} is null`)],
);
