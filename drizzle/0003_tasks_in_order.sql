DROP INDEX "idx_task_tag_link_tag";--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "recurred_from" integer;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "search_text" text GENERATED ALWAYS AS (lower("tasks"."title" || E'\n' || coalesce("tasks"."description", ''))) STORED;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_recurred_from_tasks_id_fk" FOREIGN KEY ("recurred_from") REFERENCES "public"."tasks"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ix_tasks_by_created_at" ON "tasks" USING btree ("user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "ix_tasks_by_due_date" ON "tasks" USING btree ("user_id",coalesce("due_date", 'infinity'::timestamptz),"id");--> statement-breakpoint
CREATE INDEX "ix_tasks_by_priority" ON "tasks" USING btree ("user_id",(case "priority" when 'low' then 1 when 'medium' then 2 else 3 end),"id");--> statement-breakpoint
CREATE INDEX "ix_tasks_open_by_due_date" ON "tasks" USING btree ("user_id",coalesce("due_date", 'infinity'::timestamptz),"id") WHERE "tasks"."completed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "ix_tasks_recurred_from" ON "tasks" USING btree ("recurred_from");--> statement-breakpoint
CREATE INDEX "idx_task_tag_link_tag" ON "task_tag_link" USING btree ("tag_id","task_id");