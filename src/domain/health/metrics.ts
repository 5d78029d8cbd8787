import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { countJobs } from "@/domain/jobs/list-jobs";
import { hashesWaiting } from "@/lib/hashing";
import { load, statements } from "@/lib/load.mjs";
import { whenMeasured } from "@/lib/measure";
import { processWide } from "@/lib/process-wide.mjs";

const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Made at boot where METRICS_TOKEN is set, and then once a process whatever bundle asks. */
export function startMetrics(): Registry {
  return processWide("metrics", () => {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const answers = new Histogram({
      name: "gatehouse_http_request_duration_seconds",
      help: "Answers by method, route and status; sign-ins and refusals among them",
      labelNames: ["method", "route", "status"],
      buckets: SECONDS,
      registers: [registry],
    });
    whenMeasured(({ method, route, status, ms }) => answers.observe({ method, route, status }, ms / 1000));
    new Gauge({
      name: "gatehouse_hashes_waiting",
      help: "Passwords that wait to be hashed",
      registers: [registry],
      collect() {
        this.set(hashesWaiting());
      },
    });
    new Gauge({
      name: "gatehouse_statements_waiting",
      help: "Statements and transactions that the database has not answered yet",
      registers: [registry],
      collect() {
        this.set(statements.waiting);
      },
    });
    new Counter({
      name: "gatehouse_requests_turned_away_total",
      help: "Requests that were told to come back since this instance was behind (OVERLOAD_DELAY_MS)",
      registers: [registry],
      collect() {
        this.reset();
        this.inc(load.turnedAway);
      },
    });
    new Gauge({
      name: "gatehouse_jobs",
      help: "Background jobs by state, on all instances together",
      labelNames: ["state"],
      registers: [registry],
      async collect() {
        for (const [state, count] of Object.entries(await countJobs())) this.set({ state }, count);
      },
    });
    return registry;
  });
}
