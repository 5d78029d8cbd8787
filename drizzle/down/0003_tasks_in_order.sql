DROP INDEX idx_task_tag_link_tag;
CREATE INDEX idx_task_tag_link_tag ON task_tag_link (tag_id);
DROP INDEX ix_tasks_recurred_from;
DROP INDEX ix_tasks_open_by_due_date;
DROP INDEX ix_tasks_by_priority;
DROP INDEX ix_tasks_by_due_date;
DROP INDEX ix_tasks_by_created_at;
ALTER TABLE tasks DROP COLUMN search_text;
ALTER TABLE tasks DROP COLUMN recurred_from;
