import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { log } from "@/lib/log";
import { requestContext } from "@/lib/request-context.mjs";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { signedIn } from "@/testing/callers";
import { endpoint } from "./endpoint";
import { route } from "./route";

const api = serveApi();

beforeEach(() => resetSettings());

describe("404 and 405", () => {
  it.each(["/api", "/api/", "/api/v1", "/api/v2/auth/me", "/api/v1/auth", "/api/v1/auth/me/x", "/api/%00"])(
    "NOT_FOUND for %s, by every method",
    async (path) => {
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
        await expect(await api.fetch(path, { method })).toFailWith("NOT_FOUND");
      }
      const head = await api.fetch(path, { method: "HEAD" });
      expect([head.status, await head.text()]).toEqual([404, ""]);
    },
  );

  it.each([
    ["/api/v1/auth/login", "POST, OPTIONS"],
    ["/api/v1/auth/me", "GET, HEAD, OPTIONS"],
    ["/api/v1/auth/refresh", "GET, POST, HEAD, OPTIONS"],
    ["/api/v1/users/me", "GET, PATCH, DELETE, HEAD, OPTIONS"],
    ["/api/v1/auth/sessions", "GET, DELETE, HEAD, OPTIONS"],
    ["/live", "GET, HEAD, OPTIONS"],
  ])("METHOD_NOT_ALLOWED at %s, with Allow: %s", async (path, allow) => {
    const missing = ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((method) => !allow.includes(method));
    for (const method of missing) {
      const response = await api.fetch(path, { method });
      await expect(response).toFailWith("METHOD_NOT_ALLOWED");
      expect(response.headers.get("allow")).toBe(allow);
    }
    const options = await api.fetch(path, { method: "OPTIONS" });
    expect([options.status, options.headers.get("allow")]).toEqual([204, allow]);
  });
});

describe("X-Trace-ID", () => {
  const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  it("is that of a valid traceparent, in header and body", async () => {
    const headers = { traceparent: `00-${TRACE}-00f067aa0ba902b7-01` };
    const response = await api.fetch("/api/v1/auth/me", { headers });
    expect(response.headers.get("x-trace-id")).toBe(TRACE);
    expect((await response.json()).trace_id).toBe(TRACE);
    const later = { traceparent: `01-${TRACE}-00f067aa0ba902b7-00-what-comes-later` };
    expect((await api.fetch("/live", { headers: later })).headers.get("x-trace-id")).toBe(TRACE);
  });

  it.each([
    undefined,
    "",
    "nonsense",
    `00-${"0".repeat(32)}-00f067aa0ba902b7-01`,
    `00-${TRACE}-${"0".repeat(16)}-01`,
    `ff-${TRACE}-00f067aa0ba902b7-01`,
    `00-${TRACE.toUpperCase()}-00f067aa0ba902b7-01`,
    `00-${TRACE}x-00f067aa0ba902b7-01`,
    `00-${TRACE}-00f067aa0ba902b7`,
    `00-${TRACE}-00f067aa0ba902b7-01, 00-${TRACE}-00f067aa0ba902b7-01`,
    "00-<script>-00f067aa0ba902b7-01",
  ])("is a new one for the traceparent %j", async (traceparent) => {
    const headers: Record<string, string> = traceparent === undefined ? {} : { traceparent };
    const first = (await api.fetch("/live", { headers })).headers.get("x-trace-id");
    const second = (await api.fetch("/live", { headers })).headers.get("x-trace-id");
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(first).not.toBe(TRACE);
    expect(second).not.toBe(first);
  });

  it("stands on every answer, whatever its kind", async () => {
    const { fetch } = await signedIn(api);
    for (const [method, path] of [
      ["GET", "/api/v1/auth/me"],
      ["HEAD", "/api/v1/auth/me"],
      ["OPTIONS", "/api/v1/auth/me"],
      ["POST", "/api/v1/auth/me"],
      ["GET", "/api/nowhere"],
      ["POST", "/api/v1/auth/logout"],
      ["GET", "/api/v1/auth/refresh"],
      ["GET", "/live"],
      ["GET", "/ready"],
    ] as const) {
      expect((await fetch(path, { method })).headers.get("x-trace-id"), path).toMatch(/^[0-9a-f]{32}$/);
    }
  });
});

describe("transport", () => {
  it("HSTS for two years where APP_URL is https, and nowhere else", async () => {
    expect((await api.fetch("/live")).headers.get("strict-transport-security")).toBeNull();
    resetSettings({ APP_URL: "https://accounts.example.com" });
    const { headers } = await api.fetch("/api/v1/auth/me");
    expect(headers.get("strict-transport-security")).toBe("max-age=63072000; includeSubDomains");
  });
});

describe("what nobody foresaw", () => {
  const SECRET = "hunter2-hunter2";
  const fails = route("/fails", {
    GET: endpoint({
      summary: "Fails",
      tag: "Service",
      public: true,
      status: 200,
      answer: z.object({}),
      handle: async () => {
        throw new TypeError(`select * from users where password = '${SECRET}'`, { cause: new Error("deep") });
      },
    }),
  });

  it("is a 500 INTERNAL_ERROR that says nothing, and a log line under the same trace id", async () => {
    let traceId: string | undefined;
    const error = vi.spyOn(log(), "error").mockImplementation(() => {
      traceId = requestContext()?.traceId;
    });
    const response = await fails.GET(new Request("http://localhost/fails"));
    await expect(response).toFailWith("INTERNAL_ERROR");
    const { trace_id, detail, ...rest } = await response.json();
    expect(detail).toBe("Something went wrong on our side.");
    expect(JSON.stringify(rest)).not.toMatch(/select|hunter2|TypeError|route\.test/);
    expect(error).toHaveBeenCalledOnce();
    expect(traceId).toBe(trace_id);
  });

  it("an answer that isn't as declared doesn't go out", async () => {
    vi.spyOn(log(), "error").mockImplementation(() => {});
    const leaks = route("/leaks", {
      GET: endpoint({
        summary: "Leaks",
        tag: "Service",
        public: true,
        status: 200,
        answer: z.object({ id: z.uuid() }),
        handle: async () => ({ id: SECRET }),
      }),
      POST: endpoint({
        summary: "Adds",
        tag: "Service",
        public: true,
        status: 200,
        answer: z.object({ id: z.string() }),
        handle: async () => ({ id: "x", hashed_password: SECRET }),
      }),
    });
    await expect(await leaks.GET(new Request("http://localhost/leaks"))).toFailWith("INTERNAL_ERROR");
    const cut = await leaks.POST(new Request("http://localhost/leaks", { method: "POST" }));
    expect(await cut.json()).toEqual({ id: "x" });
  });

  it("a request is told in one log line, with who asked and without what they brought", async () => {
    const info = vi.spyOn(log(), "info").mockImplementation(() => {});
    const { user, session, fetch } = await signedIn(api);
    await fetch("/api/v1/auth/me?token=secret-in-the-query");
    expect(info).toHaveBeenCalledExactlyOnceWith(
      {
        method: "GET",
        route: "/api/v1/auth/me",
        status: 200,
        ms: expect.any(Number),
        address: "127.0.0.1",
        user_id: user.id,
      },
      "request",
    );
    expect(JSON.stringify(info.mock.calls)).not.toContain(session.accessToken);
    info.mockClear();
    await api.fetch("/api/v1/auth/me");
    const refused = { status: 401, code: "MISSING_TOKEN", address: "127.0.0.1" };
    expect(info).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(refused), "request");
    info.mockClear();
    await api.fetch("/live");
    expect(info).not.toHaveBeenCalled();
  });
});
