-- What the application's own role may do, run by the owner of the tables after each migration; again changes nothing:
--   psql "$OWNER_URL" --set role=gatehouse_app --file deploy/app-role.sql
-- The role owns nothing, so it can't drop the trigger that keeps the audit log append only, nor empty a table.

GRANT USAGE ON SCHEMA public, drizzle TO :"role";
GRANT SELECT ON ALL TABLES IN SCHEMA drizzle TO :"role";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO :"role";
REVOKE UPDATE, DELETE ON audit_events FROM :"role";
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO :"role";
GRANT EXECUTE ON FUNCTION redact_purged_person(uuid), drop_old_events(integer) TO :"role";
