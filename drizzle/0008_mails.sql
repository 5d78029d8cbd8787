CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" varchar(40) NOT NULL,
	"user_id" uuid,
	"recipient" varchar(255) NOT NULL,
	"locale" varchar(10) NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sent_at" timestamp with time zone,
	"kept_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ix_mails_user_id" ON "mails" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "ix_mails_created_at" ON "mails" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "ix_mails_kept_at" ON "mails" USING btree ("kept_at") WHERE "mails"."kept_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "ix_verification_tokens_token" ON "verification_tokens" USING btree ("token");