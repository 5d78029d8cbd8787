DROP FUNCTION wanted_idle_seconds();
--> statement-breakpoint
DROP FUNCTION wanted_session_seconds(boolean);
