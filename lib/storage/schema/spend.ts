import { bigint, date, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

const micros = () => bigint("micros", { mode: "number" }).notNull();
const day = () => date("day", { mode: "string" }).notNull();

/** What one take counts for against one cap. Tied to nothing: it stays until its day is purged. */
export const spendEntries = pgTable(
	"spend_entries",
	{ takeId: text("take_id").notNull(), counter: text("counter").notNull(), day: day(), micros: micros() },
	(entry) => [
		primaryKey({ columns: [entry.takeId, entry.counter] }),
		index("spend_entries_day").on(entry.day, entry.counter),
	],
);

/** The sum of the entries of a day, kept beside them so that a cap is checked under one row's lock. */
export const spendCounters = pgTable(
	"spend_counters",
	{ day: day(), counter: text("counter").notNull(), micros: micros() },
	(row) => [primaryKey({ columns: [row.day, row.counter] })],
);
