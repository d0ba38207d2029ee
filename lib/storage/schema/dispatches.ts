import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { foreignText, json } from "./foreign-text";
import { instant } from "./instant";
import { takes } from "./takes";

/** One attempt at sending a take. The row is the proof that it may have cost money. */
export const dispatches = pgTable(
	"dispatches",
	{
		id: text("id").primaryKey(),
		takeId: text("take_id")
			.notNull()
			.references(() => takes.id, { onDelete: "cascade" }),
		attempt: integer("attempt").notNull(),
		gateway: text("gateway").notNull(),
		request: json("request").notNull(),
		callbackTokenHash: text("callback_token_hash"),
		sentAtMs: instant("sent_at").notNull(),
		answerKind: text("answer_kind"),
		remoteId: foreignText("remote_id"),
		rawReply: foreignText("raw_reply"),
		answeredAtMs: instant("answered_at"),
		hintedRemoteId: foreignText("hinted_remote_id"),
	},
	(dispatch) => [
		uniqueIndex("dispatches_attempt").on(dispatch.takeId, dispatch.attempt),
		uniqueIndex("dispatches_remote_id").on(dispatch.gateway, dispatch.remoteId),
		uniqueIndex("dispatches_callback_token").on(dispatch.gateway, dispatch.callbackTokenHash),
		index("dispatches_recorded")
			.on(dispatch.gateway, dispatch.answeredAtMs)
			.where(sql`${dispatch.remoteId} is not null`),
	],
);

/** Callbacks seen, so that one that comes twice wakes nobody twice. */
export const callbacks = pgTable(
	"callbacks",
	{
		gateway: text("gateway").notNull(),
		eventKey: foreignText("event_key").notNull(),
		dispatchId: text("dispatch_id")
			.notNull()
			.references(() => dispatches.id, { onDelete: "cascade" }),
		atMs: instant("at").notNull(),
	},
	(callback) => [
		primaryKey({ columns: [callback.gateway, callback.eventKey] }),
		index("callbacks_dispatch").on(callback.dispatchId),
	],
);
