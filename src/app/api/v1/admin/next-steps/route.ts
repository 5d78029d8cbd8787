import { nextStepsAnswer } from "@/domain/administration/answers";
import { nextStepsChangeSchema, nextStepsFormSchema } from "@/domain/administration/inputs";
import { changeNextSteps, findNextSteps } from "@/domain/administration/next-steps";
import { endpoint, FRESH_SECONDS } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/admin/next-steps", {
  GET: endpoint({
    summary: "What a fresh installation may still lack",
    tag: "Administration",
    role: "admin",
    status: 200,
    answer: nextStepsAnswer,
    handle: () => findNextSteps(),
  }),
  POST: endpoint({
    summary: "Say that backups are made, or that the steps needn't be shown",
    tag: "Administration",
    role: "admin",
    fresh: FRESH_SECONDS,
    body: nextStepsChangeSchema,
    form: { schema: nextStepsFormSchema, page: "/" },
    status: 200,
    answer: nextStepsAnswer,
    handle: ({ body }) => changeNextSteps(body),
  }),
});
