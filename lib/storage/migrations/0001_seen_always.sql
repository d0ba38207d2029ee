UPDATE "browsers" SET "seen_at" = now() WHERE "seen_at" IS NULL;--> statement-breakpoint
ALTER TABLE "browsers" ALTER COLUMN "seen_at" SET DEFAULT now();--> statement-breakpoint
ALTER TABLE "browsers" ALTER COLUMN "seen_at" SET NOT NULL;