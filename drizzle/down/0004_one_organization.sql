UPDATE system_config SET value = '{"strategy":"schema-per-tenant","row_level_security":true}' WHERE key = 'isolation';
