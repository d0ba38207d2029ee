import { sql } from "drizzle-orm";
import { bigint, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./instant";

const count = (name: string) => bigint(name, { mode: "number" }).notNull().default(0);

export const browsers = pgTable("browsers", {
	id: text("id").primaryKey(),
	seenAtMs: instant("seen_at").notNull().default(sql`now()`),
	watchedUntilMs: instant("watched_until"),
	/** Raised by every change of something of this browser, under this row's lock; the columns below hold its value then. */
	counter: count("counter"),
	keysChanged: count("keys_changed"),
	sharesChanged: count("shares_changed"),
	spendChanged: count("spend_changed"),
	takesPurged: count("takes_purged"),
});
