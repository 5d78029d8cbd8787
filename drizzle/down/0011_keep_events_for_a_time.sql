DROP FUNCTION drop_old_events(integer);
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
