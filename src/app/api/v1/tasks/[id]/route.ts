import { z } from "zod";
import { taskAnswer } from "@/domain/tasks/answers";
import { changeTask } from "@/domain/tasks/change-task";
import { taskChangeSchema } from "@/domain/tasks/inputs";
import { deleteTask, getTask } from "@/domain/tasks/task";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";
import { idSchema } from "@/lib/query";

const params = z.object({ id: idSchema });

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/tasks/{id}", {
  GET: endpoint({
    summary: "One of my tasks",
    tag: "Tasks",
    params,
    status: 200,
    answer: taskAnswer,
    problems: ["NOT_FOUND"],
    handle: ({ caller, params: { id } }) => getTask({ userId: caller.user.id, taskId: id }),
  }),
  PATCH: endpoint({
    summary: "Change a task, complete it or open it again",
    description:
      "Completing a recurring task makes the next one; opening it again takes that back, unless it was changed meanwhile.",
    tag: "Tasks",
    params,
    body: taskChangeSchema,
    status: 200,
    answer: taskAnswer,
    problems: ["NOT_FOUND", "INVALID_RECURRENCE_RULE", "QUOTA_EXCEEDED"],
    handle: ({ caller: { user }, params: { id }, body }) =>
      changeTask({ userId: user.id, timeZone: user.time_zone, taskId: id, change: body }),
  }),
  DELETE: endpoint({
    summary: "Delete a task",
    tag: "Tasks",
    params,
    status: 204,
    problems: ["NOT_FOUND"],
    handle: ({ caller, params: { id } }) => deleteTask({ userId: caller.user.id, taskId: id }),
  }),
});
