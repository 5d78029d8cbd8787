import net from "node:net";
import { expect, test, vi } from "vitest";
import { ask, send, serve } from "../testing/servers/guarded-server.mjs";

const PATIENCE_MS = 20_000;

// What stands behind answers with what it was asked ("url"); the handlers that are handed over say who they are ("by").
const HANDED_OVER = `
  const { handOver } = await import(process.cwd() + "/src/lib/application.mjs");
  const say = (request, { params }) => params.then(async (params) =>
    Response.json({ by: request.method, params, body: await request.text(), from: request.headers.get("x-forwarded-for"),
      all: Object.fromEntries(new Headers(request.headers)) }, { headers: { vary: "Origin" } }));
  const { textResponse } = await import(process.cwd() + "/src/lib/text-response.mjs");
  const text = async () => {
    const headers = new Headers({ "content-type": "application/json", "set-cookie": "a=1" });
    headers.append("set-cookie", "b=2");
    headers.set("vary", "Origin");
    return textResponse('{"said":"grüß"}', { status: 201, headers });
  };
  const fail = async () => { throw new Error("of nobody's making"); };
  handOver({
    pages: [],
    ownPages: {},
    routes: [
      { address: "/api/v1/things/[id]", load: async () => ({ GET: say, POST: say }) },
      { address: "/api/v1/things/[id]/[part]", load: async () => ({ GET: say }) },
      { address: "/api/v1/text", load: async () => ({ GET: text }) },
      { address: "/api/v1/broken", load: async () => ({ GET: fail }) },
      { address: "/api/v1/unloadable", load: () => fail() },
    ],
    onError: (error, { path }) => console.log("reported " + error.message + " " + path),
  });
`;

/** A server whose application has started, or does so when it is told to. */
function started(env = {}, start = HANDED_OVER) {
  return serve({ API_BEFORE_NEXT: "on", ...env }, start);
}

test("who comes before it has started waits for it, however many do and go away again, and a page isn't kept waiting", async () => {
  const { port, child, log } = await started({}, `process.once("SIGUSR2", async () => {${HANDED_OVER}});`);
  const early = Array.from({ length: 20 }, (_, n) => ask(port, { path: `/api/v1/things/${n}` }));
  const unknown = ask(port, { path: "/api/v1/elsewhere" });
  const post = (/** @type {string} */ body) =>
    `POST /api/v1/things/8 HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 3\r\n\r\n${body}`;
  const written = send(port, post("abc"));
  for (const body of ["", "a", "abc"]) {
    const goingAway = net.connect(port, "127.0.0.1", () =>
      goingAway.write(post(body), () => goingAway.destroy()),
    );
  }
  expect((await ask(port, { path: "/page" })).body).toMatchObject({ url: "/page" });
  expect(log()).not.toContain("asked /api");
  child.kill("SIGUSR2");
  for (const [n, { body }] of (await Promise.all(early)).entries())
    expect(body).toMatchObject({ by: "GET", params: { id: String(n) } });
  expect((await unknown).body).toMatchObject({ url: "/api/v1/elsewhere" });
  expect((await written).problem).toMatchObject({ by: "POST", body: "abc" });
  expect(log().match(/^asked .*/gm)).toEqual(["asked /page", "asked /api/v1/elsewhere"]);
});

test("a handler is called with its parameters, what the caller sent, and what the guard knows of them", async () => {
  const { port } = await started();
  const headers = { "X-Forwarded-For": "6.6.6.6", "X-Real-IP": "6.6.6.6", "X-Kept": "yes" };
  const { status, headers: answered, body } = await ask(port, { path: "/api/v1/things/7?a=b", headers });
  expect(status).toBe(200);
  expect(body).toMatchObject({ by: "GET", params: { id: "7" }, from: "127.0.0.1" });
  expect(body.all).toMatchObject({ "x-forwarded-for": "127.0.0.1", "x-kept": "yes" });
  expect(JSON.stringify(body.all)).not.toMatch(/6\.6\.6\.6|x-real-ip/);
  expect(answered).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
  expect(answered.vary).toMatch(/^rsc, .*, Origin$/);
  expect(answered["x-trace-id"]).toMatch(/^[0-9a-f]{32}$/);

  const sent = await send(
    port,
    "POST /api/v1/things/8 HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n",
  );
  expect(sent.problem).toMatchObject({ by: "POST", params: { id: "8" }, body: "abc" });
});

test.each([
  "/api/v1/things/7/",
  "//api/v1/things/7",
  "/api/v1/things/%37",
  "/api/v1/things/..",
  "/api/v1/things/../things/7",
  "/api/v1/things/7?nxtPid=8",
  "/api/v1/elsewhere",
  "/api/auth/things/7",
])("%s goes to Next, as it came", async (path) => {
  const { port } = await started();
  expect((await ask(port, { path })).body).toMatchObject({ url: path });
});

test("so does a method that no handler is for, a host that is none, and everything where it is switched off", async () => {
  const { port } = await started();
  expect((await ask(port, { path: "/api/v1/things/7", method: "DELETE" })).body).toMatchObject({
    method: "DELETE",
  });
  expect((await ask(port, { path: "/api/v1/things/7", headers: { Host: "a b" } })).body).toHaveProperty(
    "url",
  );
  const { port: off } = await started({ API_BEFORE_NEXT: "off" });
  for (let n = 0; n < 2; n++)
    expect((await ask(off, { path: "/api/v1/things/7" })).body).toHaveProperty("url");
  const { port: development } = await started({ NODE_ENV: "development" });
  for (let n = 0; n < 2; n++)
    expect((await ask(development, { path: "/api/v1/things/7" })).body).toHaveProperty("url");
});

test("an answer that is a text goes out with its head: every cookie a line, its length in bytes", async () => {
  const { port } = await started();
  const { head, problem } = await send(
    port,
    "GET /api/v1/text HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
  );
  expect(head).toMatch(/^HTTP\/1\.1 201 /);
  expect(head).toMatch(/\r\nset-cookie: a=1\r\nset-cookie: b=2\r\n/i);
  expect(head).toMatch(/\r\nvary: rsc, .*, Origin\r\n/i);
  expect(head).toMatch(/\r\ncontent-length: 17$/im);
  expect(problem).toEqual({ said: "grüß" });
});

test("what a handler throws is reported, and told to the caller as a problem without what it was", async () => {
  const { port, log } = await started();
  const { status, headers, body } = await ask(port, { path: "/api/v1/broken" });
  expect(status).toBe(500);
  expect(body).toMatchObject({ code: "INTERNAL_ERROR", trace_id: headers["x-trace-id"] });
  expect(JSON.stringify(body)).not.toContain("nobody's making");
  await vi.waitFor(() => expect(log()).toContain("reported of nobody's making /api/v1/broken"), PATIENCE_MS);
});

test("handlers that can't be loaded are reported, and Next may try", async () => {
  const { port, log } = await started();
  const path = "/api/v1/unloadable";
  expect((await ask(port, { path })).body).toMatchObject({ url: path });
  await vi.waitFor(() => expect(log()).toContain(`reported of nobody's making ${path}`), PATIENCE_MS);
});
