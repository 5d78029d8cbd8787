DROP INDEX ix_users_role;
DROP INDEX ix_users_name;
