ALTER TABLE accounts DROP COLUMN linked_unverified;
