import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { inBrowser, signedIn, withBearer } from "@/testing/callers";
import { actionsOf, countLiveSessions, createUser, startSession } from "@/testing/factories";

const SESSIONS = "/api/v1/auth/sessions";

const api = serveApi();

beforeEach(() => resetSettings());

describe("GET", () => {
  it("lists the live ones, this one first, then by use, and marks this one", async () => {
    const { user, session, fetch } = await signedIn(api);
    const used = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000);
    const [older, newer] = [
      await startSession(user, { lastUsedAt: used(90), deviceInfo: "Firefox on Windows" }),
      await startSession(user, { lastUsedAt: used(30), ipAddress: "203.0.113.9", userAgent: "curl/8.5.0" }),
    ];
    await startSession(user, { revokedAt: new Date() });
    await startSession(user, { expiresAt: used(1) });
    await startSession(await createUser());

    const response = await fetch(SESSIONS);
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const { items, next_cursor } = await response.json();
    expect(next_cursor).toBeNull();
    expect(items.map(({ id }: { id: string }) => id)).toEqual([session.id, newer.id, older.id]);
    expect(items.map(({ current }: { current: boolean }) => current)).toEqual([true, false, false]);
    expect(items[1]).toEqual({
      id: newer.id,
      device_info: null,
      user_agent: "curl/8.5.0",
      ip_address: "203.0.113.9",
      created_at: expect.any(String),
      last_used_at: expect.any(String),
      expires_at: newer.expiresAt.toISOString(),
      current: false,
    });
  });

  it("shows nobody a token or its hash", async () => {
    const { session, fetch } = await signedIn(api);
    const [row] = await database()`select refresh_token_hash from sessions where id = ${session.id}`;
    const text = await (await fetch(SESSIONS)).text();
    expect(text).not.toContain(row!.refresh_token_hash);
    expect(text).not.toContain(session.refreshToken.slice(40));
  });
});

describe("DELETE /{id}", () => {
  function end(fetch: typeof api.fetch, id: string) {
    return fetch(`${SESSIONS}/${id}`, { method: "DELETE" });
  }

  it("ends one of mine, which counts at the next request", async () => {
    const { user, fetch } = await signedIn(api);
    const other = await startSession(user);
    expect((await end(fetch, other.id)).status).toBe(204);
    await expect(await withBearer(api, other.accessToken)("/api/v1/auth/me")).toFailWith("SESSION_REVOKED");
    expect(await actionsOf(user.id)).toEqual(["session.revoked"]);
  });

  it("ends also the one that asks", async () => {
    const { session, fetch } = await signedIn(api);
    expect((await end(fetch, session.id)).status).toBe(204);
    await expect(await fetch("/api/v1/auth/me")).toFailWith("SESSION_REVOKED");
  });

  it("404, the same for not mine, unknown, ended, expired and malformed", async () => {
    const { user, fetch } = await signedIn(api);
    const visitor = await createUser();
    const ids = [
      (await startSession(visitor)).id,
      "00000000-0000-4000-8000-000000000000",
      (await startSession(user, { revokedAt: new Date() })).id,
      (await startSession(user, { expiresAt: new Date(Date.now() - 1000) })).id,
      "1",
      "..%2F..%2Fusers",
      "%00",
      "' or 1=1 --",
      "{00000000-0000-4000-8000-000000000000}",
      "00000000000040008000000000000000",
      "x".repeat(2000),
      "%ED%A0%80",
      "%zz",
    ];
    const answers = new Set<string>();
    for (const id of ids) {
      const response = await end(fetch, id);
      await expect(response).toFailWith("NOT_FOUND");
      answers.add(JSON.stringify({ ...(await response.json()), trace_id: null }));
    }
    expect(answers.size).toBe(1);
    expect(await countLiveSessions(visitor.id)).toBe(1);
    expect(await actionsOf(visitor.id)).toEqual([]);
  });

  it("twenty at once for one session: one 204, nineteen 404, one event", async () => {
    const { user, fetch } = await signedIn(api);
    const other = await startSession(user);
    const answers = await Promise.all(Array.from({ length: 20 }, () => end(fetch, other.id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array(19).fill(404)]);
    expect(await actionsOf(user.id)).toEqual(["session.revoked"]);
  });
});

describe("DELETE", () => {
  it("ends all others and says how many that were, with an event each", async () => {
    const { user, session, fetch } = await signedIn(api);
    for (let n = 0; n < 3; n++) await startSession(user);
    await startSession(user, { revokedAt: new Date() });
    const visitor = await createUser();
    await startSession(visitor);
    const response = await fetch(SESSIONS, { method: "DELETE" });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ revoked: 3 });
    const live = await database()`select id from sessions where user_id = ${user.id} and revoked_at is null`;
    expect(live.map(({ id }) => id)).toEqual([session.id]);
    expect(await countLiveSessions(visitor.id)).toBe(1);
    expect(await actionsOf(user.id)).toEqual(Array(3).fill("session.revoked"));
    expect(await (await fetch(SESSIONS, { method: "DELETE" })).json()).toEqual({ revoked: 0 });
  });

  it("asks a browser where it comes from", async () => {
    const { user, session } = await signedIn(api);
    await startSession(user);
    for (const headers of [{ origin: "null" }, { origin: "https://evil.example" }]) {
      const response = await inBrowser(api, session)(SESSIONS, { method: "DELETE", headers });
      await expect(response).toFailWith("CSRF_REJECTED");
    }
    expect(await countLiveSessions(user.id)).toBe(2);
  });
});
