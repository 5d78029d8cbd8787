import { createHash, timingSafeEqual } from "node:crypto";
import { startMetrics } from "@/domain/health/metrics";
import { bearerToken } from "@/http/caller";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";
import { Problem } from "@/lib/errors";
import { settings } from "@/lib/settings";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/metrics", {
  GET: endpoint({
    summary: "Figures for Prometheus",
    tag: "Service",
    public: true,
    quiet: true,
    unlisted: true,
    status: 200,
    async handle({ request }) {
      const { METRICS_TOKEN } = settings();
      if (METRICS_TOKEN === undefined) throw new Problem("NOT_FOUND");
      const token = bearerToken(request.headers);
      if (token === null) throw new Problem("MISSING_TOKEN");
      if (!timingSafeEqual(digest(token), digest(METRICS_TOKEN))) throw new Problem("INVALID_TOKEN");
      const registry = startMetrics();
      const headers = { "content-type": registry.contentType, "cache-control": "no-store" };
      return new Response(await registry.metrics(), { headers });
    },
  }),
});

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
