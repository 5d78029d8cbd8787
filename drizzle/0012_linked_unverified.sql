ALTER TABLE "accounts" ADD COLUMN "linked_unverified" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- Of those that are there already: what was linked before the email was verified, as far as that can be told.
UPDATE "accounts" SET "linked_unverified" = true FROM "users"
WHERE "users"."id" = "accounts"."user_id"
  AND ("users"."email_verified_at" IS NULL OR "accounts"."created_at" < "users"."email_verified_at");
