ALTER TABLE users DROP COLUMN device_generation;
ALTER TABLE sessions DROP COLUMN authenticated_at;
ALTER TABLE attempt_counters DROP COLUMN started_at;
ALTER TABLE attempt_counters DROP COLUMN blocked_until;
ALTER TABLE attempt_counters DROP COLUMN pending_until;
ALTER TABLE attempt_counters DROP COLUMN pending;
