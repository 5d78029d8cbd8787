-- As they stood before; what was in them is gone.
CREATE TABLE tags (
	id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
	user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
	name varchar(50) NOT NULL,
	color varchar(7) NOT NULL,
	created_at timestamp with time zone DEFAULT now() NOT NULL,
	updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tasks (
	id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
	user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
	title varchar(200) NOT NULL,
	description varchar(1000),
	completed_at timestamp with time zone,
	priority varchar(10) DEFAULT 'medium' NOT NULL CONSTRAINT tasks_priority_check CHECK (priority in ('low', 'medium', 'high')),
	due_date timestamp with time zone,
	recurrence_rule text,
	created_at timestamp with time zone DEFAULT now() NOT NULL,
	updated_at timestamp with time zone DEFAULT now() NOT NULL,
	recurred_from integer REFERENCES tasks (id) ON DELETE SET NULL,
	search_text text GENERATED ALWAYS AS (lower(title || E'\n' || coalesce(description, ''))) STORED
);
CREATE TABLE task_tag_link (
	task_id integer NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
	tag_id integer NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
	PRIMARY KEY (task_id, tag_id)
);
CREATE INDEX idx_tags_user_id ON tags (user_id);
CREATE UNIQUE INDEX ix_tags_user_id_name ON tags (user_id, lower(name));
CREATE INDEX idx_task_tag_link_task ON task_tag_link (task_id);
CREATE INDEX idx_task_tag_link_tag ON task_tag_link (tag_id, task_id);
CREATE INDEX idx_tasks_user_id ON tasks (user_id);
CREATE INDEX idx_tasks_user_completed ON tasks (user_id, completed_at);
CREATE INDEX idx_tasks_user_priority ON tasks (user_id, priority);
CREATE INDEX idx_tasks_user_due_date ON tasks (user_id, due_date);
CREATE INDEX ix_tasks_by_created_at ON tasks (user_id, created_at, id);
CREATE INDEX ix_tasks_by_due_date ON tasks (user_id, coalesce(due_date, 'infinity'::timestamptz), id);
CREATE INDEX ix_tasks_by_priority ON tasks (user_id, (case priority when 'low' then 1 when 'medium' then 2 else 3 end), id);
CREATE INDEX ix_tasks_open_by_due_date ON tasks (user_id, coalesce(due_date, 'infinity'::timestamptz), id) WHERE completed_at is null;
CREATE UNIQUE INDEX ix_tasks_recurred_from ON tasks (recurred_from);
CREATE TRIGGER tasks_updated_at BEFORE UPDATE ON tasks FOR EACH ROW EXECUTE FUNCTION set_updated_at();
CREATE TRIGGER tags_updated_at BEFORE UPDATE ON tags FOR EACH ROW EXECUTE FUNCTION set_updated_at();
