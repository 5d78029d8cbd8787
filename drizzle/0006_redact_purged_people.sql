-- The trail stays append only, but for what names a person who is being purged. The setting holds within the function alone
-- and counts only for the tables' owner: whoever that is could drop the trigger as well. Another role needs
-- GRANT EXECUTE ON FUNCTION redact_purged_person TO it, and can do nothing else to the trail.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  redactable constant text[] := ARRAY['ip_address', 'detail'];
BEGIN
  IF TG_OP = 'UPDATE' AND current_setting('gatehouse.redacting', true) = 'on'
    AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
    AND to_jsonb(NEW) - redactable = to_jsonb(OLD) - redactable
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END;
$$;
--> statement-breakpoint
CREATE FUNCTION redact_purged_person(person uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp
SET gatehouse.redacting = 'on'
AS $$
BEGIN
  IF EXISTS (
    SELECT FROM users WHERE id = person AND (deleted_at IS NULL OR deleted_at > now() - interval '7 days')
  ) THEN
    RAISE EXCEPTION 'this account is not due to be purged' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  UPDATE audit_events SET
    -- What an administrator did to them came from the administrator's address.
    ip_address = CASE WHEN actor_id IS NULL OR actor_id = person THEN NULL ELSE ip_address END,
    -- All but what is known to name nobody, so that a detail of tomorrow is redacted until it is listed here.
    detail = CASE WHEN action = 'role.changed' THEN detail ELSE (
      SELECT jsonb_object_agg(key, value) FROM jsonb_each(detail)
      WHERE key IN ('by', 'fields', 'job', 'kind', 'provider', 'reason', 'role', 'sessions')
    ) END
  WHERE actor_id = person OR subject_id = person;
END;
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION redact_purged_person(uuid) FROM PUBLIC;
