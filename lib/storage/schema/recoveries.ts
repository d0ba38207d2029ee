import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { browsers } from "./browsers";
import { instant } from "./instant";

export const recoveries = pgTable(
	"recoveries",
	{
		id: text("id").primaryKey(),
		browserId: text("browser_id")
			.notNull()
			.references(() => browsers.id, { onDelete: "cascade" }),
		tokenHash: text("token_hash").notNull(),
		/** Of the cookie of the device that came by it. */
		deviceHash: text("device_hash"),
		createdAtMs: instant("created_at").notNull(),
		expiresAtMs: instant("expires_at").notNull(),
		usedAtMs: instant("used_at"),
	},
	(recovery) => [
		uniqueIndex("recoveries_token").on(recovery.tokenHash),
		uniqueIndex("recoveries_device").on(recovery.deviceHash),
		index("recoveries_browser").on(recovery.browserId, recovery.createdAtMs.desc()),
	],
);
