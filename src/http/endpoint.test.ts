import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { dummyHash } from "@/lib/hashing/formats.mjs";
import { replaceHashParameters } from "@/lib/hashing/parameters";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { cookieHeader, type Fetch, inBrowser, signedIn, withBearer } from "@/testing/callers";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { createUser, PASSWORD, setUpOrganization, startSession } from "@/testing/factories";
import { endpoint } from "./endpoint";

const api = serveApi();

beforeEach(async () => {
  useCheapHashing();
  resetSettings();
  await database()`delete from attempt_counters`;
});

const TOO_LARGE = `{"x":"${"x".repeat(66_000)}"`;
const BROKEN = '{"x":';
const JSON_TYPE = { "content-type": "application/json" };
const EVIL = { origin: "https://evil.example" };

describe("a definition", () => {
  it("has a caller unless it is public, and a role only where there is one: the compiler says so", () => {
    const described = { summary: "", tag: "Service", status: 200 } as const;
    endpoint({ ...described, handle: async ({ caller }) => caller.user });
    endpoint({ ...described, role: "admin", handle: async ({ caller }) => caller.user });
    // @ts-expect-error
    endpoint({ ...described, public: true, handle: async ({ caller }) => caller.user });
    // @ts-expect-error
    endpoint({ ...described, public: true, role: "admin", handle: async () => null });
    // @ts-expect-error
    endpoint({ ...described, proofs: ["bearer"], handle: async ({ caller }) => caller.user });
  });
});

describe("the order of the checks", () => {
  const CHANGE = "/api/v1/users/me/password";

  it("is kept by an endpoint that wants a session", async () => {
    resetSettings({ RATE_LIMIT_AUTH_PER_MINUTE: "1" });
    const { user, session } = await signedIn(api);
    const browser = inBrowser(api, session);
    const nobody = inBrowser(api, { accessToken: "nonsense" });
    const put = (fetch: Fetch, body: unknown, headers: Record<string, string> = {}) =>
      fetch(CHANGE, {
        method: "PUT",
        body: typeof body === "string" ? body : JSON.stringify(body),
        headers: { ...JSON_TYPE, ...headers },
      });
    const text = { "content-type": "text/plain" };

    // Each request has all the problems of those after it as well.
    await expect(
      await api.fetch(`${CHANGE}/x`, { method: "PUT", body: TOO_LARGE, headers: { ...EVIL, ...text } }),
    ).toFailWith("NOT_FOUND");
    await expect(
      await nobody(CHANGE, { method: "POST", body: TOO_LARGE, headers: { ...EVIL, ...text } }),
    ).toFailWith("METHOD_NOT_ALLOWED");
    await expect(await put(nobody, TOO_LARGE, { ...EVIL, ...text })).toFailWith("CSRF_REJECTED");
    await expect(await put(nobody, TOO_LARGE, text)).toFailWith("UNSUPPORTED_MEDIA_TYPE");
    await expect(await put(nobody, TOO_LARGE)).toFailWith("PAYLOAD_TOO_LARGE");
    await expect(await put(nobody, BROKEN)).toFailWith("MALFORMED_REQUEST");
    await expect(await put(nobody, { new_password: "short" })).toFailWith("INVALID_TOKEN");
    await expect(await put(browser, { new_password: "short" })).toFailWith("PASSWORD_TOO_SHORT");
    await expect(await put(browser, { new_password: user.email })).toFailWith("PASSWORD_TOO_COMMON");
    const wrong = { current_password: "not this one", new_password: "a lamp on the pier" };
    await expect(await put(browser, wrong)).toFailWith("WRONG_PASSWORD");
    await expect(await put(browser, wrong)).toFailWith("RATE_LIMIT_EXCEEDED");
  });

  it("is kept by an open endpoint", async () => {
    resetSettings({ RATE_LIMIT_AUTH_PER_MINUTE: "1" });
    const { email } = await createUser();
    const REGISTER = "/api/v1/auth/register";
    const post = (body: string, headers: Record<string, string> = {}) =>
      api.fetch(REGISTER, { method: "POST", body, headers: { ...JSON_TYPE, ...headers } });
    const text = { "content-type": "text/plain" };
    await expect(await api.fetch(REGISTER, { headers: EVIL })).toFailWith("METHOD_NOT_ALLOWED");
    await expect(await post(TOO_LARGE, { ...EVIL, ...text })).toFailWith("CSRF_REJECTED");
    await expect(await post(TOO_LARGE, text)).toFailWith("UNSUPPORTED_MEDIA_TYPE");
    await expect(await post(TOO_LARGE)).toFailWith("PAYLOAD_TOO_LARGE");
    await expect(await post(BROKEN)).toFailWith("MALFORMED_REQUEST");
    for (let n = 0; n < 3; n++) await expect(await post("{}")).toFailWith("VALIDATION_ERROR");
    const taken = JSON.stringify({ email, username: "taken", password: PASSWORD });
    await expect(await post(taken)).toFailWith("EMAIL_ALREADY_EXISTS");
    await expect(await post(taken)).toFailWith("RATE_LIMIT_EXCEEDED");
    await expect(await post("{}")).toFailWith("VALIDATION_ERROR");
  });

  it("asks who it is before it looks whether the thing is there", async () => {
    const path = "/api/v1/auth/sessions/no-uuid";
    await expect(await api.fetch(path, { method: "DELETE" })).toFailWith("MISSING_TOKEN");
    const { fetch } = await signedIn(api);
    await expect(await fetch(path, { method: "DELETE" })).toFailWith("NOT_FOUND");
  });
});

describe("what counts as an attempt", () => {
  it("judged sign-ins, registrations, password changes and deletions of an address, together", async () => {
    resetSettings({ RATE_LIMIT_AUTH_PER_MINUTE: "5" });
    await setUpOrganization();
    const { user, fetch } = await signedIn(api);
    const json = { email: user.email, password: "not this one" };
    await expect(await api.fetch("/api/v1/auth/login", { json })).toFailWith("INVALID_CREDENTIALS");
    const form = new URLSearchParams({ username: user.email, password: "not this one" });
    await expect(await api.fetch("/api/v1/auth/login", { method: "POST", body: form })).toFailWith(
      "INVALID_CREDENTIALS",
    );
    const taken = { email: user.email, username: "somebody", password: PASSWORD };
    await expect(await api.fetch("/api/v1/auth/register", { json: taken })).toFailWith(
      "EMAIL_ALREADY_EXISTS",
    );
    const change = { current_password: "not this one", new_password: "a lamp on the pier" };
    await expect(await fetch("/api/v1/users/me/password", { method: "PUT", json: change })).toFailWith(
      "WRONG_PASSWORD",
    );
    await expect(
      await fetch("/api/v1/users/me", { method: "DELETE", json: { password: "not this one" } }),
    ).toFailWith("WRONG_PASSWORD");
    const right = { email: user.email, password: PASSWORD };
    const denied = await api.fetch("/api/v1/auth/login", { json: right });
    await expect(denied).toFailWith("RATE_LIMIT_EXCEEDED");
    const seconds = Number(denied.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(60);
    expect((await denied.json()).detail).toBe(`Too many attempts. Try again in ${seconds} seconds.`);
    expect((await fetch("/api/v1/auth/me")).status).toBe(200);
  });

  it("fifty at once are exactly five", async () => {
    resetSettings({ RATE_LIMIT_AUTH_PER_MINUTE: "5" });
    const { email } = await createUser();
    const json = { email, password: "not this one" };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => api.fetch("/api/v1/auth/login", { json })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array(5).fill(401),
      ...Array(45).fill(429),
    ]);
  });

  it.each<Record<string, string>>([
    { "x-forwarded-for": "203.0.113.9" },
    { "x-real-ip": "203.0.113.9" },
    { forwarded: "for=203.0.113.9" },
    { "cf-connecting-ip": "203.0.113.9" },
    { "x-client-ip": "203.0.113.9" },
    { "x-forwarded-for": "203.0.113.9, 127.0.0.2", "x-forwarded-host": "x" },
  ])("%o doesn't dodge the limit", async (headers) => {
    resetSettings({ RATE_LIMIT_AUTH_PER_MINUTE: "2" });
    const json = { email: "nobody@example.com", password: PASSWORD };
    const answers = [];
    for (let n = 0; n < 4; n++) {
      const varied = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, value.replace("113.9", `113.${n}`)]),
      );
      answers.push((await api.fetch("/api/v1/auth/login", { json, headers: varied })).status);
    }
    expect(answers).toEqual([401, 401, 429, 429]);
  });

  it("behind a trusted proxy its entry counts, and one that was sent along doesn't", async () => {
    resetSettings({ RATE_LIMIT_AUTH_PER_MINUTE: "1", TRUSTED_PROXY_HOPS: "1" });
    const json = { email: "nobody@example.com", password: PASSWORD };
    const from = (addresses: string) =>
      api.fetch("/api/v1/auth/login", { json, headers: { "x-forwarded-for": addresses } });
    expect((await from("203.0.113.1")).status).toBe(401);
    expect((await from("203.0.113.2")).status).toBe(401);
    expect((await from("6.6.6.6, 203.0.113.1")).status).toBe(429);
    expect((await from("::ffff:203.0.113.2")).status).toBe(429);
    expect((await from("[2001:db8::1]:443")).status).toBe(401);
    expect((await from("2001:DB8:0:0:ffff::2")).status).toBe(429);
  });
});

describe("garbage", () => {
  const ENDPOINTS = [
    ["POST", "/api/v1/auth/login"],
    ["POST", "/api/v1/auth/register"],
    ["POST", "/api/v1/auth/refresh"],
    ["POST", "/api/v1/setup/initialize"],
    ["PATCH", "/api/v1/users/me"],
    ["PUT", "/api/v1/users/me/password"],
    ["DELETE", "/api/v1/users/me"],
  ] as const;
  const FIELDS = [
    "email",
    "username",
    "password",
    "full_name",
    "time_zone",
    "refresh_token",
    "current_password",
    "new_password",
    "organization_name",
    "admin_email",
    "admin_password",
    "locale",
  ];
  const VALUES: unknown[] = [
    null,
    0,
    -1,
    1e308,
    true,
    [],
    ["x"],
    [[[[]]]],
    {},
    { $ne: null },
    { $gt: "" },
    { toString: "x" },
    { length: 8 },
    "\0",
    "a\0b",
    "\ud800",
    "\udc00\ud800",
    "x".repeat(60_000),
  ];
  const TEXTS = [
    "",
    "\uffff".repeat(8),
    "'; drop table users; --",
    "\u202e\u200b\u00ad\ufeff\u2028",
    "../../../etc/passwd",
    "%00%0a%ff",
    "__proto__",
    "hasOwnProperty",
    "\r\nSet-Cookie: a=b",
    "x".repeat(4096),
  ];
  const DOCUMENTS: (string | Uint8Array)[] = [
    "",
    " ",
    "null",
    "true",
    "5",
    '"text"',
    "[]",
    "[[[[]]]]",
    "{",
    "{]",
    "{}}",
    "{'a':1}",
    '{"a":1,}',
    '{"a":NaN}',
    '{"a":undefined}',
    '{"a":01}',
    '{"a":"\n"}',
    '{"a":"\\x"}',
    '{"a":"\\ud800"}',
    "\ufeff{}",
    "[".repeat(30_000),
    '{"a":'.repeat(10_000),
    `${"[".repeat(30_000)}${"]".repeat(30_000)}`,
    `${'{"a":'.repeat(9_000)}1${"}".repeat(9_000)}`,
    `{${Array.from({ length: 3_000 }, (_, n) => `"field${n}":1`).join(",")}}`,
    new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
    new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
    new Uint8Array([0xed, 0xa0, 0x80]),
    new Uint8Array([0x00]),
    new Uint8Array(1_000).fill(0x80),
  ];

  function withAllFields(value: unknown) {
    return JSON.stringify(Object.fromEntries(FIELDS.map((field) => [field, value])));
  }

  it("is refused at once by every endpoint, without a hash and without a 500", async () => {
    const { user, fetch } = await signedIn(api);
    // A hash would take seconds now: whatever comes close to one shows.
    replaceHashParameters({
      argon2id: { kind: "argon2id", memoryKib: 2 ** 18, passes: 30, lanes: 1 },
      bcrypt: { kind: "bcrypt", cost: 15 },
    });
    await database()`
      update users set hashed_password = ${dummyHash({ kind: "bcrypt", cost: 15 })} where id = ${user.id}
    `;
    for (const [method, path] of ENDPOINTS) {
      for (const body of [...DOCUMENTS, ...VALUES.map(withAllFields)]) {
        const started = performance.now();
        await expectCalm(await fetch(path, { method, body: body as BodyInit, headers: JSON_TYPE }), body);
        expect(performance.now() - started, String(body).slice(0, 60)).toBeLessThan(2_000);
      }
    }
  }, 60_000);

  it("that is text after all is judged by every endpoint without a 500", async () => {
    const { user, fetch } = await signedIn(api);
    for (const [method, path] of ENDPOINTS) {
      for (const text of TEXTS) {
        const body = withAllFields(text);
        await expectCalm(await fetch(path, { method, body, headers: JSON_TYPE }), body);
      }
    }
    const [row] = await database()`select deleted_at, role from users where id = ${user.id}`;
    expect(row).toEqual({ deleted_at: null, role: "user" });
  }, 60_000);

  /** A refusal in the one shape, or a change that was none. Nothing of our inside in it. */
  async function expectCalm(response: Response, body: unknown) {
    const text = await response.text();
    const what = `${String(body).slice(0, 60)} → ${response.status} ${text.slice(0, 200)}`;
    expect([200, 400, 401, 409, 413, 422], what).toContain(response.status);
    expect(text, what).not.toMatch(/ at \w+ \(|node_modules|select |insert |\/src\/|zod|postgres/i);
    if (response.status === 200) return;
    const { code, trace_id } = JSON.parse(text);
    expect(typeof code, what).toBe("string");
    expect(trace_id).toBe(response.headers.get("x-trace-id"));
  }

  it("an array or a word instead of an object is a VALIDATION_ERROR of no field", async () => {
    for (const json of [[], "text", 5, true]) {
      const response = await api.fetch("/api/v1/auth/login", { json });
      await expect(response).toFailWith("VALIDATION_ERROR");
      expect(await response.json()).not.toHaveProperty("field");
    }
  });

  it("null, too", async () => {
    const response = await api.fetch("/api/v1/auth/login", {
      method: "POST",
      body: "null",
      headers: JSON_TYPE,
    });
    await expect(response).toFailWith("VALIDATION_ERROR");
  });
});

describe("guarded unless declared open", () => {
  it.each([
    ["GET", "/api/v1/auth/me"],
    ["GET", "/api/v1/users/me"],
    ["PATCH", "/api/v1/users/me"],
    ["DELETE", "/api/v1/users/me"],
    ["PUT", "/api/v1/users/me/password"],
    ["GET", "/api/v1/users/me/audit-events"],
    ["GET", "/api/v1/auth/sessions"],
    ["DELETE", "/api/v1/auth/sessions"],
    ["DELETE", "/api/v1/auth/sessions/00000000-0000-4000-8000-000000000000"],
  ])("%s %s wants a live session, whoever it was", async (method, path) => {
    const json = { full_name: "x", current_password: PASSWORD, new_password: "a lamp on the pier" };
    const body = method === "GET" ? {} : { json };
    await expect(await api.fetch(path, { method, ...body })).toFailWith("MISSING_TOKEN");
    const ask = (token: string) => withBearer(api, token)(path, { method, ...body });
    await expect(await ask("nonsense")).toFailWith("INVALID_TOKEN");
    const revoked = await startSession(await createUser(), { revokedAt: new Date() });
    await expect(await ask(revoked.accessToken)).toFailWith("SESSION_REVOKED");
    const disabled = await startSession(await createUser({ isActive: false }));
    await expect(await ask(disabled.accessToken)).toFailWith("SESSION_REVOKED");
    const deleted = await startSession(await createUser({ deletedAt: new Date() }));
    await expect(await ask(deleted.accessToken)).toFailWith("SESSION_REVOKED");
    await expect(
      await api.fetch(path, { method, ...body, headers: { cookie: cookieHeader(revoked) } }),
    ).toFailWith("SESSION_REVOKED");
  });

  it("a session past its end asks to be renewed", async () => {
    const { session, fetch } = await signedIn(api);
    await database()`update sessions set expires_at = now() - interval '1 second' where id = ${session.id}`;
    await expect(await fetch("/api/v1/auth/me")).toFailWith("TOKEN_EXPIRED");
  });
});
