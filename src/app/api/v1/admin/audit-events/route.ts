import { z } from "zod";
import { eventFilterSchema } from "@/domain/administration/inputs";
import { namedEventAnswer } from "@/domain/audit/answers";
import { batchEvents, listEvents } from "@/domain/audit/list-events";
import { endpoint } from "@/http/endpoint";
import { exportEvents } from "@/http/event-export";
import { route } from "@/http/route";
import { pageAnswer } from "@/lib/answers";
import { flagSchema, pageQuery } from "@/lib/query";

const exportQuery = z.object({
  format: z.enum(["json", "csv"]).default("json").meta({ description: "csv is always the whole of it" }),
  download: flagSchema
    .default(false)
    .meta({ description: "All that matches as one file, rather than a page of it" }),
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/admin/audit-events", {
  GET: endpoint({
    summary: "Who did what to whom, when, from where; newest first",
    tag: "Administration",
    description:
      "A CSV, or JSON with `download`, holds all that matches and is written while it is read; `limit` and `cursor` are for pages.",
    role: "admin",
    query: pageQuery.extend({ ...eventFilterSchema.shape, ...exportQuery.shape }),
    status: 200,
    answer: pageAnswer(namedEventAnswer).meta({ id: "NamedEventPage" }),
    otherAnswers: [{ type: "text/csv", schema: z.string() }],
    async handle({ query: { limit, cursor, format, download, ...filter } }) {
      if (format === "csv" || download) return exportEvents(batchEvents(filter), format);
      return listEvents({ filter, limit, cursor });
    },
  }),
});
