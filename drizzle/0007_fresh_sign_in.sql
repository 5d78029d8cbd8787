ALTER TABLE "attempt_counters" ADD COLUMN "pending" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attempt_counters" ADD COLUMN "pending_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "attempt_counters" ADD COLUMN "blocked_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "attempt_counters" ADD COLUMN "started_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "authenticated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "device_generation" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- Of those that were there already nobody knows anything later.
UPDATE "sessions" SET "authenticated_at" = "created_at";
