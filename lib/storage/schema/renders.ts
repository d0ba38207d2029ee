import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { dispatches } from "./dispatches";
import { json } from "./foreign-text";
import { instant } from "./instant";

/** The animatic's own jobs. */
export const renders = pgTable(
	"renders",
	{
		id: text("id")
			.primaryKey()
			.references(() => dispatches.id, { onDelete: "cascade" }),
		/** Of the take the dispatch belongs to, repeated here so that a claim counts without joining. */
		browserId: text("browser_id").notNull(),
		job: text("job").notNull(),
		state: text("state").notNull(),
		progress: json("progress"),
		mediaId: text("media_id"),
		failure: json("failure"),
		startedAtMs: instant("started_at").notNull(),
		epoch: integer("epoch").notNull().default(0),
		leaseUntilMs: instant("lease_until"),
		leaseOwner: text("lease_owner"),
	},
	(render) => [index("renders_open").on(render.state, render.startedAtMs), index("renders_media").on(render.mediaId)],
);
