CREATE TABLE "browsers" (
	"id" text PRIMARY KEY NOT NULL,
	"seen_at" timestamp with time zone,
	"watched_until" timestamp with time zone,
	"counter" bigint DEFAULT 0 NOT NULL,
	"keys_changed" bigint DEFAULT 0 NOT NULL,
	"shares_changed" bigint DEFAULT 0 NOT NULL,
	"spend_changed" bigint DEFAULT 0 NOT NULL,
	"takes_purged" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "callbacks" (
	"gateway" text NOT NULL,
	"event_key" text NOT NULL,
	"dispatch_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "callbacks_gateway_event_key_pk" PRIMARY KEY("gateway","event_key")
);
--> statement-breakpoint
CREATE TABLE "dispatches" (
	"id" text PRIMARY KEY NOT NULL,
	"take_id" text NOT NULL,
	"attempt" integer NOT NULL,
	"gateway" text NOT NULL,
	"request" jsonb NOT NULL,
	"callback_token_hash" text,
	"sent_at" timestamp with time zone NOT NULL,
	"answer_kind" text,
	"remote_id" text,
	"raw_reply" text,
	"answered_at" timestamp with time zone,
	"hinted_remote_id" text
);
--> statement-breakpoint
CREATE TABLE "image_refs" (
	"browser_id" text NOT NULL,
	"image_id" text NOT NULL,
	"ref" jsonb NOT NULL,
	"used_at" timestamp with time zone NOT NULL,
	CONSTRAINT "image_refs_browser_id_image_id_pk" PRIMARY KEY("browser_id","image_id")
);
--> statement-breakpoint
CREATE TABLE "keys" (
	"id" text PRIMARY KEY NOT NULL,
	"browser_id" text NOT NULL,
	"gateway" text NOT NULL,
	"sealed" text NOT NULL,
	"last_four" text NOT NULL,
	"account" jsonb NOT NULL,
	"daily_limit_micros" bigint NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"test" jsonb,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "learned_times" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"gateway" text NOT NULL,
	"resolution" text NOT NULL,
	"seconds" integer NOT NULL,
	"took_ms" integer NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"take_id" text PRIMARY KEY NOT NULL,
	"browser_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"receipt" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "renders" (
	"id" text PRIMARY KEY NOT NULL,
	"browser_id" text NOT NULL,
	"job" text NOT NULL,
	"state" text NOT NULL,
	"progress" jsonb,
	"media_id" text,
	"failure" jsonb,
	"started_at" timestamp with time zone NOT NULL,
	"epoch" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"lease_owner" text
);
--> statement-breakpoint
CREATE TABLE "shares" (
	"id" text PRIMARY KEY NOT NULL,
	"browser_id" text NOT NULL,
	"take_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"title" text NOT NULL,
	"shows_words" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "spend_counters" (
	"day" date NOT NULL,
	"counter" text NOT NULL,
	"micros" bigint NOT NULL,
	CONSTRAINT "spend_counters_day_counter_pk" PRIMARY KEY("day","counter")
);
--> statement-breakpoint
CREATE TABLE "spend_entries" (
	"take_id" text NOT NULL,
	"counter" text NOT NULL,
	"day" date NOT NULL,
	"micros" bigint NOT NULL,
	CONSTRAINT "spend_entries_take_id_counter_pk" PRIMARY KEY("take_id","counter")
);
--> statement-breakpoint
CREATE TABLE "takes" (
	"id" text PRIMARY KEY NOT NULL,
	"browser_id" text NOT NULL,
	"submit_key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"gateway" text NOT NULL,
	"model" text NOT NULL,
	"draft" jsonb NOT NULL,
	"shown" jsonb NOT NULL,
	"payer" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retry_of" text,
	"attempts" integer NOT NULL,
	"labels" jsonb NOT NULL,
	"extras" jsonb,
	"left_at" timestamp with time zone,
	"purge_at" timestamp with time zone,
	"state" jsonb NOT NULL,
	"state_kind" text GENERATED ALWAYS AS (state->>'kind') STORED NOT NULL,
	"media_id" text GENERATED ALWAYS AS (state->'media'->>'mediaId') STORED,
	"key_id" text GENERATED ALWAYS AS (payer->>'keyId') STORED,
	"image_id" text GENERATED ALWAYS AS (draft->'image'->>'id') STORED,
	"version" integer DEFAULT 0 NOT NULL,
	"changed" bigint NOT NULL,
	"next_wake_at" timestamp with time zone,
	"asked_wake_at" timestamp with time zone,
	"lease_until" timestamp with time zone,
	"lease_owner" text
);
--> statement-breakpoint
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_dispatch_id_dispatches_id_fk" FOREIGN KEY ("dispatch_id") REFERENCES "public"."dispatches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_take_id_takes_id_fk" FOREIGN KEY ("take_id") REFERENCES "public"."takes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "image_refs" ADD CONSTRAINT "image_refs_browser_id_browsers_id_fk" FOREIGN KEY ("browser_id") REFERENCES "public"."browsers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keys" ADD CONSTRAINT "keys_browser_id_browsers_id_fk" FOREIGN KEY ("browser_id") REFERENCES "public"."browsers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_browser_id_browsers_id_fk" FOREIGN KEY ("browser_id") REFERENCES "public"."browsers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renders" ADD CONSTRAINT "renders_id_dispatches_id_fk" FOREIGN KEY ("id") REFERENCES "public"."dispatches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_browser_id_browsers_id_fk" FOREIGN KEY ("browser_id") REFERENCES "public"."browsers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_take_id_takes_id_fk" FOREIGN KEY ("take_id") REFERENCES "public"."takes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takes" ADD CONSTRAINT "takes_browser_id_browsers_id_fk" FOREIGN KEY ("browser_id") REFERENCES "public"."browsers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "callbacks_dispatch" ON "callbacks" USING btree ("dispatch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dispatches_attempt" ON "dispatches" USING btree ("take_id","attempt");--> statement-breakpoint
CREATE UNIQUE INDEX "dispatches_remote_id" ON "dispatches" USING btree ("gateway","remote_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dispatches_callback_token" ON "dispatches" USING btree ("gateway","callback_token_hash");--> statement-breakpoint
CREATE INDEX "dispatches_recorded" ON "dispatches" USING btree ("gateway","answered_at") WHERE "dispatches"."remote_id" is not null;--> statement-breakpoint
CREATE INDEX "image_refs_image" ON "image_refs" USING btree ("image_id");--> statement-breakpoint
CREATE INDEX "image_refs_used" ON "image_refs" USING btree ("used_at");--> statement-breakpoint
CREATE UNIQUE INDEX "keys_current" ON "keys" USING btree ("browser_id","gateway") WHERE "keys"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "learned_times_bucket" ON "learned_times" USING btree ("gateway","resolution","seconds","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "receipts_list" ON "receipts" USING btree ("browser_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "receipts_age" ON "receipts" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "renders_open" ON "renders" USING btree ("state","started_at");--> statement-breakpoint
CREATE INDEX "renders_media" ON "renders" USING btree ("media_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shares_token" ON "shares" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "shares_browser" ON "shares" USING btree ("browser_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "shares_take" ON "shares" USING btree ("take_id");--> statement-breakpoint
CREATE INDEX "spend_entries_day" ON "spend_entries" USING btree ("day","counter");--> statement-breakpoint
CREATE UNIQUE INDEX "takes_submit_key" ON "takes" USING btree ("browser_id","submit_key");--> statement-breakpoint
CREATE INDEX "takes_changed" ON "takes" USING btree ("browser_id","changed");--> statement-breakpoint
CREATE INDEX "takes_history" ON "takes" USING btree ("browser_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "takes_due" ON "takes" USING btree ("next_wake_at") WHERE "takes"."next_wake_at" is not null;--> statement-breakpoint
CREATE INDEX "takes_media" ON "takes" USING btree ("media_id") WHERE "takes"."media_id" is not null;--> statement-breakpoint
CREATE INDEX "takes_key" ON "takes" USING btree ("key_id") WHERE "takes"."key_id" is not null;--> statement-breakpoint
CREATE INDEX "takes_image" ON "takes" USING btree ("image_id") WHERE "takes"."image_id" is not null;