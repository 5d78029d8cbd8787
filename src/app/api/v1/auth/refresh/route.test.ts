import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { deriveRefreshToken, hashRefreshToken } from "@/domain/sessions/refresh-token";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { cookieHeader, cookiesOf, inBrowser, signedIn, withBearer } from "@/testing/callers";
import { actionsOf, countLiveSessions, createUser, startSession } from "@/testing/factories";

const REFRESH = "/api/v1/auth/refresh";

const api = serveApi();

beforeEach(() => resetSettings());

function refresh(refresh_token: unknown, headers: Record<string, string> = {}) {
  return api.fetch(REFRESH, { json: { refresh_token }, headers });
}

async function successorOf(token: string): Promise<string> {
  return (await (await refresh(token)).json()).refresh_token;
}

async function rowOf(sessionId: string) {
  const [row] = await database()`select * from sessions where id = ${sessionId}`;
  return row!;
}

/** As if this much more time had gone by since the last rotation. */
async function letPass(sessionId: string, seconds: number) {
  await database()`
    update sessions set rotated_at = rotated_at - make_interval(secs => ${seconds}) where id = ${sessionId}
  `;
}

describe("200", () => {
  it("answers a new access token and the successor, and nothing beyond them", async () => {
    const { user, session } = await signedIn(api);
    const response = await refresh(session.refreshToken);
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const body = await response.json();
    expect(body).toEqual({
      access_token: expect.any(String),
      refresh_token: await deriveRefreshToken(session.id, 1),
      token_type: "bearer",
      expires_in: 900,
    });
    const me = await withBearer(api, body.access_token)("/api/v1/auth/me");
    expect((await me.json()).id).toBe(user.id);
  });

  it("rotates the row: one generation on, the SHA-256 of the successor, the same end", async () => {
    const { session } = await signedIn(api);
    const before = await rowOf(session.id);
    const successor = await successorOf(session.refreshToken);
    const after = await rowOf(session.id);
    expect(after).toMatchObject({
      generation: 1,
      refresh_token_hash: hashRefreshToken(successor),
      expires_at: before.expires_at,
      created_at: before.created_at,
    });
    expect(after.rotated_at.getTime()).toBeGreaterThan(Date.now() - 5_000);
  });

  it("goes on and on, at a cost that doesn't grow", async () => {
    const { session, user } = await signedIn(api);
    let token = session.refreshToken;
    for (let n = 0; n < 25; n++) token = await successorOf(token);
    expect(await rowOf(session.id)).toMatchObject({ generation: 25, revoked_at: null });
    expect(await database()`select id from sessions where user_id = ${user.id}`).toHaveLength(1);
  });

  it("by cookie: sets both cookies anew and hides the refresh token from script", async () => {
    const { session } = await signedIn(api);
    const response = await inBrowser(api, session)(REFRESH, { method: "POST" });
    expect(Object.keys(await response.json())).toEqual(["access_token", "token_type", "expires_in"]);
    const cookies = cookiesOf(response);
    expect(cookies["gatehouse.refresh"]![0]).toEqual({
      value: await deriveRefreshToken(session.id, 1),
      attributes: ["HttpOnly", "Path=/", "SameSite=Lax"],
    });
    expect(cookies["gatehouse.access"]![0]!.attributes).toEqual(["HttpOnly", "Path=/", "SameSite=Lax"]);
  });

  it.each([
    ["no body and no type", {}],
    ["an empty JSON body", { headers: { "content-type": "application/json" }, body: "" }],
    ["an empty object", { headers: { "content-type": "application/json" }, body: "{}" }],
  ])("by cookie with %s", async (_, init: { headers?: Record<string, string>; body?: string }) => {
    const { session } = await signedIn(api);
    expect((await inBrowser(api, session)(REFRESH, { method: "POST", ...init })).status).toBe(200);
  });

  it("keeps a remembered session's cookies to its end, which rotation doesn't move", async () => {
    const user = await createUser();
    const expiresAt = new Date(Date.now() + 3 * 86_400_000);
    const session = await startSession(user, { persistent: true, expiresAt });
    const cookies = cookiesOf(await inBrowser(api, session)(REFRESH, { method: "POST" }));
    const age = Number(/Max-Age=(\d+)/.exec(cookies["gatehouse.refresh"]![0]!.attributes.join())?.[1]);
    expect(age).toBeGreaterThan(3 * 86_400 - 10);
    expect(age).toBeLessThanOrEqual(3 * 86_400);
    expect(cookies["gatehouse.access"]![0]!.attributes).toContain("Max-Age=900");
  });

  it("the same token in body and cookie is one token", async () => {
    const { session } = await signedIn(api);
    const cookie = cookieHeader({ refreshToken: session.refreshToken });
    expect((await refresh(session.refreshToken, { cookie })).status).toBe(200);
  });

  it("no access token outlives its session", async () => {
    const user = await createUser();
    const session = await startSession(user, { expiresAt: new Date(Date.now() + 60_000) });
    const { expires_in } = await (await refresh(session.refreshToken)).json();
    expect(expires_in).toBeGreaterThan(50);
    expect(expires_in).toBeLessThanOrEqual(60);
  });

  it("carries the role that the row has now", async () => {
    const { user, session } = await signedIn(api);
    await database()`update users set role = 'admin' where id = ${user.id}`;
    const { access_token } = await (await refresh(session.refreshToken)).json();
    const claims = JSON.parse(Buffer.from(access_token.split(".")[1], "base64url").toString());
    expect(claims.role).toBe("admin");
  });

  it("the token before, within the grace time, is answered with the same successor again", async () => {
    const { user, session } = await signedIn(api);
    const successor = await successorOf(session.refreshToken);
    await letPass(session.id, 9);
    expect(await successorOf(session.refreshToken)).toBe(successor);
    expect(await rowOf(session.id)).toMatchObject({ generation: 1, revoked_at: null });
    expect(await actionsOf(user.id)).toEqual([]);
  });

  it("two hundred at once with one token: one rotation, one successor", async () => {
    // However long a busy machine takes for all of them.
    resetSettings({ REFRESH_GRACE_SECONDS: "120" });
    const { session, user } = await signedIn(api);
    const answers = await Promise.all(Array.from({ length: 200 }, () => successorOf(session.refreshToken)));
    expect(new Set(answers)).toEqual(new Set([await deriveRefreshToken(session.id, 1)]));
    expect(await rowOf(session.id)).toMatchObject({ generation: 1, revoked_at: null });
    expect(await countLiveSessions(user.id)).toBe(1);
  });

  it("a genuine generation above the row's, after a restore from a backup, is taken as the current one", async () => {
    const { session } = await signedIn(api);
    const ahead = await deriveRefreshToken(session.id, 7);
    expect(await successorOf(ahead)).toBe(await deriveRefreshToken(session.id, 8));
    expect(await rowOf(session.id)).toMatchObject({ generation: 8, revoked_at: null });
  });

  it("a token under the secret before is good for one more renewal, which is signed by the new one", async () => {
    const { session } = await signedIn(api);
    resetSettings({ SECRET_KEY: "a1".repeat(32), SECRET_KEY_PREVIOUS: "5e".repeat(32) });
    const successor = await successorOf(session.refreshToken);
    resetSettings({ SECRET_KEY: "a1".repeat(32) });
    expect((await refresh(successor)).status).toBe(200);
    await expect(await refresh(session.refreshToken)).toFailWith("INVALID_REFRESH_TOKEN");
  });
});

describe("400 MALFORMED_REQUEST", () => {
  it("when body and cookie name different tokens, and nothing is turned", async () => {
    const { session } = await signedIn(api);
    const other = await startSession(await createUser());
    const cookie = cookieHeader({ refreshToken: other.refreshToken });
    await expect(await refresh(session.refreshToken, { cookie })).toFailWith("MALFORMED_REQUEST");
    expect(await rowOf(session.id)).toMatchObject({ generation: 0 });
    expect(await rowOf(other.id)).toMatchObject({ generation: 0 });
  });
});

describe("401", () => {
  it("MISSING_REFRESH_TOKEN without one, and beside a Bearer the cookie is none", async () => {
    await expect(await api.fetch(REFRESH, { method: "POST" })).toFailWith("MISSING_REFRESH_TOKEN");
    await expect(await refresh(undefined)).toFailWith("MISSING_REFRESH_TOKEN");
    const { session } = await signedIn(api);
    const cookie = cookieHeader(session);
    const headers = { authorization: `Bearer ${session.accessToken}`, cookie };
    await expect(await api.fetch(REFRESH, { method: "POST", headers })).toFailWith("MISSING_REFRESH_TOKEN");
    expect(await rowOf(session.id)).toMatchObject({ generation: 0 });
  });

  it("INVALID_REFRESH_TOKEN for whatever is not genuine, and the session lives on", async () => {
    const { session, user } = await signedIn(api);
    const token = session.refreshToken;
    const forgeries = [
      "",
      "x",
      "0".repeat(128),
      token.toUpperCase(),
      ` ${token}`,
      `${token}0`,
      token.slice(0, -1),
      token.slice(0, -2),
      flip(token, 0),
      flip(token, 39),
      flip(token, 40),
      flip(token, 127),
      `${token.slice(0, 32)}00000001${token.slice(40)}`,
      session.accessToken,
      await deriveRefreshToken(session.id, 0x7fffffff),
      await deriveRefreshToken(session.id, 0xffffffff),
      await deriveRefreshToken("00000000-0000-4000-8000-000000000000", 0),
    ];
    for (const forgery of forgeries) await expect(await refresh(forgery)).toFailWith("INVALID_REFRESH_TOKEN");
    expect(await rowOf(session.id)).toMatchObject({ generation: 0, revoked_at: null });
    expect(await actionsOf(user.id)).toEqual([]);
  });

  it("INVALID_REFRESH_TOKEN for one derived from another secret", async () => {
    const { session } = await signedIn(api);
    resetSettings({ SECRET_KEY: "a1".repeat(32) });
    await expect(await refresh(session.refreshToken)).toFailWith("INVALID_REFRESH_TOKEN");
  });

  it("SESSION_REVOKED when it was ended, or the user disabled or deleted; before REFRESH_TOKEN_EXPIRED", async () => {
    const past = new Date(Date.now() - 1000);
    const ended = await startSession(await createUser(), { revokedAt: past });
    await expect(await refresh(ended.refreshToken)).toFailWith("SESSION_REVOKED");
    const both = await startSession(await createUser(), { revokedAt: past, expiresAt: past });
    await expect(await refresh(both.refreshToken)).toFailWith("SESSION_REVOKED");
    for (const column of [{ isActive: false }, { deletedAt: past }]) {
      const { refreshToken } = await startSession(await createUser(column));
      await expect(await refresh(refreshToken)).toFailWith("SESSION_REVOKED");
    }
  });

  it("REFRESH_TOKEN_EXPIRED past the end, also for an old generation, which then is no replay", async () => {
    const user = await createUser();
    const past = new Date(Date.now() - 1000);
    const session = await startSession(user, { expiresAt: past, generation: 5 });
    await expect(await refresh(session.refreshToken)).toFailWith("REFRESH_TOKEN_EXPIRED");
    const old = await deriveRefreshToken(session.id, 1);
    await expect(await refresh(old)).toFailWith("REFRESH_TOKEN_EXPIRED");
    expect(await actionsOf(user.id)).toEqual([]);
  });

  it("REFRESH_TOKEN_REUSED for the token before when the grace time is over: the session ends, and only it", async () => {
    const { session, user } = await signedIn(api);
    const other = await startSession(user);
    const successor = await successorOf(session.refreshToken);
    await letPass(session.id, 11);
    await expect(await refresh(session.refreshToken)).toFailWith("REFRESH_TOKEN_REUSED");
    expect(await rowOf(session.id)).toMatchObject({
      revoked_at: expect.any(Date),
      revoked_reason: "refresh token replayed",
    });
    await expect(await refresh(successor)).toFailWith("SESSION_REVOKED");
    expect((await refresh(other.refreshToken)).status).toBe(200);
    expect(await actionsOf(user.id)).toEqual(["session.replayed"]);
    const [event] = await database()`select * from audit_events where subject_id = ${user.id}`;
    expect(event).toMatchObject({ actor_id: null, session_id: session.id, ip_address: "127.0.0.1" });
  });

  it("REFRESH_TOKEN_REUSED for an older one at once, grace time or not", async () => {
    const { session } = await signedIn(api);
    await successorOf(await successorOf(session.refreshToken));
    await expect(await refresh(session.refreshToken)).toFailWith("REFRESH_TOKEN_REUSED");
    await expect(await refresh(session.refreshToken)).toFailWith("SESSION_REVOKED");
  });

  it("twenty replays at once: one event", async () => {
    const { session, user } = await signedIn(api);
    await successorOf(await successorOf(session.refreshToken));
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(session.refreshToken)));
    const codes = await Promise.all(answers.map(async (answer) => (await answer.json()).code));
    expect(codes).toContain("REFRESH_TOKEN_REUSED");
    expect(codes.filter((code) => !["REFRESH_TOKEN_REUSED", "SESSION_REVOKED"].includes(code))).toEqual([]);
    expect(await actionsOf(user.id)).toEqual(["session.replayed"]);
  });

  it("a replay ends the session whatever becomes of the answer", async () => {
    const { session } = await signedIn(api);
    await successorOf(await successorOf(session.refreshToken));
    // Sent until one has arrived before it was given up, which on a busy machine takes longer.
    for (let ms = 1; ms < 4_000 && (await rowOf(session.id)).revoked_at === null; ms *= 2) {
      const json = { refresh_token: session.refreshToken };
      await api.fetch(REFRESH, { json, signal: AbortSignal.timeout(ms) }).catch(() => {});
    }
    await expect.poll(async () => (await rowOf(session.id)).revoked_at, { timeout: 15_000 }).not.toBeNull();
  });

  it("REFRESH_GRACE_SECONDS=0 makes every second use a replay", async () => {
    resetSettings({ REFRESH_GRACE_SECONDS: "0" });
    const { session } = await signedIn(api);
    await successorOf(session.refreshToken);
    await expect(await refresh(session.refreshToken)).toFailWith("REFRESH_TOKEN_REUSED");
  });

  it("clears and sets no cookie", async () => {
    const { session } = await signedIn(api, { session: { revokedAt: new Date() } });
    const response = await inBrowser(api, session)(REFRESH, { method: "POST" });
    await expect(response).toFailWith("SESSION_REVOKED");
    expect(response.headers.getSetCookie()).toEqual([]);
  });
});

describe("422", () => {
  it.each([1, true, null, ["x"], { $ne: "" }, "nul\0", "\ud800", "x".repeat(5000)])(
    "VALIDATION_ERROR for %j",
    async (token) => {
      await expect(await refresh(token)).toFailWith("VALIDATION_ERROR", { field: "refresh_token" });
    },
  );
});

describe("what isn't limited", () => {
  it("renewals don't count as attempts, nor do forged tokens", async () => {
    resetSettings({ RATE_LIMIT_AUTH_PER_MINUTE: "1" });
    const { session } = await signedIn(api);
    let token = session.refreshToken;
    for (let n = 0; n < 10; n++) token = await successorOf(token);
    for (let n = 0; n < 10; n++)
      await expect(await refresh("0".repeat(128))).toFailWith("INVALID_REFRESH_TOKEN");
    expect(await database()`select key from attempt_counters`).toHaveLength(0);
  });
});

function flip(token: string, at: number) {
  const digit = token[at] === "0" ? "1" : "0";
  return token.slice(0, at) + digit + token.slice(at + 1);
}
