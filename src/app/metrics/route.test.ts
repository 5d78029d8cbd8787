import { afterEach, expect, test } from "vitest";
import { startMetrics } from "@/domain/health/metrics";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";

const TOKEN = "a token of Prometheus";

const api = serveApi();
afterEach(() => resetSettings());

test("there are none where no token is set", async () => {
  resetSettings({ METRICS_TOKEN: "" });
  expect((await ask(TOKEN)).status).toBe(404);
});

test.each([
  ["without a token", undefined],
  ["with another's", "a token of nobody's"],
])("are nobody's %s", async (_how, token) => {
  resetSettings({ METRICS_TOKEN: TOKEN });
  const answer = await ask(token);
  expect(answer.status).toBe(401);
  expect(await answer.text()).not.toContain("gatehouse_");
});

test("count answers by the pattern of their address, jobs by state, and the process", async () => {
  resetSettings({ METRICS_TOKEN: TOKEN });
  startMetrics();
  await api.fetch("/api/v1/auth/sessions/0b0e7cb2-6f1c-4d6c-9d3e-6f2f1c8f2f11", { method: "DELETE" });
  const answer = await ask(TOKEN);
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
  const text = await answer.text();
  expect(text).toMatch(
    /gatehouse_http_request_duration_seconds_count\{method="DELETE",route="\/api\/v1\/auth\/sessions\/\{id\}",status="401"\} [1-9]/,
  );
  expect(text).not.toContain("0b0e7cb2");
  expect(text).toContain("gatehouse_hashes_waiting 0");
  expect(text).toMatch(/gatehouse_jobs\{state="failed"\} \d/);
  expect(text).toContain("nodejs_eventloop_lag_p99_seconds");
});

function ask(token: string | undefined) {
  return api.fetch("/metrics", { headers: token ? { authorization: `Bearer ${token}` } : {} });
}
