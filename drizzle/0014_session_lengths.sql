-- How long the organization wants sessions to last; null where it wants nothing of its own. Functions, so that a statement which
-- asks for it only now and then pays for it only then: a subquery would be set up each time.
CREATE FUNCTION wanted_session_seconds(remembered boolean) RETURNS integer LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT CASE
      WHEN remembered THEN (value ->> 'session_ttl_remember_seconds')::integer
      -- Whoever isn't remembered isn't in for longer than who is.
      ELSE least((value ->> 'session_ttl_seconds')::integer, (value ->> 'session_ttl_remember_seconds')::integer)
    END
    FROM system_config WHERE key = 'organization'
  );
END;
$$;
--> statement-breakpoint
CREATE FUNCTION wanted_idle_seconds() RETURNS integer LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT (value ->> 'session_idle_seconds')::integer FROM system_config WHERE key = 'organization');
END;
$$;
