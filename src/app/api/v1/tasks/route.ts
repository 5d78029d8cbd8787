import { taskAnswer } from "@/domain/tasks/answers";
import { createTask } from "@/domain/tasks/create-task";
import { newTaskSchema, taskFilterSchema } from "@/domain/tasks/inputs";
import { listTasks } from "@/domain/tasks/list-tasks";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";
import { pageAnswer } from "@/lib/answers";
import { pageQuery } from "@/lib/query";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/tasks", {
  GET: endpoint({
    summary: "My tasks, searched, filtered and sorted",
    tag: "Tasks",
    query: pageQuery.extend(taskFilterSchema.shape),
    status: 200,
    answer: pageAnswer(taskAnswer),
    handle: ({ caller, query: { limit, cursor, ...filter } }) =>
      listTasks({ userId: caller.user.id, filter, limit, cursor }),
  }),
  POST: endpoint({
    summary: "Make a task",
    description: "Not safe to repeat: where an answer was lost, look whether the task is there.",
    tag: "Tasks",
    body: newTaskSchema,
    status: 201,
    answer: taskAnswer,
    problems: ["INVALID_RECURRENCE_RULE", "QUOTA_EXCEEDED"],
    handle: ({ caller, body }) => createTask({ userId: caller.user.id, task: body }),
  }),
});
