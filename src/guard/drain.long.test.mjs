import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { ask, serve } from "../testing/servers/guarded-server.mjs";
import { timed } from "../testing/servers/slowness.mjs";

// Whoever has not asked again by then is idle, and is let go.
const LONGEST_PAUSE_MS = 300;

describe("stopping", () => {
  test("no client that asks without pause sees its connection reset", async () => {
    // The best of three: on a machine that is busy with other things, clients pause against their will.
    let problems = await stopUnderLoad();
    for (let attempt = 2; attempt <= 3 && problems.length > 0; attempt++) problems = await stopUnderLoad();
    expect(problems).toEqual([]);
  });

  test("forty that were sent 30 ms before it are all answered, however long the first ones hold the loop up", async () => {
    const busy = `{
      const { createServer } = await import("node:http");
      const http = (await import("node:http")).default;
      http.createServer = (listener) => createServer((request, response) => {
        const until = performance.now() + 15;
        while (performance.now() < until);
        listener(request, response);
      });
      (await import("node:module")).syncBuiltinESMExports();
    }`;
    const { port, child, ended } = await serve({}, busy);
    /** @type {Set<string>} */
    const problems = new Set();
    const sent = Array.from({ length: 40 }, () => ask(port).catch((error) => problems.add(error.code)));
    await sleep(30);
    child.kill("SIGTERM");
    await Promise.all(sent);
    await ended;
    // Who was slower than the signal found nobody, and may ask elsewhere.
    problems.delete("ECONNREFUSED");
    expect([...problems]).toEqual([]);
  });

  test("a request that hangs doesn't keep the process longer than 15 s", { timeout: 60_000 }, async () => {
    const { port, child, ended, asked } = await serve();
    const hung = ask(port, { path: "/hang", method: "POST" }).catch((error) => error.code);
    await asked("/hang");
    const { ms } = await timed(() => {
      child.kill("SIGTERM");
      return ended;
    });
    expect(ms).toBeLessThan(15_000);
    expect(await hung).toBe("ECONNRESET");
  });

  test("for as long as it was told to, everything is as before; then connections are closed", async () => {
    const { port, child, ended } = await serve({ SHUTDOWN_DELAY_MS: "1500" });
    const agent = new http.Agent({ keepAlive: true });
    const began = performance.now();
    child.kill("SIGTERM");
    const asked = await ask(port, { agent });
    // Beside heavy load it may have come too late to say anything about that time.
    if (performance.now() - began < 1_000) expect(asked.headers.connection).toBe("keep-alive");
    expect(asked.status).toBe(200);
    expect(await ended).toEqual([0, null]);
    expect(performance.now() - began).toBeGreaterThanOrEqual(1_500);
  });
});

/** Twenty clients ask until nobody listens any more; what went wrong for those that were still let in. */
async function stopUnderLoad() {
  const { port, child, ended } = await serve();
  let stopped = false;
  /** @type {string[]} */
  const problems = [];
  const clients = Array.from({ length: 20 }, async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    let answered = performance.now();
    while (!stopped) {
      await ask(port, { agent }).catch((error) => {
        const paused = performance.now() - answered > LONGEST_PAUSE_MS;
        // Nobody listens any more: that one was never taken in.
        if (error.code !== "ECONNREFUSED" && !paused) problems.push(error.code);
        stopped = true;
      });
      answered = performance.now();
    }
  });
  await sleep(300);
  child.kill("SIGTERM");
  await Promise.all(clients);
  await ended;
  return problems;
}
