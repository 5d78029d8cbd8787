import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { deriveRefreshToken } from "@/domain/sessions/refresh-token";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { cookieHeader, cookiesOf, inBrowser, postForm, signedIn, withBearer } from "@/testing/callers";
import { actionsOf, countLiveSessions, createUser, startSession } from "@/testing/factories";

const LOGOUT = "/api/v1/auth/logout";

const api = serveApi();

beforeEach(() => resetSettings());

describe("204", () => {
  it("ends the session of the refresh token in the body, and no other one", async () => {
    const { user, session } = await signedIn(api);
    const other = await startSession(user);
    const response = await api.fetch(LOGOUT, { json: { refresh_token: session.refreshToken } });
    expect(response.status).toBe(204);
    expect(await response.text()).toBe("");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const live = await database()`select id from sessions where user_id = ${user.id} and revoked_at is null`;
    expect(live.map(({ id }) => id)).toEqual([other.id]);
    expect(await actionsOf(user.id)).toEqual(["session.ended"]);
  });

  it("has the browser forget what it kept of the pages, but never the cookies: the device's own stays", async () => {
    const { fetch } = await signedIn(api);
    const response = await fetch(LOGOUT, { method: "POST" });
    expect(response.headers.get("clear-site-data")).toBe('"cache", "storage"');
  });

  it("ends the session of a Bearer, whose token counts for nothing at the next request", async () => {
    const { session, fetch } = await signedIn(api);
    expect((await fetch(LOGOUT, { method: "POST" })).status).toBe(204);
    await expect(await fetch("/api/v1/auth/me")).toFailWith("SESSION_REVOKED");
    await expect(
      await api.fetch("/api/v1/auth/refresh", { json: { refresh_token: session.refreshToken } }),
    ).toFailWith("SESSION_REVOKED");
  });

  it.each([
    ["both cookies", (tokens: { accessToken: string; refreshToken: string }) => tokens],
    ["the access cookie alone", ({ accessToken }: { accessToken: string }) => ({ accessToken })],
    ["the refresh cookie alone", ({ refreshToken }: { refreshToken: string }) => ({ refreshToken })],
  ])("ends the session of %s, and clears them", async (_, pick) => {
    const { user, session } = await signedIn(api);
    const response = await inBrowser(api, pick(session))(LOGOUT, { method: "POST" });
    expect(response.status).toBe(204);
    expect(await countLiveSessions(user.id)).toBe(0);
    const cleared = {
      value: "",
      attributes: [
        "Expires=Thu, 01 Jan 1970 00:00:00 GMT",
        "HttpOnly",
        "Max-Age=0",
        "Path=/",
        "SameSite=Lax",
      ],
    };
    expect(cookiesOf(response)).toEqual({ "gatehouse.access": [cleared], "gatehouse.refresh": [cleared] });
  });

  it("ends it by an older token too: signing out must not lose to a renewal", async () => {
    const user = await createUser();
    const session = await startSession(user, { generation: 3 });
    const older = await deriveRefreshToken(session.id, 1);
    await api.fetch(LOGOUT, { json: { refresh_token: older } });
    expect(await countLiveSessions(user.id)).toBe(0);
    expect(await actionsOf(user.id)).toEqual(["session.ended"]);
  });

  it("ends all that is proven: a session in the body and another one in the cookies", async () => {
    const user = await createUser();
    const [one, two] = [await startSession(user), await startSession(user)];
    await inBrowser(api, two)(LOGOUT, { json: { refresh_token: one.refreshToken } });
    expect(await countLiveSessions(user.id)).toBe(0);
  });

  it("ends the cookies' session even if nonsense stands in the body", async () => {
    const { user, session } = await signedIn(api);
    const response = await inBrowser(api, session)(LOGOUT, { json: { refresh_token: "nonsense" } });
    expect(response.status).toBe(204);
    expect(await countLiveSessions(user.id)).toBe(0);
  });

  it("never falls back to the cookies beside a Bearer", async () => {
    const { user, session } = await signedIn(api);
    const headers = { authorization: "Bearer nonsense", cookie: cookieHeader(session) };
    expect((await api.fetch(LOGOUT, { method: "POST", headers })).status).toBe(204);
    expect(await countLiveSessions(user.id)).toBe(1);
  });

  it.each([
    ["nothing", undefined],
    ["an unknown token", { refresh_token: "0".repeat(128) }],
    ["a number", { refresh_token: 5 }],
    ["null", { refresh_token: null }],
    ["an operator", { refresh_token: { $ne: null } }],
    ["a NUL", { refresh_token: "\0" }],
    ["a novel", { refresh_token: "x".repeat(60_000) }],
    ["an array", []],
    ["a word", "word"],
  ])("is all there is to hear for %s", async (_, json) => {
    const response = await api.fetch(LOGOUT, json === undefined ? { method: "POST" } : { json });
    expect(response.status).toBe(204);
  });

  it("twice is as good as once, with one event", async () => {
    const { user, session } = await signedIn(api);
    const json = { refresh_token: session.refreshToken };
    const answers = await Promise.all(Array.from({ length: 20 }, () => api.fetch(LOGOUT, { json })));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(204));
    expect(await actionsOf(user.id)).toEqual(["session.ended"]);
  });

  it("clears the cookies under the COOKIE_DOMAIN as well as for this host", async () => {
    resetSettings({ APP_URL: "https://accounts.example.com", COOKIE_DOMAIN: "example.com" });
    const cookies = cookiesOf(await api.fetch(LOGOUT, { method: "POST" }));
    for (const name of ["gatehouse.access", "gatehouse.refresh"]) {
      const domains = cookies[name]!.map(({ attributes }) => attributes.find((a) => a.startsWith("Domain=")));
      expect(domains).toEqual([undefined, "Domain=example.com"]);
      for (const { attributes } of cookies[name]!) expect(attributes).toContain("Secure");
    }
  });

  it("doesn't count as an attempt", async () => {
    resetSettings({ RATE_LIMIT_AUTH_PER_MINUTE: "1" });
    for (let n = 0; n < 5; n++) expect((await api.fetch(LOGOUT, { method: "POST" })).status).toBe(204);
  });
});

describe("the sign-out button, without JavaScript", () => {
  it("leads on to `next`, signed out", async () => {
    const { user, session } = await signedIn(api);
    const response = await postForm(inBrowser(api, session), LOGOUT, { next: "/login" });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/login");
    expect(cookiesOf(response)["gatehouse.refresh"]![0]!.value).toBe("");
    expect(await countLiveSessions(user.id)).toBe(0);
  });

  it("leads home without a `next`", async () => {
    const response = await postForm(inBrowser(api), LOGOUT, {});
    expect(response.headers.get("location")).toBe("/");
  });
});

describe("403 CSRF_REJECTED", () => {
  it("for another site, and the session lives on", async () => {
    const { user, session } = await signedIn(api);
    const evil = { origin: "https://evil.example" };
    const response = await inBrowser(api, session)(LOGOUT, { method: "POST", headers: evil });
    await expect(response).toFailWith("CSRF_REJECTED");
    expect(await countLiveSessions(user.id)).toBe(1);
    await expect(
      await withBearer(api, session.accessToken)(LOGOUT, { method: "POST", headers: evil }),
    ).toFailWith("CSRF_REJECTED");
  });
});
