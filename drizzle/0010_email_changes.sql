CREATE TABLE "email_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"email" varchar(255) NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"reserved_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ix_email_changes_email" ON "email_changes" USING btree ("email");--> statement-breakpoint
CREATE INDEX "ix_email_changes_user_id" ON "email_changes" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "ix_email_changes_reserved_until" ON "email_changes" USING btree ("reserved_until");--> statement-breakpoint
-- After the index: whoever waited there for the former owner to let go of the address sees that it is reserved.
CREATE FUNCTION refuse_reserved_email() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM email_changes
    WHERE email = lower(NEW.email) AND user_id <> NEW.id AND reserved_until > now()
  ) THEN
    RAISE EXCEPTION 'The email is reserved' USING ERRCODE = 'unique_violation', CONSTRAINT = 'ix_users_email';
  END IF;
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER users_reserved_email AFTER INSERT OR UPDATE OF email ON users
  FOR EACH ROW EXECUTE FUNCTION refuse_reserved_email();
