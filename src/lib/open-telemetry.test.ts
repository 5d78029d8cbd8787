import { trace } from "@opentelemetry/api";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startCollector } from "@/testing/collector";
import { startTraces } from "./open-telemetry";
import { traceRequest, traceStep } from "./tracing.mjs";

const TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
const PARENT_ID = "00f067aa0ba902b7";

let collector: Awaited<ReturnType<typeof startCollector>>;
let traces: ReturnType<typeof startTraces>;

beforeEach(async () => {
  collector = await startCollector();
  vi.stubEnv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint);
  vi.stubEnv("OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer%20of-the-collector");
  vi.stubEnv("OTEL_RESOURCE_ATTRIBUTES", "service.name=accounts");
  traces = startTraces();
});

afterEach(async () => {
  await traces.stop();
  await collector.stop();
  trace.disable();
});

const ask = (path: string, headers: Record<string, unknown> = {}) =>
  traceRequest({ method: "GET", path, traceId: TRACE_ID, headers });

const step = (work: () => Promise<unknown>, attributes = {}) =>
  traceStep(() => ({ name: "select", kind: "client", attributes }), work);

test("a request and what it asks of the database are one trace, under the id that its answer shows", async () => {
  const span = ask("/api/v1/users/me");
  await span?.within(() => step(async () => {}, { "db.query.text": "select ? from users" }));
  span?.end({ status: 200, route: "/api/v1/users/me", userId: "ada", address: "203.0.113.9" });
  await traces.stop();

  const [statement, asked] = collector.spans;
  expect(asked).toMatchObject({
    name: "GET /api/v1/users/me",
    traceId: TRACE_ID,
    kind: 2,
    service: "accounts",
  });
  expect(asked?.parentSpanId || undefined).toBeUndefined();
  expect(asked?.attributes).toMatchObject({ "http.route": "/api/v1/users/me", "user.id": "ada" });
  expect(statement).toMatchObject({
    name: "select",
    traceId: TRACE_ID,
    parentSpanId: asked?.spanId,
    kind: 3,
  });
  expect(statement?.attributes).toMatchObject({ "db.query.text": "select ? from users" });
  expect(collector.seen).toEqual([{ path: "/v1/traces", authorization: "Bearer of-the-collector" }]);
});

test("a caller's own span is the parent", async () => {
  ask("/", { traceparent: `00-${TRACE_ID}-${PARENT_ID}-01` })?.end({ status: 200 });
  await traces.stop();
  expect(collector.spans).toMatchObject([{ traceId: TRACE_ID, parentSpanId: PARENT_ID }]);
});

test("files and health are not traced, nor what they ask for", async () => {
  for (const path of ["/live", "/ready", "/metrics", "/_next/static/page.js", "/icon.svg"]) {
    const span = ask(path);
    await span?.within(() => step(async () => {}));
    span?.end({ status: 200 });
  }
  await traces.stop();
  expect(collector.spans).toEqual([]);
});

test("a failure is one in the trace as well, without what a log wouldn't show", async () => {
  const token = "0123456789abcdef".repeat(4);
  const failing = step(
    async () => {
      throw new Error(`no answer from https://example.com/reset-password?token=${token}, nor for ${token}`);
    },
    { "http.target": `/reset-password?token=short-one`, n: 7 },
  );
  await expect(failing).rejects.toThrow("no answer");
  const span = ask("/reset-password");
  span?.end({ status: 503, code: "SERVICE_UNAVAILABLE" });
  await traces.stop();
  expect(collector.text()).not.toMatch(/token=|0123456789abcdef/);
  expect(collector.text()).toContain("no answer from https://example.com/reset-password");
  expect(collector.spans[0]?.attributes).toEqual({ "http.target": "/reset-password", n: 7 });
  expect(collector.spans[1]).toMatchObject({ status: { code: 2 } });
  expect(collector.spans[1]?.attributes).toMatchObject({ "gatehouse.problem": "SERVICE_UNAVAILABLE" });
});

test("work of its own begins a trace, under the id that it is given", async () => {
  await traceStep(
    () => ({ name: "job mail", traceId: TRACE_ID, attributes: {} }),
    async () => step(async () => {}),
  );
  await traces.stop();
  expect(collector.spans.map(({ name, traceId }) => [name, traceId])).toEqual([
    ["select", TRACE_ID],
    ["job mail", TRACE_ID],
  ]);
});

test("once it is stopped nothing is described any more", async () => {
  await traces.stop();
  const describe = vi.fn();
  expect(await traceStep(describe, async () => "done")).toBe("done");
  expect(describe).not.toHaveBeenCalled();
  expect(ask("/")).toBeUndefined();
});
