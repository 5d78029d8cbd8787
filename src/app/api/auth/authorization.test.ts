import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { type Crooked, startCrookedIssuer } from "@/testing/crooked-issuer";
import { setUpOrganization } from "@/testing/factories";
import { enterBy, eventsOf, leaveFor, serveProviders, userOf, visitor } from "@/testing/providers";

const api = serveApi();
const providers = serveProviders(api);

beforeEach(async () => {
  resetSettings(providers.settings);
  await setUpOrganization();
});

async function lastRefusal() {
  return (await eventsOf(null)).at(-1)?.detail;
}

describe("the way there", () => {
  test.each(["oidc", "github"])(
    "to %s has a state and S256, and a nonce where there is an ID token",
    async (id) => {
      const response = await api.fetch(`/api/auth/signin/${id}`, { method: "POST" });
      const { searchParams } = new URL(response.headers.get("location") ?? "");
      const asked = Object.fromEntries(searchParams);
      expect(asked).toMatchObject({
        response_type: "code",
        code_challenge_method: "S256",
        code_challenge: expect.stringMatching(/^[\w-]{43}$/),
        state: expect.stringMatching(/.{40,}/),
        redirect_uri: `${api.url}/api/auth/callback/${id}`,
      });
      expect(asked.nonce === undefined).toBe(id === "github");
      const cookies = response.headers.getSetCookie();
      expect(cookies.map((line) => line.split("=")[0]).sort()).toEqual(
        ["gatehouse.oauth", "gatehouse.oauth-pkce", "gatehouse.oauth-state"]
          .concat(id === "oidc" ? "gatehouse.oauth-nonce" : [])
          .sort(),
      );
      for (const line of cookies) expect(line).toMatch(/HttpOnly.*SameSite=Lax/i);
    },
  );

  test("is ours alone to send people on", async () => {
    for (const origin of ["https://evil.example", "null"]) {
      const response = await api.fetch("/api/auth/signin/oidc", { method: "POST", headers: { origin } });
      await expect(response).toFailWith("CSRF_REJECTED");
    }
    await expect(await api.fetch("/api/auth/signin/oidc")).toFailWith("METHOD_NOT_ALLOWED");
  });

  test("is made of APP_URL, whatever Host and Auth.js's own variables say", async () => {
    Object.assign(process.env, { AUTH_URL: "https://evil.example", NEXTAUTH_URL: "https://evil.example" });
    const response = await api.fetch("/api/auth/signin/oidc", {
      method: "POST",
      headers: { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
    });
    expect(response.headers.get("location")).not.toContain("evil.example");
    expect(process.env.AUTH_URL).toBeUndefined();
  });

  test("leads back to a path of ours only", async () => {
    const { location } = await enterBy(api, visitor(), { query: "?next=//evil.example/" });
    expect(location).toBe("/");
  });

  test("asks for a choice that can be read", async () => {
    const response = await api.fetch("/api/auth/signin/oidc?link=maybe", { method: "POST" });
    await expect(response).toFailWith("VALIDATION_ERROR");
    await expect(await api.fetch("/api/auth/callback/oidc?state=a&state=b")).toFailWith("MALFORMED_REQUEST");
  });
});

test.each([
  ["GET", ""],
  ["GET", "/session"],
  ["GET", "/csrf"],
  ["GET", "/providers"],
  ["GET", "/signin"],
  ["GET", "/signout"],
  ["POST", "/signout"],
  ["POST", "/session"],
  ["POST", "/signin"],
  ["GET", "/error"],
  ["GET", "/verify-request"],
  ["GET", "/webauthn-options/oidc"],
  ["POST", "/signin/google"],
  ["GET", "/callback/google"],
  ["GET", "/callback/nobody"],
])("Auth.js's %s /api/auth%s isn't there", async (method, path) => {
  const response = await api.fetch(`/api/auth${path}`, { method });
  await expect(response).toFailWith("NOT_FOUND");
  expect(response.headers.getSetCookie()).toEqual([]);
});

describe("the way back", () => {
  const expired = "/login?notice=expired&provider=oidc";

  test("is for the browser that left, once, and with the very state it left with", async () => {
    const { page, browser } = await leaveFor(api);
    const other = await leaveFor(api);
    const stolen = await other.browser.submit(other.page, { ...visitor(), decision: "allow" });
    expect(stolen.location).toBe("/");
    const state = "tampered";
    const tampered = await browser.go(`${api.url}/api/auth/callback/oidc?code=x&state=${state}`);
    expect(tampered.location).toBe(expired);
    expect([...browser.cookies(api.url).keys()]).toEqual([]);
    expect(await lastRefusal()).toEqual({ provider: "oidc", reason: "expired" });
    // Nothing is left of it, so the true way back is closed too.
    expect((await browser.submit(page, { ...visitor(), decision: "allow" })).location).toBe(expired);
  });

  test("doesn't take the state of another provider", async () => {
    const { browser, page } = await leaveFor(api, { provider: "github" });
    const state = /name="state" value="([^"]+)"/.exec(await page.response.text())?.[1] ?? "";
    const { location } = await browser.go(
      `${api.url}/api/auth/callback/oidc?code=x&state=${encodeURIComponent(state)}`,
    );
    expect(location).toBe(expired);
  });

  test("is counted and written down only for who left: an image on another site can lock nobody out", async () => {
    await database()`delete from attempt_counters`;
    resetSettings({ ...providers.settings, RATE_LIMIT_AUTH_PER_MINUTE: "2" });
    const before = await database()`select count(*) from audit_events`;
    for (let time = 0; time < 5; time++) {
      const response = await api.fetch("/api/auth/callback/oidc?code=x&state=y", {
        redirect: "manual",
        headers: { "sec-fetch-site": "cross-site", "sec-fetch-dest": "image" },
      });
      expect(response.headers.get("location")).toBe(expired);
    }
    expect(await database()`select count(*) from audit_events`).toEqual(before);
    expect(await database()`select from attempt_counters`).toHaveLength(0);
  });

  test("doesn't take an OAuth state that we haven't sealed", async () => {
    const { browser } = await leaveFor(api);
    browser.cookies(api.url).set("gatehouse.oauth", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.b.c");
    expect((await browser.go(`${api.url}/api/auth/callback/oidc?code=x&state=y`)).location).toBe(expired);
  });

  test("with a code that the provider never gave leads nowhere", async () => {
    const { browser, page } = await leaveFor(api, { provider: "github" });
    const state = /name="state" value="([^"]+)"/.exec(await page.response.text())?.[1] ?? "";
    const query = new URLSearchParams({ code: "guessed", state });
    const { location } = await browser.go(`${api.url}/api/auth/callback/github?${query}`);
    expect(location).toBe("/login?notice=failed&provider=github");
    expect(await lastRefusal()).toEqual({ provider: "github", reason: "failed" });
  });

  test("with an error that is no denial says that it failed", async () => {
    const { browser, page } = await leaveFor(api, { provider: "github" });
    const state = /name="state" value="([^"]+)"/.exec(await page.response.text())?.[1] ?? "";
    const query = new URLSearchParams({ error: "server_error", error_description: "<b>!</b>", state });
    const { location } = await browser.go(`${api.url}/api/auth/callback/github?${query}`);
    expect(location).toBe("/login?notice=failed&provider=github");
  });
});

describe("a provider in trouble", () => {
  let silent: Server;
  let silentUrl: string;
  beforeAll(async () => {
    silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    silentUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    silent.closeAllConnections();
    silent.close();
  });

  test.each(["down", "slow", "broken"])(
    "%s when the code is exchanged: told in time, and nothing is made",
    async (trouble) => {
      const someone = visitor({ trouble });
      const start = performance.now();
      const { location, browser } = await enterBy(api, someone, { provider: "github" });
      expect(performance.now() - start).toBeLessThan(5_000);
      expect(location).toBe("/login?notice=unavailable&provider=github");
      expect([...browser.cookies(api.url).keys()]).toEqual([]);
      expect(await userOf(someone.email)).toBeUndefined();
      expect(await lastRefusal()).toEqual({ provider: "github", reason: "unavailable" });
    },
  );

  test.each([
    ["down", () => "http://127.0.0.1:9"],
    ["silent", () => silentUrl],
  ])("%s before one leaves: told in time", async (_, issuer) => {
    resetSettings({ ...providers.settings, AUTH_OIDC_ISSUER: issuer() });
    const start = performance.now();
    const { page } = await leaveFor(api);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(page.location).toBe("/login?notice=unavailable&provider=oidc");
    expect(await lastRefusal()).toEqual({ provider: "oidc", reason: "unavailable" });
  });

  test("lets nobody flood the trail: each failure to leave is an attempt", async () => {
    await database()`delete from attempt_counters`;
    const settings = { AUTH_OIDC_ISSUER: "http://127.0.0.1:9", RATE_LIMIT_AUTH_PER_MINUTE: "2" };
    resetSettings({ ...providers.settings, ...settings });
    const notices = [];
    for (let time = 0; time < 3; time++) notices.push((await leaveFor(api)).page.location);
    expect(notices.at(-1)).toBe("/login?notice=too_many_attempts&provider=oidc");
  });
});

describe("what a provider says", () => {
  let crooked: Crooked;
  beforeAll(async () => {
    crooked = await startCrookedIssuer({ clientId: "gatehouse" });
  });
  afterAll(() => crooked.close());
  beforeEach(() => {
    Object.assign(crooked, { claims: {}, userInfo: {} });
    resetSettings({ ...providers.settings, AUTH_OIDC_ISSUER: crooked.issuer });
  });
  const seconds = (offset: number) => Math.floor(Date.now() / 1000) + offset;

  test.each([
    ["another nonce", () => ({ nonce: "another" })],
    ["no nonce", () => ({ nonce: undefined })],
    ["another audience", () => ({ aud: "somebody-else" })],
    ["another issuer", () => ({ iss: "https://evil.example" })],
    ["an ID token that ran out five minutes ago", () => ({ exp: seconds(-300) })],
    ["an ID token that isn't valid for five minutes yet", () => ({ nbf: seconds(300) })],
  ])("is refused with %s", async (_, claims) => {
    crooked.claims = claims();
    crooked.userInfo = { email: "crooked@example.org", email_verified: true };
    const { page } = await leaveFor(api);
    expect(page.location).toBe("/login?notice=failed&provider=oidc");
    expect(await userOf("crooked@example.org")).toBeUndefined();
  });

  test("is refused where userinfo is of somebody else", async () => {
    crooked.userInfo = { sub: "another", email: "crooked@example.org", email_verified: true };
    expect((await leaveFor(api)).page.location).toContain("notice=failed");
  });

  test("of an email and of its being verified is taken from one place", async () => {
    crooked.claims = { email: "mine@example.org", email_verified: true };
    crooked.userInfo = { email: "yours@example.org" };
    expect((await leaveFor(api)).page.location).toContain("notice=no_verified_email");
  });

  test("is believed when its clock is half a minute off, and when only the ID token has the claims", async () => {
    crooked.claims = {
      sub: "crooked",
      email: "slow.clock@example.org",
      email_verified: "true",
      name: "A\u0000B",
      iat: seconds(25),
      nbf: seconds(25),
      exp: seconds(-20),
    };
    expect((await leaveFor(api)).page.location).toBe("/");
    expect(await userOf("slow.clock@example.org")).toMatchObject({ username: "slow.clock", full_name: null });
  });
});
