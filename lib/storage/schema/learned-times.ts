import { bigserial, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./instant";

export const learnedTimes = pgTable(
	"learned_times",
	{
		id: bigserial("id", { mode: "number" }).primaryKey(),
		gateway: text("gateway").notNull(),
		resolution: text("resolution").notNull(),
		seconds: integer("seconds").notNull(),
		tookMs: integer("took_ms").notNull(),
		atMs: instant("at").notNull(),
	},
	(row) => [index("learned_times_bucket").on(row.gateway, row.resolution, row.seconds, row.atMs.desc())],
);
