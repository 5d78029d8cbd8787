import { describe, expect, test, vi } from "vitest";
import en from "../../messages/en.json";
import { ask, serve } from "../testing/servers/guarded-server.mjs";

// The application has started; its event loop is held up without end, until it is told that it is enough.
const HELD_UP = `{
  const { handOver } = await import("./src/lib/application.mjs");
  handOver({ routes: [], pages: [], ownPages: {}, onError: console.error });
  const holding = setInterval(() => {
    const until = performance.now() + 200;
    while (performance.now() < until);
  }, 1);
  process.once("SIGUSR2", () => clearInterval(holding));
}`;

/** A limit that it is always above. */
const LIMIT = { OVERLOAD_DELAY_MS: "20" };

/**
 * @param {number} port
 * @param {{ path?: string, method?: string }} asked
 */
const statusOf = (port, asked) => ask(port, asked).then(({ status }) => status);

/**
 * At first it is a share of them.
 *
 * @param {number} port
 */
async function turnsAllAway(port) {
  await vi.waitFor(
    async () => {
      for (let asked = 0; asked < 5; asked++) expect(await statusOf(port, {})).toBe(503);
    },
    { timeout: 30_000 },
  );
}

describe("where the event loop is behind", () => {
  test("requests are told at once to come back, and come in again when it has caught up", async () => {
    const { port, child } = await serve(LIMIT, HELD_UP);
    await turnsAllAway(port);
    const { status, headers, body } = await ask(port, { path: "/api/v1/auth/me" });
    expect(status).toBe(503);
    expect(headers).toMatchObject({ "retry-after": "5", "content-type": "application/problem+json" });
    expect(body).toMatchObject({ code: "SERVICE_UNAVAILABLE", detail: en.errors.SERVICE_UNAVAILABLE });
    expect(body.trace_id).toBe(headers["x-trace-id"]);
    child.kill("SIGUSR2");
    await vi.waitFor(async () => expect(await statusOf(port, {})).toBe(200), { timeout: 30_000 });
  });

  test("nobody who asks how it is, signs out or loads the files of a page is turned away", async () => {
    const { port } = await serve(LIMIT, HELD_UP);
    await turnsAllAway(port);
    for (const path of ["/live", "/ready", "/health", "/metrics", "/api/v1/health", "/_next/static/a.js"])
      expect(await statusOf(port, { path }), path).toBe(200);
    expect(await statusOf(port, { path: "/api/v1/auth/logout", method: "POST" })).toBe(200);
    expect(await statusOf(port, { path: "/lively" })).toBe(503);
  });

  test("nobody is, where that is switched off", async () => {
    const { port } = await serve({ OVERLOAD_DELAY_MS: "0" }, HELD_UP);
    for (let asked = 0; asked < 20; asked++) expect(await statusOf(port, {})).toBe(200);
  });
});
