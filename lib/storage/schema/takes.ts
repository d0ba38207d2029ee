import { sql } from "drizzle-orm";
import { bigint, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { browsers } from "./browsers";
import { json } from "./foreign-text";
import { instant } from "./instant";

export const takes = pgTable(
	"takes",
	{
		id: text("id").primaryKey(),
		browserId: text("browser_id")
			.notNull()
			.references(() => browsers.id, { onDelete: "cascade" }),
		submitKey: text("submit_key").notNull(),
		fingerprint: text("fingerprint").notNull(),
		gateway: text("gateway").notNull(),
		model: text("model").notNull(),
		draft: json("draft").notNull(),
		shown: json("shown").notNull(),
		payer: json("payer").notNull(),
		createdAtMs: instant("created_at").notNull(),
		retryOf: text("retry_of"),
		attempts: integer("attempts").notNull(),
		labels: json("labels").notNull(),
		extras: json("extras"),
		leftAtMs: instant("left_at"),
		purgeAtMs: instant("purge_at"),
		state: json("state").notNull(),

		/** The database derives these from the columns above, so that they cannot disagree with them. */
		stateKind: text("state_kind").notNull().generatedAlwaysAs(sql`state->>'kind'`),
		mediaId: text("media_id").generatedAlwaysAs(sql`state->'media'->>'mediaId'`),
		keyId: text("key_id").generatedAlwaysAs(sql`payer->>'keyId'`),
		imageId: text("image_id").generatedAlwaysAs(sql`draft->'image'->>'id'`),

		/** Raised by every claim and every write of state. */
		version: integer("version").notNull().default(0),
		/** The browser's counter when a person would last have seen this change. */
		changed: bigint("changed", { mode: "number" }).notNull(),
		nextWakeAtMs: instant("next_wake_at"),
		/** The earliest wake asked for while the lease runs; honoured when it ends. */
		askedWakeAtMs: instant("asked_wake_at"),
		leaseUntilMs: instant("lease_until"),
		leaseOwner: text("lease_owner"),
	},
	(take) => [
		uniqueIndex("takes_submit_key").on(take.browserId, take.submitKey),
		index("takes_changed").on(take.browserId, take.changed),
		index("takes_history").on(take.browserId, take.createdAtMs.desc()),
		index("takes_due").on(take.nextWakeAtMs).where(sql`${take.nextWakeAtMs} is not null`),
		index("takes_media").on(take.mediaId).where(sql`${take.mediaId} is not null`),
		index("takes_key").on(take.keyId).where(sql`${take.keyId} is not null`),
		index("takes_image").on(take.imageId).where(sql`${take.imageId} is not null`),
	],
);
