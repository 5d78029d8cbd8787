DROP INDEX ix_verification_tokens_token;
--> statement-breakpoint
DROP TABLE mails;
