import { db } from "@/db/client";
import { now } from "@/db/sql";
import { tasks } from "@/db/tables";
import { withinQuota } from "@/domain/quota";
import { Problem } from "@/lib/errors";
import type { NewTask } from "./inputs";
import { isOwnTag, linkTags, requireOwnTags } from "./tagging";
import { type Task, taskColumns } from "./task";

export async function createTask({ userId, task }: { userId: string; task: NewTask }): Promise<Task> {
  const {
    tag_ids: tagIds = [],
    completed,
    due_date: dueDate,
    recurrence_rule: recurrenceRule,
    ...rest
  } = task;
  await requireOwnTags({ userId, tagIds });
  const tagged = isOwnTag({ userId, tagIds });
  const row = { userId, completedAt: completed ? now : null, dueDate, recurrenceRule, ...rest };
  const written = db.$with("task").as(db.insert(tasks).values(row).returning());
  const [created] = await withinQuota({ userId, to: "tasks" }, (executor) =>
    executor
      .with(written, ...linkTags({ name: "linked", written, tagged }))
      .select(taskColumns(tagged))
      .from(written),
  );
  if (created === undefined) throw new Problem("INTERNAL_ERROR");
  return created;
}
