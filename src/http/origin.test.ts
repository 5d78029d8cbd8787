import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { cookieHeader, signedIn } from "@/testing/callers";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { createUser, PASSWORD, setUpOrganization } from "@/testing/factories";
import { safeNext } from "./origin";

const api = serveApi();

beforeAll(async () => {
  useCheapHashing();
  await setUpOrganization();
});
beforeEach(() => resetSettings());

const own = () => new URL(api.url).origin;
const port = () => new URL(api.url).port;

const FOREIGN: Record<string, string>[] = [
  { origin: "null" },
  { origin: "" },
  { origin: "https://evil.example" },
  { origin: "http://localhost" },
  { origin: "http://localhost:1" },
  { origin: "not an origin" },
  { origin: "javascript:alert(1)" },
  { origin: "file://" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
  { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
];

/** Spellings of our own origin that no browser sends. */
const MALFORMED = [
  (origin: string) => `${origin}/`,
  (origin: string) => `${origin}/login`,
  (origin: string) => origin.toUpperCase(),
  (origin: string) => `${origin}.evil.example`,
  (origin: string) => `${origin}@evil.example`,
  (origin: string) => `${origin}, https://evil.example`,
  (origin: string) => `${origin} ${origin}`,
  (origin: string) => origin.replace("http:", "https:"),
  (origin: string) => origin.replace("//", "//evil@"),
  (origin: string) => origin.replace("localhost", "localhost.localdomain"),
  (origin: string) => origin.replace("localhost", "127.1"),
  (origin: string) => origin.replace("localhost", "2130706433"),
  (origin: string) => origin.replace("localhost", "[::ffff:127.0.0.1]"),
];

describe("CSRF", () => {
  const ALWAYS = [
    ["POST", "/api/v1/auth/login"],
    ["POST", "/api/v1/auth/register"],
    ["POST", "/api/v1/auth/logout"],
    ["POST", "/api/v1/setup/initialize"],
  ] as const;
  const BY_COOKIE = [
    ["POST", "/api/v1/auth/refresh"],
    ["PATCH", "/api/v1/users/me"],
    ["DELETE", "/api/v1/users/me"],
    ["PUT", "/api/v1/users/me/password"],
    ["DELETE", "/api/v1/auth/sessions"],
    ["DELETE", "/api/v1/auth/sessions/00000000-0000-4000-8000-000000000000"],
  ] as const;

  it.each(ALWAYS)("%s %s is refused from elsewhere, also before sign-in", async (method, path) => {
    for (const headers of FOREIGN) {
      await expect(await api.fetch(path, { method, json: {}, headers })).toFailWith("CSRF_REJECTED");
    }
    for (const spell of MALFORMED) {
      const headers = { origin: spell(own()) };
      await expect(await api.fetch(path, { method, json: {}, headers })).toFailWith("CSRF_REJECTED");
    }
  });

  it.each(BY_COOKIE)("%s %s is refused from elsewhere where it relies on a cookie", async (method, path) => {
    const { session } = await signedIn(api);
    for (const tokens of [
      session,
      { accessToken: session.accessToken },
      { refreshToken: session.refreshToken },
    ]) {
      for (const headers of FOREIGN) {
        const cookie = cookieHeader(tokens);
        await expect(await api.fetch(path, { method, json: {}, headers: { ...headers, cookie } })).toFailWith(
          "CSRF_REJECTED",
        );
      }
    }
  });

  it.each(BY_COOKIE)("%s %s with a Bearer relies on none", async (method, path) => {
    const { fetch } = await signedIn(api);
    const response = await fetch(path, { method, json: {}, headers: { origin: "https://evil.example" } });
    expect(response.status).not.toBe(403);
  });

  it("a form from elsewhere is refused, and one of text/plain isn't read", async () => {
    const body = new URLSearchParams({ username: "ada", password: PASSWORD });
    const headers = { origin: "https://evil.example", accept: "text/html" };
    await expect(await api.fetch("/api/v1/auth/login", { method: "POST", body, headers })).toFailWith(
      "CSRF_REJECTED",
    );
    const simple = { method: "POST", body: '{"email":"ada","password":"x"}' };
    await expect(await api.fetch("/api/v1/auth/login", simple)).toFailWith("UNSUPPORTED_MEDIA_TYPE");
  });

  it("neither Origin nor Sec-Fetch-Site is no browser, and passes; so do our own pages", async () => {
    const { email } = await createUser();
    const json = { email, password: PASSWORD };
    for (const headers of [
      {},
      { origin: own() },
      { "sec-fetch-site": "same-origin" },
      { "sec-fetch-site": "none" },
      { origin: own(), "sec-fetch-site": "same-origin" },
    ] as Record<string, string>[]) {
      expect((await api.fetch("/api/v1/auth/login", { json, headers })).status).toBe(200);
    }
  });

  it("on a loopback address localhost, 127.0.0.1 and [::1] on its port are all us", async () => {
    const { email } = await createUser();
    const json = { email, password: PASSWORD };
    const login = (origin: string) => api.fetch("/api/v1/auth/login", { json, headers: { origin } });
    for (const APP_URL of [
      `http://localhost:${port()}`,
      `http://127.0.0.1:${port()}`,
      `http://[::1]:${port()}`,
    ]) {
      resetSettings({ APP_URL });
      for (const host of ["localhost", "127.0.0.1", "[::1]"]) {
        expect((await login(`http://${host}:${port()}`)).status).toBe(200);
        await expect(await login(`http://${host}:1`)).toFailWith("CSRF_REJECTED");
        await expect(await login(`https://${host}:${port()}`)).toFailWith("CSRF_REJECTED");
      }
    }
    resetSettings({ APP_URL: "https://accounts.example.com" });
    await expect(await login(`http://localhost:${port()}`)).toFailWith("CSRF_REJECTED");
    expect((await login("https://accounts.example.com")).status).toBe(200);
  });

  it("GET changes nothing: from anywhere it is answered, and no session is renewed but on the way to a page", async () => {
    const { session } = await signedIn(api);
    const headers = { origin: "https://evil.example", cookie: cookieHeader(session) };
    expect((await api.fetch("/api/v1/auth/me", { headers })).status).toBe(200);
    for (const path of ["/api/v1/auth/logout", "/api/v1/auth/login", "/api/v1/auth/register"]) {
      await expect(await api.fetch(path, { headers })).toFailWith("METHOD_NOT_ALLOWED");
    }
  });
});

describe("CORS", () => {
  const FRIEND = "https://app.example.com";
  const ME = "/api/v1/auth/me";

  it("reflects nobody where no origin is named", async () => {
    for (const origin of [FRIEND, "null", own()]) {
      for (const method of ["GET", "OPTIONS"]) {
        const { headers } = await api.fetch(ME, { method, headers: { origin } });
        expect([...headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
      }
    }
  });

  it("answers the named origins, with credentials, problems included, and says that it varies", async () => {
    resetSettings({ CORS_ORIGINS: `${FRIEND}, https://other.example.com` });
    const { session } = await signedIn(api);
    const headers = { origin: FRIEND, cookie: cookieHeader(session) };
    for (const init of [{ headers }, { headers: { origin: FRIEND } }]) {
      const response = await api.fetch(ME, init);
      expect(response.headers.get("access-control-allow-origin")).toBe(FRIEND);
      expect(response.headers.get("access-control-allow-credentials")).toBe("true");
      expect(response.headers.get("access-control-expose-headers")).toBe("X-Trace-ID, Retry-After");
      expect(response.headers.get("vary")).toBe("Origin");
    }
    const changed = await api.fetch("/api/v1/users/me", { method: "PATCH", json: { locale: "ru" }, headers });
    expect(changed.status).toBe(200);
  });

  it("answers its preflight", async () => {
    resetSettings({ CORS_ORIGINS: FRIEND });
    const response = await api.fetch("/api/v1/users/me", {
      method: "OPTIONS",
      headers: { origin: FRIEND, "access-control-request-method": "PATCH" },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-origin")).toBe(FRIEND);
    expect(response.headers.get("access-control-allow-methods")).toContain("PATCH");
    expect(response.headers.get("access-control-allow-headers")).toContain("Authorization");
    expect(response.headers.get("access-control-allow-headers")).not.toContain("*");
  });

  it("reflects no other origin, however alike", async () => {
    resetSettings({ CORS_ORIGINS: FRIEND });
    for (const origin of [
      "https://evil.example",
      "null",
      `${FRIEND}.evil.example`,
      `${FRIEND}:443`,
      "http://app.example.com",
      "https://APP.example.com",
      "https://sub.app.example.com",
    ]) {
      for (const method of ["GET", "OPTIONS"]) {
        const { headers } = await api.fetch(ME, { method, headers: { origin } });
        expect(headers.get("access-control-allow-origin"), origin).toBeNull();
        expect(headers.get("vary")).toBe("Origin");
      }
    }
  });
});

describe("where `next` leads", () => {
  it.each([
    "/",
    "/settings",
    "/settings?tab=sessions&x=%2F%2F",
    "/tasks#today",
    "/%D1%80%D1%83",
    "/a//b",
    "/@example",
    "/a:b",
    "/?next=//evil.example",
  ])("%s is a way of ours", (next) => {
    expect(safeNext(next)).toBe(next);
  });

  it.each([
    undefined,
    null,
    "",
    "settings",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\\/evil.example",
    "/%09/evil.example\t",
    "/\t/evil.example",
    "/\n/evil.example",
    "\t//evil.example",
    " //evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/a/..//evil.example",
    "/a/../..//evil.example",
    "/%2e//evil.example",
    "/%2E%2e//evil.example",
    "/./\\evil.example",
    "https://evil.example",
    "https:evil.example",
    "https:/evil.example",
    "HTTP://evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "//evil.example@localhost",
    "/\u0000/evil.example",
    "/\u2028//evil.example",
    "/рус",
    "／／evil.example",
    "/\u00a0",
    `/${"x".repeat(3000)}`,
  ])("%j leads home", (next) => {
    expect(safeNext(next)).toBe("/");
  });

  it("never leaves us, whatever its spelling", () => {
    const piece = fc.oneof(
      fc.constantFrom("/", "\\", ".", "..", "%2e", "%2f", "%5c", "\t", "\n", "\0", "@", ":", "//", "?", "#"),
      fc.constantFrom("evil.example", "http:", "javascript:", "localhost", "a"),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const next = safeNext(pieces.join(""));
        for (const base of ["http://localhost:3000/login", "https://accounts.example.com/a/b?c"]) {
          expect(new URL(next, base).origin).toBe(new URL(base).origin);
        }
        expect(next).toMatch(/^\/(?!\/)[!-~]*$/);
      }),
      { numRuns: 3_000 },
    );
  });
});
