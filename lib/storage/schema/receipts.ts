import { index, pgTable, text } from "drizzle-orm/pg-core";
import { browsers } from "./browsers";
import { json } from "./foreign-text";
import { instant } from "./instant";

/** Not tied to the take: a receipt outlives it. */
export const receipts = pgTable(
	"receipts",
	{
		takeId: text("take_id").primaryKey(),
		browserId: text("browser_id")
			.notNull()
			.references(() => browsers.id, { onDelete: "cascade" }),
		createdAtMs: instant("created_at").notNull(),
		receipt: json("receipt").notNull(),
	},
	(row) => [
		index("receipts_list").on(row.browserId, row.createdAtMs.desc()),
		index("receipts_age").on(row.createdAtMs),
	],
);
