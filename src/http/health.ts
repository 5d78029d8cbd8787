import { z } from "zod";
import { checkReadiness } from "@/domain/health/readiness";
import { endpoint } from "./endpoint";
import { route } from "./route";

const healthAnswer = z.object({ status: z.literal("ok") }).meta({ id: "Health" });

/** The process answers; says nothing of what it stands on. */
export function healthRoute(path: string) {
  return route(path, {
    GET: endpoint({
      summary: "The process answers",
      tag: "Service",
      public: true,
      quiet: true,
      status: 200,
      answer: healthAnswer,
      handle: async () => ({ status: "ok" }),
    }),
  });
}

const readinessAnswer = z
  .object({
    status: z.enum(["ok", "unavailable"]),
    checks: z.object({
      database: z.enum(["ok", "unavailable"]),
      migrations: z.enum(["ok", "behind", "unavailable"]),
    }),
  })
  .meta({ id: "Readiness" });

export function readyRoute(path: string) {
  return route(path, {
    GET: endpoint({
      summary: "This instance can do its work; 503 while it can't",
      tag: "Service",
      public: true,
      quiet: true,
      status: 200,
      answer: readinessAnswer,
      otherAnswers: [{ status: 503, schema: readinessAnswer }],
      async handle() {
        const readiness = await checkReadiness();
        const status = readiness.status === "ok" ? 200 : 503;
        const headers = { "cache-control": "no-store", ...(status === 503 && { "retry-after": "5" }) };
        return Response.json(readiness, { status, headers });
      },
    }),
  });
}
