-- The trail stays append only, but for what is older than the time that an administrator keeps it for: 30 days at the least,
-- whatever stands in the table. The setting holds within the function alone and counts only for the tables' owner. Another
-- role needs GRANT EXECUTE ON FUNCTION drop_old_events(integer) TO it.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  redactable constant text[] := ARRAY['ip_address', 'detail'];
  is_owner constant boolean := current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID);
BEGIN
  IF TG_OP = 'UPDATE' AND is_owner AND current_setting('gatehouse.redacting', true) = 'on'
    AND to_jsonb(NEW) - redactable = to_jsonb(OLD) - redactable
  THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND is_owner AND current_setting('gatehouse.dropping', true) = 'on'
    AND OLD.created_at < now() - interval '30 days'
  THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END;
$$;
--> statement-breakpoint
CREATE FUNCTION drop_old_events(most integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp
SET gatehouse.dropping = 'on'
AS $$
DECLARE
  days integer := (SELECT (value ->> 'audit_retention_days')::integer FROM system_config WHERE key = 'organization');
  dropped integer;
BEGIN
  -- Nobody has said for how long: for ever.
  IF days IS NULL THEN
    RETURN 0;
  END IF;
  DELETE FROM audit_events WHERE id = ANY (ARRAY(
    SELECT id FROM audit_events WHERE created_at < now() - make_interval(days => greatest(days, 30))
    ORDER BY created_at, id LIMIT most
  ));
  GET DIAGNOSTICS dropped = ROW_COUNT;
  RETURN dropped;
END;
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION drop_old_events(integer) FROM PUBLIC;
