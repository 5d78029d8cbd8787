import http from "node:http";
import { describe, expect, test, vi } from "vitest";
import { isAlive } from "../../scripts/launch/ground/processes.mjs";
import { ask, serve } from "../testing/servers/guarded-server.mjs";
import { timed } from "../testing/servers/slowness.mjs";

describe("stopping", () => {
  test("answers what is in flight to its end, refuses new connections, and says that the connection closes", async () => {
    const { port, child, ended, asked } = await serve();
    const agent = new http.Agent({ keepAlive: true });
    const inFlight = ask(port, { path: "/slow", agent });
    await asked("/slow");
    child.kill("SIGTERM");
    await vi.waitFor(() => expect(ask(port)).rejects.toMatchObject({ code: "ECONNREFUSED" }), 10_000);
    const { status, headers } = await inFlight;
    expect(status).toBe(200);
    expect(headers.connection).toBe("close");
    expect(await ended).toEqual([0, null]);
  });

  test("an idle connection is let go within a second", async () => {
    const { port, child, ended } = await serve();
    const agent = new http.Agent({ keepAlive: true });
    await ask(port, { agent });
    const { ms } = await timed(() => {
      child.kill("SIGTERM");
      return ended;
    });
    expect(ms).toBeLessThan(1_000);
  });

  test("how long an idle connection stays open is a setting", async () => {
    const { port } = await serve({ KEEP_ALIVE_TIMEOUT_MS: "5000" });
    const { headers } = await ask(port, { agent: new http.Agent({ keepAlive: true }) });
    expect(headers["keep-alive"]).toBe("timeout=5");
  });

  test("a second signal changes nothing, and nothing is left", async () => {
    const { port, child, ended, asked } = await serve();
    const inFlight = ask(port, { path: "/slow" });
    await asked("/slow");
    child.kill("SIGTERM");
    child.kill("SIGTERM");
    expect((await inFlight).status).toBe(200);
    await ended;
    expect(isAlive(Number(child.pid))).toBe(false);
  });
});
