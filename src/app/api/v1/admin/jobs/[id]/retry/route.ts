import { z } from "zod";
import { jobAnswer } from "@/domain/jobs/answers";
import { retryJob } from "@/domain/jobs/retry-job";
import { endpoint, FRESH_SECONDS } from "@/http/endpoint";
import { route } from "@/http/route";

const params = z.object({ id: z.guid() });

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/admin/jobs/{id}/retry", {
  POST: endpoint({
    summary: "Try a job again at once that failed",
    tag: "Administration",
    description: "One that is under way, done, or due without having failed stays as it is.",
    role: "admin",
    params,
    fresh: FRESH_SECONDS,
    status: 200,
    answer: jobAnswer,
    problems: ["NOT_FOUND"],
    handle: ({ caller, params: { id }, clientInfo }) =>
      retryJob({ jobId: id, actorId: caller.user.id, clientInfo }),
  }),
});
