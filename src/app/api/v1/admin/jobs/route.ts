import { jobAnswer } from "@/domain/jobs/answers";
import { jobFilterSchema } from "@/domain/jobs/inputs";
import { listJobs } from "@/domain/jobs/list-jobs";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";
import { pageAnswer } from "@/lib/answers";
import { pageQuery } from "@/lib/query";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/admin/jobs", {
  GET: endpoint({
    summary: "Work beside requests: what waits, runs, was given up or is done; newest first",
    tag: "Administration",
    description: "What is done is kept for a week; what was given up, until it is retried.",
    role: "admin",
    query: pageQuery.extend(jobFilterSchema.shape),
    status: 200,
    answer: pageAnswer(jobAnswer).meta({ id: "JobPage" }),
    handle: ({ query: { limit, cursor, ...filter } }) => listJobs({ filter, limit, cursor }),
  }),
});
