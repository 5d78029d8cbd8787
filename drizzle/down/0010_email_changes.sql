DROP TRIGGER users_reserved_email ON users;
--> statement-breakpoint
DROP FUNCTION refuse_reserved_email();
--> statement-breakpoint
DROP TABLE email_changes;
