import { boolean, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { browsers } from "./browsers";
import { foreignText } from "./foreign-text";
import { instant } from "./instant";
import { takes } from "./takes";

export const shares = pgTable(
	"shares",
	{
		id: text("id").primaryKey(),
		browserId: text("browser_id")
			.notNull()
			.references(() => browsers.id, { onDelete: "cascade" }),
		takeId: text("take_id")
			.notNull()
			.references(() => takes.id, { onDelete: "cascade" }),
		tokenHash: text("token_hash").notNull(),
		title: foreignText("title").notNull(),
		showsWords: boolean("shows_words").notNull(),
		createdAtMs: instant("created_at").notNull(),
		expiresAtMs: instant("expires_at").notNull(),
		revokedAtMs: instant("revoked_at"),
	},
	(share) => [
		uniqueIndex("shares_token").on(share.tokenHash),
		index("shares_browser").on(share.browserId, share.createdAtMs.desc()),
		index("shares_take").on(share.takeId),
	],
);
