CREATE TABLE "recoveries" (
	"id" text PRIMARY KEY NOT NULL,
	"browser_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"device_hash" text,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_browser_id_browsers_id_fk" FOREIGN KEY ("browser_id") REFERENCES "public"."browsers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "recoveries_token" ON "recoveries" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "recoveries_device" ON "recoveries" USING btree ("device_hash");--> statement-breakpoint
CREATE INDEX "recoveries_browser" ON "recoveries" USING btree ("browser_id","created_at" DESC NULLS LAST);