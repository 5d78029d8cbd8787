import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { deriveRefreshToken } from "@/domain/sessions/refresh-token";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { cookieHeader, cookiesOf, inBrowser, signedIn, withHeaders } from "@/testing/callers";
import { countLiveSessions, createUser, startSession } from "@/testing/factories";
import { readFormState } from "./form-state";

const REFRESH = "/api/v1/auth/refresh";

const api = serveApi();

beforeEach(() => resetSettings());

/** As a browser comes here: sent from a page, with its cookies. */
function navigate(tokens: Parameters<typeof cookieHeader>[0], query = "", more: Record<string, string> = {}) {
  const cookie = [cookieHeader(tokens), more.cookie].filter(Boolean).join("; ");
  return withHeaders(api, { accept: "text/html", "sec-fetch-mode": "navigate", ...more, cookie })(
    REFRESH + query,
  );
}

function refreshCookie(response: Response) {
  return cookiesOf(response)["gatehouse.refresh"]![0]!.value;
}

describe("303 on to the page", () => {
  it("with a renewed session in both cookies, and the refresh token nowhere else", async () => {
    const { user, session } = await signedIn(api);
    const response = await navigate(
      { refreshToken: session.refreshToken },
      "?next=/settings?tab=a%26b=c%23d",
    );
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/settings?tab=a&b=c#d");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.text()).toBe("");
    const cookies = cookiesOf(response);
    expect(cookies["gatehouse.refresh"]![0]!.value).toBe(await deriveRefreshToken(session.id, 1));
    const me = inBrowser(api, { accessToken: cookies["gatehouse.access"]![0]!.value });
    expect((await (await me("/api/v1/auth/me")).json()).id).toBe(user.id);
  });

  it("to tabs that find it done with what the others have, so that a third one's token is no replay", async () => {
    const { user, session } = await signedIn(api);
    const renewed = refreshCookie(await navigate({ refreshToken: session.refreshToken }));
    expect(refreshCookie(await navigate({ refreshToken: renewed }))).toBe(renewed);
    expect(refreshCookie(await navigate({ refreshToken: session.refreshToken }))).toBe(renewed);
    expect(await countLiveSessions(user.id)).toBe(1);
  });

  it("again is the same: two tabs, a lost answer, a prefetch", async () => {
    const { session } = await signedIn(api);
    const { refreshToken } = session;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => navigate({ refreshToken }, "?next=/tasks")),
    );
    const tokens = answers.map((answer) => cookiesOf(answer)["gatehouse.refresh"]![0]!.value);
    expect(new Set(tokens)).toEqual(new Set([await deriveRefreshToken(session.id, 1)]));
    expect(answers.map((answer) => answer.headers.get("location"))).toEqual(Array(20).fill("/tasks"));
  });

  it("bears what Next's router adds to an address, and takes it off the page's", async () => {
    const { session } = await signedIn(api);
    for (const [query, location] of [
      ["?next=/tasks&_rsc=abc12", "/tasks"],
      ["?next=/tasks%3F_rsc%3Dabc12", "/tasks"],
      ["?next=/tasks%3Fq%3D1%26_rsc%3Dabc12%23top", "/tasks?q=1#top"],
      ["?_rsc=abc12", "/"],
    ]) {
      expect((await navigate(session, query)).headers.get("location")).toBe(location);
    }
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/%2e//evil.example",
    "javascript:x",
  ])("home for ?next=%s", async (next) => {
    const { session } = await signedIn(api);
    const query = `?${new URLSearchParams({ next })}`;
    expect((await navigate(session, query)).headers.get("location")).toBe("/");
  });

  it("by a path, never by the Host that was sent", async () => {
    const { session } = await signedIn(api);
    const response = await navigate(session, "?next=/tasks", { "x-forwarded-host": "evil.example" });
    expect(response.headers.get("location")).toBe("/tasks");
  });
});

describe("303 to sign in, with the cookies cleared", () => {
  async function expectSignIn(response: Response, location = "/login?next=%2Fsettings") {
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(location);
    const cookies = cookiesOf(response);
    for (const name of ["gatehouse.access", "gatehouse.refresh"]) {
      expect(cookies[name]![0]).toMatchObject({
        value: "",
        attributes: expect.arrayContaining(["Max-Age=0"]),
      });
    }
  }

  it("when there is no session to renew, whatever the reason", async () => {
    const past = new Date(Date.now() - 1000);
    await expectSignIn(await navigate({}, "?next=/settings"));
    await expectSignIn(await navigate({ refreshToken: "nonsense" }, "?next=/settings"));
    await expectSignIn(await navigate({ refreshToken: "0".repeat(128) }, "?next=/settings"));
    for (const overrides of [{ revokedAt: past }, { expiresAt: past }]) {
      const session = await startSession(await createUser(), overrides);
      await expectSignIn(await navigate(session, "?next=/settings"));
    }
    const disabled = await startSession(await createUser({ isActive: false }));
    await expectSignIn(await navigate(disabled, "?next=/settings"));
  });

  it("when the token was replayed, which ends the session", async () => {
    const session = await startSession(await createUser(), { generation: 5 });
    const refreshToken = await deriveRefreshToken(session.id, 1);
    await expectSignIn(await navigate({ refreshToken }, "?next=/settings"));
    const [row] = await database()`select revoked_at from sessions where id = ${session.id}`;
    expect(row!.revoked_at).not.toBeNull();
  });

  it("with the reason for the page to say, where a session has ended", async () => {
    const ended = await startSession(await createUser(), { revokedAt: new Date(Date.now() - 1000) });
    const cookie = cookiesOf(await navigate(ended))["gatehouse.form"]?.[0];
    expect(readFormState(`gatehouse.form=${cookie?.value}`)).toEqual({ reason: "SESSION_REVOKED" });
    expect(cookie?.attributes).toContain("Max-Age=60");
    expect(cookiesOf(await navigate({}))["gatehouse.form"]).toBeUndefined();
  });

  it("without a `next` for home, which is where it leads anyway", async () => {
    await expectSignIn(await navigate({}), "/login");
    await expectSignIn(await navigate({}, "?next=//evil.example"), "/login");
  });

  it("a marker that is nonsense counts for nothing", async () => {
    const { session } = await signedIn(api);
    const response = await navigate(session, "?next=/tasks", { cookie: "gatehouse.renewals=many" });
    expect(response.headers.get("location")).toBe("/tasks");
  });

  it("under every Domain that they may have been set with", async () => {
    resetSettings({ APP_URL: "https://accounts.example.com", COOKIE_DOMAIN: "example.com" });
    const cookies = cookiesOf(await navigate({ refreshToken: "nonsense" }));
    const domains = cookies["gatehouse.refresh"]!.map(({ attributes }) =>
      attributes.find((attribute) => attribute.startsWith("Domain=")),
    );
    expect(domains).toEqual([undefined, "Domain=example.com"]);
  });
});

describe("429", () => {
  it("after the fifth renewal within seconds, as a page to people: nothing loops, and no other site signs anybody out by it", async () => {
    const { session } = await signedIn(api);
    let refreshToken = session.refreshToken;
    let marker = "";
    for (let n = 1; n <= 5; n++) {
      const response = await navigate({ refreshToken }, "?next=/settings", { cookie: marker });
      expect(response.headers.get("location")).toBe("/settings");
      const cookies = cookiesOf(response);
      refreshToken = cookies["gatehouse.refresh"]![0]!.value;
      expect(cookies["gatehouse.renewals"]![0]).toEqual({
        value: String(n),
        attributes: ["HttpOnly", "Max-Age=10", "Path=/", "SameSite=Lax"],
      });
      marker = `gatehouse.renewals=${n}`;
    }
    const stopped = await navigate({ refreshToken }, "?next=/settings", { cookie: marker });
    expect([stopped.status, stopped.headers.get("retry-after")]).toEqual([429, "10"]);
    expect(stopped.headers.getSetCookie()).toEqual([]);
    expect(await stopped.text()).toMatch(/^<!doctype html>.*Too many attempts/s);
    expect(stopped.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect((await navigate({ refreshToken }, "?next=/settings")).headers.get("location")).toBe("/settings");
  });

  it("as a problem to programs", async () => {
    const { session } = await signedIn(api);
    const cookie = `gatehouse.refresh=${session.refreshToken}; gatehouse.renewals=5`;
    const headers = { cookie, accept: "application/json" };
    await expect(await api.fetch(REFRESH, { headers, redirect: "manual" })).toFailWith("RATE_LIMIT_EXCEEDED");
  });

  it("by a marker that over https no other host can set", async () => {
    resetSettings({ APP_URL: "https://accounts.example.com" });
    const { session } = await signedIn(api);
    const cookie = `__Host-gatehouse.refresh=${session.refreshToken}`;
    const cookies = cookiesOf(
      await api.fetch(`${REFRESH}?next=/tasks`, { headers: { cookie }, redirect: "manual" }),
    );
    expect(cookies["__Host-gatehouse.renewals"]![0]).toEqual({
      value: "1",
      attributes: ["HttpOnly", "Max-Age=10", "Path=/", "SameSite=Lax", "Secure"],
    });
  });
});

it("HEAD leads the same way", async () => {
  const { session } = await signedIn(api);
  const response = await inBrowser(api, session)(`${REFRESH}?next=/tasks`, { method: "HEAD" });
  expect([response.status, response.headers.get("location")]).toEqual([303, "/tasks"]);
});
