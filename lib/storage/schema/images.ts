import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { browsers } from "./browsers";
import { json } from "./foreign-text";
import { instant } from "./instant";

export const imageRefs = pgTable(
	"image_refs",
	{
		browserId: text("browser_id")
			.notNull()
			.references(() => browsers.id, { onDelete: "cascade" }),
		imageId: text("image_id").notNull(),
		ref: json("ref").notNull(),
		usedAtMs: instant("used_at").notNull(),
	},
	(row) => [
		primaryKey({ columns: [row.browserId, row.imageId] }),
		index("image_refs_image").on(row.imageId),
		index("image_refs_used").on(row.usedAtMs),
	],
);
