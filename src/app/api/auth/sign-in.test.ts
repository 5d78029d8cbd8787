import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { useCheapHashing } from "@/testing/cheap-hashing";
import {
  actionsOf,
  countLiveSessions,
  createUser,
  forgetEverything,
  setUpOrganization,
} from "@/testing/factories";
import { enterBy, eventsOf, getUser, leaveFor, serveProviders, userOf, visitor } from "@/testing/providers";

const api = serveApi();
const providers = serveProviders(api);

beforeAll(() => useCheapHashing());
beforeEach(async () => {
  resetSettings(providers.settings);
  await setUpOrganization();
});

async function nobodyIsMade({ email }: { email?: string }) {
  expect(await userOf(email)).toBeUndefined();
}

describe.each(["oidc", "github"])("signing in by %s", (provider) => {
  test("makes an account the first time and starts a session of ours, and nothing of the authorization is left", async () => {
    const someone = visitor();
    const { location, browser } = await enterBy(api, someone, { provider, query: "?next=/settings" });
    expect(location).toBe("/settings");
    const user = await getUser(someone.email);
    expect(user).toMatchObject({
      username: someone.nickname,
      full_name: "Gus Guest",
      hashed_password: null,
      role: "user",
    });
    // Only a link that went there by mail verifies it.
    expect(user.email_verified_at).toBeNull();
    expect(await actionsOf(user.id)).toEqual(["account.registered", "identity.linked", "session.started"]);
    expect([...browser.cookies(api.url).keys()].sort()).toEqual([
      "gatehouse.access",
      "gatehouse.device",
      "gatehouse.refresh",
      "last_way",
    ]);
    expect(browser.cookies(api.url).get("last_way")).toBe(provider);
    const cookie = `gatehouse.access=${browser.cookies(api.url).get("gatehouse.access")}`;
    const me = await api.fetch("/api/v1/users/me", { headers: { cookie } });
    expect(await me.json()).toMatchObject({ email: someone.email });
  });

  test("opens the same account the second time, whatever the email is by then", async () => {
    const someone = visitor();
    await enterBy(api, someone, { provider });
    const user = await getUser(someone.email);
    const { location } = await enterBy(
      api,
      { ...someone, email: "new@example.org", verified: "no" },
      { provider },
    );
    expect(location).toBe("/");
    expect(await countLiveSessions(user.id)).toBe(2);
    await nobodyIsMade({ email: "new@example.org" });
  });

  test("keeps nothing that the provider gave beside who it is", async () => {
    const someone = visitor();
    await enterBy(api, someone, { provider });
    const user = await getUser(someone.email);
    const [row] = await database()`
      select access_token, refresh_token, id_token, scope from accounts where user_id = ${user.id}
    `;
    expect(row).toEqual({ access_token: null, refresh_token: null, id_token: null, scope: null });
  });

  test("doesn't open the account that has this email, and says how to link", async () => {
    const owner = await createUser();
    const someone = visitor({ email: owner.email.toUpperCase() });
    const { location, browser } = await enterBy(api, someone, { provider, query: "?next=/tasks" });
    expect(location).toBe(`/login?notice=email_taken&provider=${provider}&next=%2Ftasks`);
    expect([...browser.cookies(api.url).keys()]).toEqual([]);
    expect(await countLiveSessions(owner.id)).toBe(0);
    expect(await eventsOf(owner.id)).toEqual([
      { action: "session.refused", detail: { provider, reason: "email_taken" } },
    ]);
  });

  test("wants an email that the provider has verified", async () => {
    const someone = visitor({ verified: "no" });
    const { location } = await enterBy(api, someone, { provider });
    expect(location).toBe(`/login?notice=no_verified_email&provider=${provider}`);
    await nobodyIsMade(someone);
    const nameless = await enterBy(api, visitor({ email: "" }), { provider });
    expect(nameless.location).toContain("notice=no_verified_email");
  });

  test("finds a username where the wished one is taken, too short or no name at all", async () => {
    const { username } = await createUser();
    for (const [nickname, pattern] of [
      [username.toUpperCase(), /^guest\d+$/],
      ["Ω", /^guest\d+$/],
      [`Zoë van ${provider}!`, /^Zoevan(?:oidc|github)$/],
    ] as const) {
      const someone = visitor({ nickname, login: nickname });
      await enterBy(api, someone, { provider });
      expect((await getUser(someone.email)).username).toMatch(pattern);
    }
  });

  test("is denied at the provider: nothing is made, and it is told", async () => {
    const someone = visitor();
    const { location, browser } = await enterBy(api, someone, { provider, decision: "refuse" });
    expect(location).toBe(`/login?notice=denied&provider=${provider}`);
    expect([...browser.cookies(api.url).keys()]).toEqual([]);
    await nobodyIsMade(someone);
    expect(await eventsOf(null)).toContainEqual({
      action: "session.refused",
      detail: { provider, reason: "denied" },
    });
  });
});

describe("who may not come in", () => {
  test.each([
    ["disabled", { isActive: false }],
    ["deleted", { deletedAt: new Date() }],
  ])(
    "an account that is %s stays closed",
    async (_, { isActive, deletedAt }: { isActive?: boolean; deletedAt?: Date }) => {
      const someone = visitor();
      await enterBy(api, someone);
      const { id } = await getUser(someone.email);
      await database()`update users set is_active = ${isActive ?? true}, deleted_at = ${deletedAt ?? null} where id = ${id}`;
      await database()`delete from sessions where user_id = ${id}`;
      const { location, browser } = await enterBy(api, someone);
      expect(location).toBe("/login?notice=account_closed&provider=oidc");
      expect(await countLiveSessions(id)).toBe(0);
      expect([...browser.cookies(api.url).keys()]).toEqual([]);
      expect((await actionsOf(id)).at(-1)).toBe("session.refused");
    },
  );

  test("while registration is closed newcomers stay out, and those who are known come in", async () => {
    const known = visitor();
    await enterBy(api, known);
    await setUpOrganization({ registration: "closed" });
    const newcomer = visitor();
    expect((await enterBy(api, newcomer)).location).toBe("/login?notice=registration_closed&provider=oidc");
    await nobodyIsMade(newcomer);
    expect((await enterBy(api, known)).location).toBe("/");
  });

  test("before the set-up it leads there, and tells a program so", async () => {
    await forgetEverything();
    const browser = await api.fetch("/api/auth/signin/oidc", {
      method: "POST",
      headers: { accept: "text/html" },
    });
    expect(browser.headers.get("location")).toBe("/setup");
    const program = await api.fetch("/api/auth/signin/oidc", { method: "POST" });
    await expect(program).toFailWith("SETUP_REQUIRED");
  });

  test("who left before the installation was forgotten comes back to the set-up", async () => {
    const someone = visitor();
    const { browser, page } = await leaveFor(api);
    await forgetEverything();
    expect((await browser.submit(page, { ...someone, decision: "allow" })).location).toBe("/setup");
  });
});

describe("the limits", () => {
  test("count with those of all other doors", async () => {
    resetSettings({ ...providers.settings, RATE_LIMIT_AUTH_PER_MINUTE: "5" });
    await database()`delete from attempt_counters`;
    for (let attempt = 0; attempt < 3; attempt++) {
      await api.fetch("/api/v1/auth/login", { json: { email: "nobody@example.com", password: "not this" } });
    }
    const landings = [];
    for (let attempt = 0; attempt < 3; attempt++) landings.push((await enterBy(api, visitor())).location);
    expect(landings).toEqual(["/", "/", "/login?notice=too_many_attempts&provider=oidc"]);
    const login = await api.fetch("/api/v1/auth/login", {
      json: { email: "a@b.example", password: "not this" },
    });
    await expect(login).toFailWith("RATE_LIMIT_EXCEEDED");
  });

  test("of sessions hold: the one over the cap ends", async () => {
    resetSettings({ ...providers.settings, MAX_SESSIONS_PER_USER: "2" });
    const someone = visitor();
    for (let time = 0; time < 4; time++) await enterBy(api, someone);
    const { id } = await getUser(someone.email);
    expect(await countLiveSessions(id)).toBe(2);
    expect((await actionsOf(id)).filter((action) => action === "session.revoked")).toHaveLength(2);
  });
});
