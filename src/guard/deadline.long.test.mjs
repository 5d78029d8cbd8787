import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { ask, serve } from "../testing/servers/guarded-server.mjs";
import { timed } from "../testing/servers/slowness.mjs";

test("a page that doesn't come is answered in time, in the reader's language, and what comes of it later is lost on nobody", {
  timeout: 60_000,
}, async () => {
  const { port, child, log } = await serve();
  const accept = "text/html,application/xhtml+xml";
  const { result, ms } = await timed(() =>
    Promise.all([
      ask(port, { path: "/late", headers: { accept } }),
      ask(port, { path: "/late", headers: { accept, "accept-language": "ru" } }),
      ask(port, { path: "/late" }),
    ]),
  );
  const [page, russian, data] = result;
  expect(ms).toBeLessThan(5_000);

  for (const { status, headers } of [page, russian, data]) {
    expect(status).toBe(503);
    expect(headers).toMatchObject({ "retry-after": "5", "cache-control": "no-store" });
    expect(headers).not.toHaveProperty("x-late");
    expect(headers).not.toHaveProperty("link");
  }
  expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
  expect(page.body).toContain('<html lang="en">');
  expect(page.body).toContain(`Reference: ${page.headers["x-trace-id"]}`);
  expect(russian.body).toContain("Попробовать ещё раз");
  expect(data.body).toMatchObject({ code: "SERVICE_UNAVAILABLE", trace_id: data.headers["x-trace-id"] });
  expect(log()).toContain(String(page.headers["x-trace-id"]));

  await sleep(1_500);
  expect(child.exitCode).toBeNull();
  expect((await ask(port, { path: "/" })).status).toBe(200);
});

test("endpoints keep their own deadline, and what is sent is waited for", { timeout: 60_000 }, async () => {
  const { port } = await serve();
  const [endpoint, sent] = await Promise.all([
    ask(port, { path: "/late", method: "POST" }),
    ask(port, { path: "/late?", method: "PUT" }),
  ]);
  expect([endpoint.status, sent.status]).toEqual([200, 200]);
});
