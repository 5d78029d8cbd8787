import { z } from "zod";
import { taskAnswer } from "@/domain/tasks/answers";
import { changeTask } from "@/domain/tasks/change-task";
import { completionFormSchema, completionSchema } from "@/domain/tasks/inputs";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";
import { idSchema } from "@/lib/query";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/tasks/{id}/completion", {
  POST: endpoint({
    summary: "Complete a task, or open it again",
    description: "What `PATCH /api/v1/tasks/{id}` does with `completed` alone, for forms too.",
    tag: "Tasks",
    params: z.object({ id: idSchema }),
    body: completionSchema,
    form: { schema: completionFormSchema, page: "/" },
    status: 200,
    answer: taskAnswer,
    problems: ["NOT_FOUND", "QUOTA_EXCEEDED"],
    handle: ({ caller: { user }, params: { id }, body }) =>
      changeTask({ userId: user.id, timeZone: user.time_zone, taskId: id, change: body }),
  }),
});
