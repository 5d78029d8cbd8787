import { startMetrics } from "@/domain/health/metrics";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";
import { requireServiceToken } from "@/http/service-token";
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
      requireServiceToken(request.headers, settings().METRICS_TOKEN);
      const registry = startMetrics();
      const headers = { "content-type": registry.contentType, "cache-control": "no-store" };
      return new Response(await registry.metrics(), { headers });
    },
  }),
});
