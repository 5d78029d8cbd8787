import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { ask, serve } from "../testing/servers/guarded-server.mjs";

// Whoever is slow in sending holds a connection for so long, and then no longer, whether they listen or not.

/** The guard's own server, with limits for which a test can wait. */
const HURRIED = `{
  const http = (await import("node:http")).default;
  const guarded = http.createServer;
  const limits = { headersTimeout: 400, requestTimeout: 800, connectionsCheckingInterval: 50 };
  http.createServer = (listener) => guarded(limits, listener);
  (await import("node:module")).syncBuiltinESMExports();
}`;

const HEAD = "POST /hang HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

/**
 * Sends a byte now and then until the connection is gone, and closes it by no means.
 *
 * @param {number} port
 * @param {{ head: string, part: string }} request
 */
async function trickle(port, { head, part }) {
  const socket = net.connect({ port, host: "127.0.0.1", allowHalfOpen: true }).setEncoding("utf8");
  let answer = "";
  socket.on("data", (text) => {
    answer += text;
  });
  socket.on("error", () => {});
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.write(head);
  const sending = setInterval(() => socket.write(part), 50);
  await Promise.race([closed, sleep(20_000, null, { ref: false })]);
  clearInterval(sending);
  const { destroyed } = socket;
  socket.destroy();
  return { answer, isGone: destroyed };
}

describe("who is slow", () => {
  test.each([
    ["headers", "POST /hang HTTP/1.1\r\nHost: localhost\r\n", "X-Slow: 1\r\n"],
    ["a body of a known length", `${HEAD}Content-Length: 60000\r\n\r\n`, "x"],
    ["a body in chunks", `${HEAD}Transfer-Encoding: chunked\r\n\r\n`, "1\r\nx\r\n"],
    [
      "a body where none belongs",
      "GET /hang HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n",
      "x",
    ],
  ])("to send %s is answered 408 and disconnected", { timeout: 30_000 }, async (_what, head, part) => {
    const { port } = await serve({}, HURRIED);
    const { answer, isGone } = await trickle(port, { head, part });
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(answer).toContain('"code":"MALFORMED_REQUEST"');
    expect(isGone).toBe(true);
    expect((await ask(port)).status).toBe(200);
  });

  test("to send a body after the answer is disconnected as well", { timeout: 30_000 }, async () => {
    const { port } = await serve({}, HURRIED);
    const head = "POST /early HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n";
    const { answer, isGone } = await trickle(port, { head, part: "x" });
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(isGone).toBe(true);
  });

  test("has 15 s for the headers and 30 s for all of it", async () => {
    const { asked } = await serve(
      {},
      `{
        const http = (await import("node:http")).default;
        const guarded = http.createServer;
        http.createServer = (listener) => {
          const server = guarded(listener);
          const tell = () => console.log("asked " + [server.headersTimeout, server.requestTimeout]);
          return server.once("listening", () => setTimeout(tell, 100));
        };
        (await import("node:module")).syncBuiltinESMExports();
      }`,
    );
    await asked("15000,30000");
  });
});

test("the API doesn't wait for ever for an application that doesn't come", async () => {
  const { port } = await serve({ API_BEFORE_NEXT: "on" });
  expect((await ask(port, { path: "/api/v1/things" })).body).toMatchObject({ url: "/api/v1/things" });
}, 60_000);
