import { type SentSpan, startCollector } from "../src/testing/collector";
import { expect, PASSWORD, test } from "./fixtures";
import { startFreshInstallation } from "./own-server";

test("a request's trace has its endpoint, its statements and what Next itself traces, and no secret", async ({
  request,
}) => {
  const collector = await startCollector();
  const server = await startFreshInstallation({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint });
  const body = { organization_name: "Lantern", admin_email: "greta@example.com", admin_password: PASSWORD };
  const founded = await request.post(`${server.address}/api/v1/setup/initialize`, { data: body });
  const { access_token } = await founded.json();
  const home = await request.get(`${server.address}/`, {
    headers: { cookie: `gatehouse.access=${access_token}` },
  });
  expect(home.status()).toBe(200);
  await request.get(`${server.address}/reset-password?token=of-a-mailed-link`);
  // What was not sent yet is, before it ends.
  await server.stop();
  await collector.stop();

  const traceOf = (traceId = "") => collector.spans.filter((span: SentSpan) => span.traceId === traceId);
  const setUp = traceOf(founded.headers()["x-trace-id"]);
  const root = setUp.find(({ parentSpanId }) => !parentSpanId);
  expect(root).toMatchObject({
    name: "POST /api/v1/setup/initialize",
    attributes: { "http.response.status_code": 201 },
  });
  expect(setUp.filter(({ name }) => name === "insert" || name === "with").length).toBeGreaterThan(0);
  const page = traceOf(home.headers()["x-trace-id"]);
  expect(page.some(({ attributes }) => attributes["next.span_type"] === "BaseServer.handleRequest")).toBe(
    true,
  );
  expect(page.some(({ name }) => name === "select")).toBe(true);
  for (const secret of [PASSWORD, access_token, "of-a-mailed-link", "greta@example.com"])
    expect(collector.text()).not.toContain(secret);
});
