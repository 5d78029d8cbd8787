DROP INDEX "ix_audit_events_actor_id";--> statement-breakpoint
DROP INDEX "ix_audit_events_subject_id";--> statement-breakpoint
DROP INDEX "ix_audit_events_action";--> statement-breakpoint
DROP INDEX "ix_audit_events_created_at";--> statement-breakpoint
CREATE INDEX "ix_users_created_at" ON "users" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "ix_audit_events_actor_id" ON "audit_events" USING btree ("actor_id","created_at","id");--> statement-breakpoint
CREATE INDEX "ix_audit_events_subject_id" ON "audit_events" USING btree ("subject_id","created_at","id");--> statement-breakpoint
CREATE INDEX "ix_audit_events_action" ON "audit_events" USING btree ("action","created_at","id");--> statement-breakpoint
CREATE INDEX "ix_audit_events_created_at" ON "audit_events" USING btree ("created_at","id");