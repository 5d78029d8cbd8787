-- What is so: one organization an installation, and no row-level security.
UPDATE "system_config" SET "value" = '{"strategy":"one-organization","row_level_security":false}' WHERE "key" = 'isolation';
