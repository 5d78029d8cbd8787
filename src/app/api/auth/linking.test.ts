import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/db/pool";
import { enterByIdentity } from "@/domain/identities/enter";
import { linkIdentity } from "@/domain/identities/identities";
import type { Identity } from "@/domain/identities/identity";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { signedIn, withBearer } from "@/testing/callers";
import { useCheapHashing } from "@/testing/cheap-hashing";
import {
  actionsOf,
  createUser,
  setUpOrganization,
  startSession,
  type TestSession,
} from "@/testing/factories";
import { enterBy, eventsOf, leaveFor, serveProviders, visitor } from "@/testing/providers";
import { createWanderer } from "@/testing/wanderer";

const api = serveApi();
const providers = serveProviders(api);
const VISIT = { address: null, userAgent: null, traceId: "0".repeat(32) };
const LINK = { query: "?link=true" };

beforeAll(() => useCheapHashing());
beforeEach(async () => {
  resetSettings(providers.settings);
  await setUpOrganization();
});

function browserOf(session: TestSession) {
  const browser = createWanderer({ home: api.url });
  browser.cookies(api.url).set("gatehouse.access", session.accessToken);
  browser.cookies(api.url).set("gatehouse.refresh", session.refreshToken);
  return browser;
}

async function someoneIn(user?: Parameters<typeof createUser>[0]) {
  const person = await createUser(user);
  const session = await startSession(person);
  return { person, session, browser: browserOf(session), fetch: withBearer(api, session.accessToken) };
}

async function linkedTo(userId: string) {
  const rows = await database()`select provider from accounts where user_id = ${userId} order by provider`;
  return rows.map(({ provider }) => provider);
}

function identity(subject: string, overrides: Partial<Identity> = {}): Identity {
  const email = `${subject}@example.net`;
  return {
    provider: "github",
    type: "oauth",
    subject,
    email,
    fullName: null,
    nicknames: [subject],
    ...overrides,
  };
}

describe("linking", () => {
  test("opens the account to the identity from then on, and is told and written down", async () => {
    const { person, browser, fetch } = await someoneIn();
    const claims = visitor();
    const { location } = await enterBy(api, claims, { ...LINK, browser });
    expect(location).toBe("/settings/security?notice=linked&provider=oidc#identities");
    const { items } = await (await fetch("/api/v1/users/me/identities")).json();
    expect(items).toEqual([{ provider: "oidc", name: "Test ID", linked_at: expect.any(String) }]);
    expect(await actionsOf(person.id)).toEqual(["identity.linked"]);

    const { browser: elsewhere } = await enterBy(api, claims);
    const cookie = `gatehouse.access=${elsewhere.cookies(api.url).get("gatehouse.access")}`;
    expect(await (await api.fetch("/api/v1/users/me", { headers: { cookie } })).json()).toMatchObject({
      id: person.id,
    });
  });

  test("again changes nothing and is no failure", async () => {
    const { person, browser } = await someoneIn();
    const claims = visitor();
    await enterBy(api, claims, { ...LINK, browser });
    expect((await enterBy(api, claims, { ...LINK, browser })).location).toContain("notice=linked");
    expect(await actionsOf(person.id)).toEqual(["identity.linked"]);
  });

  test("works when the access token ran out at the provider", async () => {
    const { person, browser } = await someoneIn();
    const { page } = await leaveFor(api, { ...LINK, browser });
    browser.cookies(api.url).delete("gatehouse.access");
    expect((await browser.submit(page, { ...visitor(), decision: "allow" })).location).toContain(
      "notice=linked",
    );
    expect(await linkedTo(person.id)).toEqual(["oidc"]);
  });

  test("takes no identity that is somebody else's, and no second one of a provider", async () => {
    const claims = visitor();
    await enterBy(api, claims);
    const { person, browser } = await someoneIn();
    expect((await enterBy(api, claims, { ...LINK, browser })).location).toBe(
      "/settings/security?notice=belongs_to_other&provider=oidc#identities",
    );
    await linkIdentity({
      owner: { user: person, sessionId: (await startSession(person)).id },
      identity: identity("first", { provider: "oidc" }),
      clientInfo: VISIT,
    });
    const again = await enterBy(api, visitor(), { ...LINK, browser: browserOf(await startSession(person)) });
    expect(again.location).toBe("/settings/security?notice=other_linked&provider=oidc#identities");
    expect(await eventsOf(person.id)).toContainEqual({
      action: "identity.refused",
      detail: { provider: "oidc", reason: "belongs_to_other" },
    });
  });

  test("denied at the provider leads back to the settings", async () => {
    const { browser } = await someoneIn();
    const { location } = await enterBy(api, visitor(), { ...LINK, browser, decision: "refuse" });
    expect(location).toBe("/settings/security?notice=denied&provider=oidc#identities");
    expect(browser.cookies(api.url).has("gatehouse.access")).toBe(true);
  });

  test("without a session leads by way of the renewal to the settings, and not to the provider", async () => {
    const response = await api.fetch("/api/auth/signin/oidc?link=true", { method: "POST" });
    expect(response.headers.get("location")).toBe("/api/v1/auth/refresh?next=/settings/security");
  });
});

test("a refresh token alone, which may have been rotated away, starts no link", async () => {
  const { browser } = await someoneIn();
  browser.cookies(api.url).delete("gatehouse.access");
  const { page } = await leaveFor(api, { ...LINK, browser });
  // Renewed by the way: the next try has an access token.
  expect(page.location).toBe("/settings/security");
  expect(browser.cookies(api.url).has("gatehouse.oauth")).toBe(false);
});

describe("who left to link", () => {
  test.each(["another person", "another session of the same person"])(
    "and comes back with the session of %s links nothing",
    async (who) => {
      const { person, browser } = await someoneIn();
      const { page } = await leaveFor(api, { ...LINK, browser });
      const other = who === "another person" ? await createUser() : person;
      const session = await startSession(other);
      browser.cookies(api.url).set("gatehouse.access", session.accessToken);
      browser.cookies(api.url).set("gatehouse.refresh", session.refreshToken);
      const { location } = await browser.submit(page, { ...visitor(), decision: "allow" });
      expect(location).toBe("/settings/security?notice=session_changed&provider=oidc#identities");
      expect(await linkedTo(person.id)).toEqual([]);
      expect(await linkedTo(other.id)).toEqual([]);
    },
  );

  test("and was signed out meanwhile links nothing", async () => {
    const { person, session, browser } = await someoneIn();
    const { page } = await leaveFor(api, { ...LINK, browser });
    await database()`update sessions set revoked_at = now() where id = ${session.id}`;
    const { location } = await browser.submit(page, { ...visitor(), decision: "allow" });
    expect(location).toContain("notice=session_changed");
    expect(await linkedTo(person.id)).toEqual([]);
  });

  test("has a way back that opens nothing in the browser of a victim", async () => {
    const attacker = await someoneIn();
    const { page } = await leaveFor(api, { ...LINK, browser: attacker.browser, provider: "github" });
    const state = /name="state" value="([^"]+)"/.exec(await page.response.text())?.[1] ?? "";
    const victim = await someoneIn();
    const { location } = await victim.browser.go(
      `${api.url}/api/auth/callback/github?${new URLSearchParams({ code: "x", state })}`,
    );
    expect(location).toBe("/settings/security?notice=expired&provider=github#identities");
    expect(await linkedTo(victim.person.id)).toEqual([]);
  });

  test("finds the session gone at the last moment: nothing is linked", async () => {
    const { person, session } = await someoneIn();
    await database()`update sessions set revoked_at = now() where id = ${session.id}`;
    const owner = { user: person, sessionId: session.id };
    const refused = await linkIdentity({ owner, identity: identity("late"), clientInfo: VISIT });
    expect(refused).toEqual({ refusal: "session_changed", subjectId: person.id });
  });
});

describe("unlinking", () => {
  const unlink = (fetch: typeof api.fetch, provider: string) =>
    fetch(`/api/v1/users/me/identities/${provider}`, { method: "DELETE" });

  test("closes the account to the identity", async () => {
    const { person, browser, fetch } = await someoneIn();
    const claims = visitor();
    await enterBy(api, claims, { ...LINK, browser });
    expect((await unlink(fetch, "oidc")).status).toBe(204);
    expect(await actionsOf(person.id)).toEqual(["identity.linked", "identity.unlinked"]);
    await expect(await unlink(fetch, "oidc")).toFailWith("NOT_FOUND");
    expect((await enterBy(api, claims)).location).toBe("/");
    expect(await linkedTo(person.id)).toEqual([]);
  });

  test("spares the last way in, until there is a password", async () => {
    const entered = await enterByIdentity(identity("lonely"), VISIT);
    if ("refusal" in entered) throw new Error(entered.refusal);
    const fetch = withBearer(api, entered.tokens.accessToken);
    await expect(await unlink(fetch, "github")).toFailWith("LAST_SIGN_IN_METHOD");
    const json = { new_password: "a lamp on the pier" };
    const set = await fetch("/api/v1/users/me/password", { method: "PUT", json });
    expect(set.status).toBe(200);
    expect((await unlink(withBearer(api, (await set.json()).access_token), "github")).status).toBe(204);
  });

  test("doesn't count a provider that is no longer set up among the ways in", async () => {
    const entered = await enterByIdentity(identity("two-doors"), VISIT);
    if ("refusal" in entered) throw new Error(entered.refusal);
    const fetch = withBearer(api, entered.tokens.accessToken);
    await database()`
      insert into accounts (user_id, type, provider, provider_account_id)
      values (${entered.user.id}, 'oidc', 'google', 'g-1')
    `;
    await expect(await unlink(fetch, "github")).toFailWith("LAST_SIGN_IN_METHOD");
    expect((await unlink(fetch, "google")).status).toBe(204);
  });

  test("of the two last ones at the same moment leaves one, twenty times", async () => {
    for (let round = 0; round < 20; round++) {
      const entered = await enterByIdentity(identity(`racer${round}`), VISIT);
      if ("refusal" in entered) throw new Error(entered.refusal);
      const { user, tokens } = entered;
      await database()`
        insert into accounts (user_id, type, provider, provider_account_id)
        values (${user.id}, 'oidc', 'oidc', ${`racer${round}`})
      `;
      const fetch = withBearer(api, tokens.accessToken);
      const answers = await Promise.all([unlink(fetch, "github"), unlink(fetch, "oidc")]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
      expect(await linkedTo(user.id)).toHaveLength(1);
    }
  });

  test("somebody else's is as if there were none", async () => {
    const { fetch } = await signedIn(api);
    await enterByIdentity(identity("not-mine"), VISIT);
    await expect(await unlink(fetch, "github")).toFailWith("NOT_FOUND");
    await expect(await unlink(fetch, "no%20such")).toFailWith("NOT_FOUND");
  });
});

describe("at the same moment", () => {
  test("twenty who come with one identity for the first time are one account", async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, () => enterByIdentity(identity("one"), VISIT)),
    );
    expect(new Set(results.map((result) => "user" in result && result.user.id)).size).toBe(1);
    const rows = await database()`select 1 from users where email = 'one@example.net'`;
    expect(rows).toHaveLength(1);
  });

  test("twenty of one name and different emails are twenty accounts with names of their own", async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        enterByIdentity(identity(`same${index}`, { nicknames: ["same"] }), VISIT),
      ),
    );
    const names = results.map((result) => "user" in result && result.user.username);
    expect(new Set(names).size).toBe(20);
    for (const name of names) expect(name).toMatch(/^same(?:-\d{3,6})?$/);
  });

  test("twenty identities with one email are one account, and nineteen are told to link", async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        enterByIdentity(identity(`mail${index}`, { email: "shared@example.net" }), VISIT),
      ),
    );
    const refused = results.filter((result) => "refusal" in result && result.refusal === "email_taken");
    expect(refused).toHaveLength(19);
  });

  test("two who link one identity: one has it", async () => {
    for (let round = 0; round < 10; round++) {
      const people = await Promise.all([someoneIn(), someoneIn()]);
      const results = await Promise.all(
        people.map(({ person, session }) =>
          linkIdentity({
            owner: { user: person, sessionId: session.id },
            identity: identity(`prize${round}`),
            clientInfo: VISIT,
          }),
        ),
      );
      expect(results.filter((result) => result === null)).toHaveLength(1);
      expect(results.filter((result) => result?.refusal === "belongs_to_other")).toHaveLength(1);
    }
  });
});

test("the providers that are set up are listed for everybody, with where to send the form", async () => {
  const response = await api.fetch("/api/v1/auth/providers");
  expect(await response.json()).toEqual({
    items: [
      { id: "github", name: "GitHub", sign_in_path: "/api/auth/signin/github" },
      { id: "oidc", name: "Test ID", sign_in_path: "/api/auth/signin/oidc" },
    ],
    next_cursor: null,
  });
  resetSettings({});
  expect(await (await api.fetch("/api/v1/auth/providers")).json()).toEqual({ items: [], next_cursor: null });
});
