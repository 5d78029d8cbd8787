import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { cookieHeader, cookiesOf, inBrowser, signedIn, withBearer } from "@/testing/callers";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { actionsOf, countLiveSessions, createUser, PASSWORD, startSession } from "@/testing/factories";

const ME = "/api/v1/users/me";

const api = serveApi();

beforeAll(useCheapHashing);
beforeEach(() => resetSettings());

describe("GET", () => {
  it.each([ME, "/api/v1/auth/me"])("%s answers the user, by Bearer or by cookie", async (path) => {
    const { user, session, fetch } = await signedIn(api);
    const response = await fetch(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const body = await response.json();
    const { password: _, ...shown } = user;
    expect(body).toEqual(JSON.parse(JSON.stringify(shown)));
    expect(await (await inBrowser(api, session)(path)).json()).toEqual(body);
    expect(await (await api.fetch(path, { headers: { cookie: cookieHeader(session) } })).json()).toEqual(
      body,
    );
  });

  it("says the role that the row has now, not the one in the token", async () => {
    const { user, fetch } = await signedIn(api, { user: { role: "admin" } });
    await createUser({ role: "admin" });
    expect((await (await fetch(ME)).json()).role).toBe("admin");
    await database()`update users set role = 'user' where id = ${user.id}`;
    expect((await (await fetch(ME)).json()).role).toBe("user");
  });

  it("answers HEAD like GET, without the body", async () => {
    const { fetch } = await signedIn(api);
    const response = await fetch(ME, { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
  });

  it("writes last_used_at at most once a minute a session", async () => {
    const { session, fetch } = await signedIn(api);
    const usedAt = async () =>
      (
        await database()`select last_used_at from sessions where id = ${session.id}`
      )[0]!.last_used_at.getTime();
    const setUsed = (secondsAgo: number) => database()`
      update sessions set last_used_at = now() - make_interval(secs => ${secondsAgo}) where id = ${session.id}
    `;
    await setUsed(50);
    const recent = await usedAt();
    await fetch(ME);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await usedAt()).toBe(recent);
    await setUsed(70);
    await Promise.all(Array.from({ length: 20 }, () => fetch(ME)));
    await expect.poll(usedAt).toBeGreaterThan(Date.now() - 5_000);
  });
});

describe("PATCH", () => {
  function patch(fetch: Awaited<ReturnType<typeof signedIn>>["fetch"], json: unknown) {
    return fetch(ME, { method: "PATCH", json });
  }

  it("changes what is given, leaves the rest, and says so by an event without the values", async () => {
    const { user, session, fetch } = await signedIn(api, {
      user: { fullName: "Ada", timeZone: "Asia/Tokyo" },
    });
    const before = await (await fetch(ME)).json();
    const response = await patch(fetch, { full_name: " Ada Lovelace ", locale: "ru" });
    expect(response.status).toBe(200);
    const body = await response.json();
    expect(body).toEqual({
      ...before,
      full_name: "Ada Lovelace",
      locale: "ru",
      updated_at: expect.any(String),
    });
    expect(body.updated_at > before.updated_at).toBe(true);
    expect(await (await fetch(ME)).json()).toEqual(body);
    const [event] = await database()`select * from audit_events where subject_id = ${user.id}`;
    expect(event).toMatchObject({
      action: "profile.changed",
      actor_id: user.id,
      detail: { fields: ["full_name", "locale"] },
      trace_id: response.headers.get("x-trace-id"),
    });
    expect(event!.session_id).toBe(session.id);
  });

  it("takes null for what may be none, and an empty name as none", async () => {
    const { fetch } = await signedIn(api, { user: { fullName: "Ada", locale: "ru" } });
    expect(await (await patch(fetch, { full_name: null, locale: null })).json()).toMatchObject({
      full_name: null,
      locale: null,
    });
    expect(await (await patch(fetch, { full_name: "" })).json()).toMatchObject({ full_name: null });
  });

  it("changes the username, also only in its letters", async () => {
    const { user, fetch } = await signedIn(api);
    const username = user.username.toUpperCase();
    expect((await (await patch(fetch, { username })).json()).username).toBe(username);
  });

  it("nothing given is nothing changed, without an event", async () => {
    const { user, fetch } = await signedIn(api);
    const before = await (await fetch(ME)).json();
    for (const json of [{}, { unknown: 1 }]) expect(await (await patch(fetch, json)).json()).toEqual(before);
    expect(await actionsOf(user.id)).toEqual([]);
  });

  it("sets nothing that isn't the owner's to set", async () => {
    const { user, fetch } = await signedIn(api);
    const greedy = {
      full_name: "Eve",
      id: "00000000-0000-4000-8000-000000000000",
      email: "eve@example.com",
      role: "admin",
      is_active: false,
      provider_id: "00000000-0000-4000-8000-000000000000",
      email_verified_at: "2020-01-01T00:00:00Z",
      avatar_url: "https://evil.example/a.png",
      hashed_password: "x",
      max_chats: 999,
      created_at: "2020-01-01T00:00:00Z",
      deleted_at: "2020-01-01T00:00:00Z",
    };
    const before = await database()`select * from users where id = ${user.id}`;
    expect((await patch(fetch, greedy)).status).toBe(200);
    const after = await database()`select * from users where id = ${user.id}`;
    expect(after[0]).toEqual({ ...before[0], full_name: "Eve", updated_at: after[0]!.updated_at });
  });

  it("409 USERNAME_ALREADY_EXISTS, whatever the letters", async () => {
    const { username } = await createUser();
    const { fetch } = await signedIn(api);
    await expect(await patch(fetch, { username: username.toUpperCase() })).toFailWith(
      "USERNAME_ALREADY_EXISTS",
      { field: "username" },
    );
  });

  it.each([
    ["INVALID_USERNAME", "username", "no"],
    ["VALIDATION_ERROR", "username", null],
    ["VALIDATION_ERROR", "full_name", "x".repeat(256)],
    ["VALIDATION_ERROR", "full_name", "\0"],
    ["VALIDATION_ERROR", "full_name", 5],
    ["VALIDATION_ERROR", "locale", "la"],
    ["VALIDATION_ERROR", "locale", "EN"],
    ["VALIDATION_ERROR", "time_zone", "Nowhere/At_All"],
    ["VALIDATION_ERROR", "time_zone", null],
  ] as const)("422 %s on %s: %j", async (code, field, value) => {
    const { fetch } = await signedIn(api);
    await expect(await patch(fetch, { [field]: value })).toFailWith(code, { field });
  });
});

describe("DELETE", () => {
  function remove(
    fetch: Awaited<ReturnType<typeof signedIn>>["fetch"],
    json: unknown = { password: PASSWORD },
  ) {
    return fetch(ME, { method: "DELETE", json });
  }

  it("keeps the row, ends every session, clears the cookies, and nothing opens any more", async () => {
    const { user, session, fetch } = await signedIn(api);
    const other = await startSession(user);
    const response = await remove(inBrowser(api, session));
    expect(response.status).toBe(204);
    expect(cookiesOf(response)["gatehouse.refresh"]![0]!.value).toBe("");
    const [row] = await database()`select * from users where id = ${user.id}`;
    expect(row).toMatchObject({ email: user.email, deleted_at: expect.any(Date) });
    expect(await countLiveSessions(user.id)).toBe(0);
    expect(await actionsOf(user.id)).toEqual(["account.deleted"]);
    await expect(await fetch(ME)).toFailWith("SESSION_REVOKED");
    await expect(await withBearer(api, other.accessToken)(ME)).toFailWith("SESSION_REVOKED");
    const login = { email: user.email, password: PASSWORD };
    await expect(await api.fetch("/api/v1/auth/login", { json: login })).toFailWith("INVALID_CREDENTIALS");
    await expect(
      await api.fetch("/api/v1/auth/register", { json: { ...login, username: "somebody-else" } }),
    ).toFailWith("EMAIL_ALREADY_EXISTS");
  });

  it("422 WRONG_PASSWORD, and nothing has happened", async () => {
    const { user, fetch } = await signedIn(api);
    for (const json of [{ password: "not this one" }, { password: "" }, {}]) {
      await expect(await remove(fetch, json)).toFailWith("WRONG_PASSWORD", { field: "password" });
    }
    expect(await countLiveSessions(user.id)).toBe(1);
    expect(await actionsOf(user.id)).toEqual(Array(2).fill("reauthentication.refused"));
  });

  it("429 RATE_LIMIT_EXCEEDED after too many guesses, also for the right password", async () => {
    resetSettings({ RATE_LIMIT_AUTH_PER_MINUTE: "1" });
    await database()`delete from attempt_counters`;
    const { user, fetch } = await signedIn(api);
    await expect(await remove(fetch, { password: "not this one" })).toFailWith("WRONG_PASSWORD");
    await expect(await remove(fetch)).toFailWith("RATE_LIMIT_EXCEEDED");
    expect(await countLiveSessions(user.id)).toBe(1);
  });

  it("asks for no password where none was ever set", async () => {
    const { user, fetch } = await signedIn(api, { user: { password: null } });
    expect((await fetch(ME, { method: "DELETE" })).status).toBe(204);
    expect(await actionsOf(user.id)).toEqual(["account.deleted"]);
  });

  it("409 LAST_ADMIN for the last active administrator, and for no other", async () => {
    await database()`update users set role = 'user'`;
    const { user, fetch } = await signedIn(api, { user: { role: "admin" } });
    await createUser({ role: "admin", isActive: false });
    await createUser({ role: "admin", deletedAt: new Date() });
    await expect(await remove(fetch)).toFailWith("LAST_ADMIN");
    expect(await countLiveSessions(user.id)).toBe(1);
    await createUser({ role: "admin" });
    expect((await remove(fetch)).status).toBe(204);
  });

  it("two administrators who delete themselves at once leave one", async () => {
    for (let round = 0; round < 5; round++) {
      await database()`update users set role = 'user'`;
      const [one, two] = [
        await signedIn(api, { user: { role: "admin" } }),
        await signedIn(api, { user: { role: "admin" } }),
      ];
      const answers = await Promise.all([remove(one.fetch), remove(two.fetch)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    }
  });

  it("twenty deletions at once: one effect, one event", async () => {
    const { user, fetch } = await signedIn(api);
    const answers = await Promise.all(Array.from({ length: 20 }, () => remove(fetch)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 204)) {
      await expect(answer).toFailWith("SESSION_REVOKED");
    }
    expect(await actionsOf(user.id)).toEqual(["account.deleted"]);
  });

  it("a sign-in that races the deletion leaves no session alive", async () => {
    for (let round = 0; round < 15; round++) {
      const { user, fetch } = await signedIn(api);
      const json = { email: user.email, password: PASSWORD };
      const logins = Array.from({ length: 4 }, () => api.fetch("/api/v1/auth/login", { json }));
      const [removed] = await Promise.all([remove(fetch), ...logins]);
      expect(removed!.status).toBe(204);
      expect(await countLiveSessions(user.id)).toBe(0);
    }
  });

  it("422 VALIDATION_ERROR for a password that is no text, before anything is hashed", async () => {
    const { fetch } = await signedIn(api);
    for (const password of [null, 5, { $ne: "" }, "\0", "\ud800"]) {
      await expect(await remove(fetch, { password })).toFailWith("VALIDATION_ERROR", { field: "password" });
    }
  });
});
