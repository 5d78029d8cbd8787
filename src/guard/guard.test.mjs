import { describe, expect, test, vi } from "vitest";
import en from "../../messages/en.json";
import ru from "../../messages/ru.json";
import { ask, send, serve } from "../testing/servers/guarded-server.mjs";

describe("who calls", () => {
  test("is the socket, and what the caller says about it is gone", async () => {
    const { port } = await serve();
    const forged = {
      "X-Forwarded-For": "6.6.6.6",
      "X-Forwarded-Proto": "https",
      "X-Forwarded-Host": "evil.example",
      "X-Real-IP": "6.6.6.6",
      Forwarded: "for=6.6.6.6",
      "True-Client-IP": "6.6.6.6",
    };
    const { body } = await ask(port, { headers: forged });
    expect(body.headers).toMatchObject({
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-proto": "http",
      "x-forwarded-host": "localhost:3000",
      "x-forwarded-port": "3000",
    });
    expect(JSON.stringify(body.headers)).not.toContain("6.6.6.6");
  });

  test("is what the trusted proxy saw, also over several headers, and the address is the application's own", async () => {
    const { port } = await serve({ TRUSTED_PROXY_HOPS: "1", APP_URL: "https://app.example.com" });
    const { body } = await ask(port, { headers: { "X-Forwarded-For": ["6.6.6.6", "::ffff:203.0.113.9"] } });
    expect(body.headers).toMatchObject({
      "x-forwarded-for": "203.0.113.9",
      "x-forwarded-proto": "https",
      "x-forwarded-host": "app.example.com",
      "x-forwarded-port": "443",
    });
  });

  test("can't speak to Next in its own words, nor change the method or the path", async () => {
    const { port } = await serve();
    const words = {
      "x-middleware-subrequest": "middleware:middleware:middleware",
      "X-Middleware-Rewrite": "/admin",
      "x-nextjs-data": "1",
      "x-matched-path": "/admin",
      "x-now-route-matches": "1",
      "x-invoke-path": "/admin",
      "next-resume": "1",
      "x-original-url": "/admin",
      "x-rewrite-url": "/admin",
      "x-http-method-override": "DELETE",
      "x-prerender-revalidate": "guess",
      "x-nonce": "EVIL",
      "x-gatehouse-path": "//evil.example",
      "Content-Security-Policy": "script-src 'nonce-EVIL'",
    };
    const { body } = await ask(port, { headers: { ...words, rsc: "1", "x-kept": "yes" } });
    for (const name of Object.keys(words)) expect(body.headers).not.toHaveProperty(name.toLowerCase());
    expect(body.headers).toMatchObject({ rsc: "1", "x-kept": "yes" });
  });
});

describe("whether somebody at this machine asks", () => {
  test("is said where nothing speaks for another", async () => {
    const { port } = await serve();
    for (const host of [`localhost:${port}`, "127.0.0.1", `[::1]:${port}`]) {
      const { body } = await ask(port, { headers: { Host: host } });
      expect(body.headers, host).toHaveProperty("x-gatehouse-local", "1");
    }
  });

  test.each([
    ["X-Forwarded-For", "127.0.0.1"],
    ["X-Forwarded-Host", "localhost"],
    ["X-Forwarded-Proto", "https"],
    ["Forwarded", "for=127.0.0.1"],
    ["X-Real-IP", "127.0.0.1"],
    ["CF-Connecting-IP", "203.0.113.9"],
    ["True-Client-IP", "203.0.113.9"],
    ["Fly-Client-IP", "203.0.113.9"],
    ["Tailscale-User-Login", "ada@example.com"],
    ["X-Original-Host", "demo.example"],
    ["X-Client-IP", "203.0.113.9"],
    ["Via", "1.1 proxy"],
    ["CDN-Loop", "edge"],
    ["Host", "gatehouse.example"],
    ["Host", "localhost.example.com:3000"],
    ["Host", "127.0.0.1.nip.io"],
  ])("is not said with %s: %s, nor taken from who claims it", async (name, value) => {
    const { port } = await serve();
    const { body } = await ask(port, { headers: { [name]: value, "X-Gatehouse-Local": "1" } });
    expect(body.headers).not.toHaveProperty("x-gatehouse-local");
  });

  test("is never said where a proxy is trusted", async () => {
    const { port } = await serve({ TRUSTED_PROXY_HOPS: "1" });
    expect((await ask(port)).body.headers).not.toHaveProperty("x-gatehouse-local");
  });
});

describe("what is no request", () => {
  test.each(["TRACE", "PROPFIND", "PURGE", "M-SEARCH"])(
    "%s is 405 with Allow, as a problem, and logged",
    async (method) => {
      const { port, log } = await serve();
      const { status, headers, body } = await ask(port, { method });
      expect(status).toBe(405);
      expect(headers.allow).toBe("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
      expect(headers["content-type"]).toBe("application/problem+json");
      expect(body).toMatchObject({ type: "about:blank", status: 405, code: "METHOD_NOT_ALLOWED" });
      expect(headers["x-trace-id"]).toBe(body.trace_id);
      const line = await vi.waitUntil(() => log(), 20_000); // written by the other process, soon after
      expect(JSON.parse(line)).toMatchObject({ trace_id: body.trace_id, status: 405, method });
    },
  );

  test("it is said in the caller's language: by cookie, else as their browser asks", async () => {
    const { port } = await serve();
    const english = await ask(port, { method: "TRACE", headers: { "Accept-Language": "la, en;q=0.5" } });
    const russian = await ask(port, { method: "TRACE", headers: { "Accept-Language": "ru-RU, en;q=0.5" } });
    const chosen = await ask(port, {
      method: "TRACE",
      headers: { "Accept-Language": "en", Cookie: "a=b; NEXT_LOCALE=ru" },
    });
    expect(english.body.detail).toBe(en.errors.METHOD_NOT_ALLOWED);
    expect(russian.body.detail).toBe(ru.errors.METHOD_NOT_ALLOWED);
    expect(chosen.body.detail).toBe(russian.body.detail);
  });

  test("CONNECT is 405 too", async () => {
    const { port } = await serve();
    const { status, problem } = await send(
      port,
      "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    );
    expect(status).toBe(405);
    expect(problem.code).toBe("METHOD_NOT_ALLOWED");
  });

  test.each([
    ["no HTTP at all", "\u0016\u0003\u0001 hello\r\n\r\n"],
    ["a bad header", "GET / HTTP/1.1\r\nHost: a\r\nBad Header: 1\r\n\r\n"],
    ["two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"],
    [
      "length and chunks",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ],
    ["an unknown method", "NONSENSE / HTTP/1.1\r\nHost: a\r\n\r\n"],
    ["no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"],
    ["two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"],
    [
      "two authorizations",
      "GET / HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n",
    ],
    ["more parameters than anybody reads", `GET /?${"a&".repeat(200)} HTTP/1.1\r\nHost: a\r\n\r\n`],
    ["an unreadable target", "GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n"],
    ["a path with a broken escape", "GET /a/%zz HTTP/1.1\r\nHost: a\r\n\r\n"],
    ["a path with an escape cut short", "GET /a/% HTTP/1.1\r\nHost: a\r\n\r\n"],
    ["a path that is no UTF-8", "GET /a/%ff%fe HTTP/1.1\r\nHost: a\r\n\r\n"],
    ["a surrogate in a path", "GET http://a/b/%ED%A0%80?c HTTP/1.1\r\nHost: a\r\n\r\n"],
  ])("%s is 400, as a problem", async (_, bytes) => {
    const { port } = await serve();
    const { status, problem } = await send(port, bytes);
    expect(status).toBe(400);
    expect(problem).toMatchObject({ status: 400, code: "MALFORMED_REQUEST" });
  });

  test.each(["/_next/image?url=%2Ficon.svg&w=64&q=75", "/_next/image", "/_next/image/"])(
    "%s is nothing, whatever Next would make of it",
    async (path) => {
      const { port, log } = await serve();
      const { status, body } = await ask(port, { path });
      expect([status, body.code]).toEqual([404, "NOT_FOUND"]);
      expect(log()).not.toContain("asked");
    },
  );

  test("what stands behind the question mark is for the application to read", async () => {
    const { port } = await serve();
    expect((await ask(port, { path: "/a/%D1%8F?next=%zz%ff" })).status).toBe(200);
  });

  test("a long name of a program is cut to what a session keeps of it", async () => {
    const { port } = await serve();
    const { body } = await ask(port, { headers: { "User-Agent": "a".repeat(15_000) } });
    expect(body.headers["user-agent"]).toHaveLength(500);
  });

  test("over https browsers are told so with every answer, refusals too", async () => {
    const { port } = await serve({ APP_URL: "https://app.example.com" });
    for (const options of [{}, { method: "PURGE" }, { path: "/x.css" }]) {
      const { headers } = await ask(port, options);
      expect(headers["strict-transport-security"]).toBe("max-age=63072000; includeSubDomains");
    }
    expect((await ask((await serve()).port)).headers).not.toHaveProperty("strict-transport-security");
  });

  test("headers beyond the limit are 431", async () => {
    const { port } = await serve();
    const { status, problem } = await send(
      port,
      `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${"a".repeat(20_000)}\r\n\r\n`,
    );
    expect(status).toBe(431);
    expect(problem.status).toBe(431);
  });

  test("keeps the trace id of a valid traceparent", async () => {
    const { port } = await serve();
    const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
    const { body } = await ask(port, {
      method: "TRACE",
      headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
    });
    expect(body.trace_id).toBe(traceId);
  });

  test("an absolute address is read as its path, and an offered upgrade as the plain request it also is", async () => {
    const { port } = await serve();
    const absolute = await send(
      port,
      "GET http://a.example/b?c HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n",
    );
    expect(absolute.status).toBe(200);
    const { body } = await ask(port, { path: "http://a.example/b?c" });
    expect(body.url).toBe("/b?c");
    const offered = await ask(port, { headers: { Connection: "Upgrade, HTTP2-Settings", Upgrade: "h2c" } });
    expect(offered.status).toBe(200);
  });

  test("hot reload may still upgrade its connection in development", async () => {
    const { port } = await serve({ NODE_ENV: "development" });
    const { status } = await send(
      port,
      "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
    );
    expect(status).toBe(101);
  });
});
