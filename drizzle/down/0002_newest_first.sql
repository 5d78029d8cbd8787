DROP INDEX ix_audit_events_created_at;
DROP INDEX ix_audit_events_action;
DROP INDEX ix_audit_events_subject_id;
DROP INDEX ix_audit_events_actor_id;
DROP INDEX ix_users_created_at;
CREATE INDEX ix_audit_events_created_at ON audit_events USING btree (created_at);
CREATE INDEX ix_audit_events_action ON audit_events USING btree (action, id);
CREATE INDEX ix_audit_events_subject_id ON audit_events USING btree (subject_id, id);
CREATE INDEX ix_audit_events_actor_id ON audit_events USING btree (actor_id, id);
