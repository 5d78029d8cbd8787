import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { cookieHeader } from "@/testing/callers";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { type Crooked, startCrookedIssuer } from "@/testing/crooked-issuer";
import {
  actionsOf,
  countLiveSessions,
  createUser,
  setUpOrganization,
  startSession,
  type TestSession,
} from "@/testing/factories";
import { enterBy, eventsOf, leaveFor, serveProviders, visitor } from "@/testing/providers";
import { createWanderer } from "@/testing/wanderer";

const api = serveApi();
const providers = serveProviders(api);
const STALE = { authenticatedAt: new Date(Date.now() - 3_600_000) };
const PROVE = { query: "?reauthenticate=true&next=/tasks" };

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

/** Somebody who signed in an hour ago, and has no password, but an identity. */
async function someone({ subject = visitor().sub ?? "", provider = "oidc" } = {}) {
  const person = await createUser({ password: null });
  await database()`
    insert into accounts (user_id, type, provider, provider_account_id)
    values (${person.id}, 'oidc', ${provider}, ${subject})`;
  const session = await startSession(person, STALE);
  return { person, subject, session, browser: browserOf(session) };
}

async function provenAt({ id }: TestSession): Promise<Date> {
  const [row] = await database()`select authenticated_at from sessions where id = ${id}`;
  return row?.authenticated_at;
}

const isFresh = async (session: TestSession) => Date.now() - (await provenAt(session)).getTime() < 600_000;

describe("a session is proven again by the provider that is linked to its account", () => {
  test("which asks the person anew though it knows them, and leads on", async () => {
    const { person, subject, session } = await someone();
    const other = await startSession(person, STALE);
    const claims = visitor({ sub: subject });
    const { browser } = await enterBy(api, claims);
    browser.cookies(api.url).set("gatehouse.access", session.accessToken);
    browser.cookies(api.url).set("gatehouse.refresh", session.refreshToken);
    const before = await countLiveSessions(person.id);

    const { page } = await leaveFor(api, { ...PROVE, browser });
    expect(page.location).toBeNull();
    expect((await browser.submit(page, { ...claims, decision: "allow" })).location).toBe("/tasks");
    expect([await isFresh(session), await isFresh(other)]).toEqual([true, false]);
    expect(await countLiveSessions(person.id)).toBe(before);
    expect((await eventsOf(person.id)).at(-1)).toEqual({
      action: "reauthentication.completed",
      detail: { provider: "oidc" },
    });
    expect([...browser.cookies(api.url).keys()].filter((name) => name.includes("oauth"))).toEqual([]);
  });

  test.each(["another account's identity", "an identity that nobody has"])(
    "and by no other: %s proves nothing, signs nobody in and makes no account",
    async (whose) => {
      const { person, session, browser } = await someone();
      const claims = visitor();
      const other = whose.startsWith("another") ? await someone({ subject: claims.sub ?? "" }) : null;
      const { location } = await enterBy(api, claims, { ...PROVE, browser });
      expect(location).toBe("/reauthenticate?notice=other_identity&provider=oidc&next=%2Ftasks");
      expect(await isFresh(session)).toBe(false);
      if (other) expect(await isFresh(other.session)).toBe(false);
      expect(await eventsOf(person.id)).toEqual([
        { action: "reauthentication.refused", detail: { provider: "oidc", reason: "other_identity" } },
      ]);
      expect(await database()`select from users where email = ${claims.email ?? ""}`).toHaveLength(0);
      expect(browser.cookies(api.url).get("gatehouse.access")).toBe(session.accessToken);
    },
  );

  test.each(["another person", "another session of the same person"])(
    "and in the session that asked: who comes back with that of %s proves neither",
    async (who) => {
      const { person, subject, session, browser } = await someone();
      const { page } = await leaveFor(api, { ...PROVE, browser });
      const owner = who === "another person" ? (await someone()).person : person;
      const other = await startSession(owner, STALE);
      browser.cookies(api.url).set("gatehouse.access", other.accessToken);
      browser.cookies(api.url).set("gatehouse.refresh", other.refreshToken);
      const { location } = await browser.submit(page, { ...visitor({ sub: subject }), decision: "allow" });
      expect(location).toBe("/reauthenticate?notice=session_changed&provider=oidc&next=%2Ftasks");
      expect([await isFresh(session), await isFresh(other)]).toEqual([false, false]);
    },
  );

  test("while that lives: signed out meanwhile, nothing is proven and nobody signed in", async () => {
    const { person, subject, session, browser } = await someone();
    const { page } = await leaveFor(api, { ...PROVE, browser });
    await database()`update sessions set revoked_at = now() where id = ${session.id}`;
    const { location } = await browser.submit(page, { ...visitor({ sub: subject }), decision: "allow" });
    expect(location).toContain("notice=session_changed");
    expect([await isFresh(session), await countLiveSessions(person.id)]).toEqual([false, 0]);
  });

  test("not by refusing there", async () => {
    const { session, browser } = await someone();
    const { location } = await enterBy(api, visitor(), { ...PROVE, browser, decision: "refuse" });
    expect(location).toBe("/reauthenticate?notice=denied&provider=oidc&next=%2Ftasks");
    expect(await isFresh(session)).toBe(false);
  });

  test("not by GitHub, which can't say when it asked: nobody is sent there for it", async () => {
    const { session, browser } = await someone({ provider: "github" });
    const { page } = await leaveFor(api, { ...PROVE, browser, provider: "github" });
    expect(page.location).toBe("/reauthenticate?next=%2Ftasks");
    expect([...browser.cookies(api.url).keys()].filter((name) => name.includes("oauth"))).toEqual([]);
    expect(await isFresh(session)).toBe(false);
  });

  test("without a session leads by way of the renewal to where one proves, and not to the provider", async () => {
    const response = await api.fetch(`/api/auth/signin/oidc${PROVE.query}`, { method: "POST" });
    expect(response.headers.get("location")).toBe(
      "/api/v1/auth/refresh?next=%2Freauthenticate%3Fnext%3D%252Ftasks",
    );
  });

  test("leads to no other site", async () => {
    const { subject, browser } = await someone();
    const query = "?reauthenticate=true&next=https://evil.example/";
    const { location } = await enterBy(api, visitor({ sub: subject }), { query, browser });
    expect(location).toBe("/");
  });
});

describe("what the provider has to say", () => {
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

  let count = 0;
  async function someoneCrooked() {
    count++;
    const one = await someone({ subject: `crooked-${count}` });
    crooked.claims.sub = one.subject;
    crooked.userInfo.sub = one.subject;
    return one;
  }

  test("is asked for: to ask the person again, and when it did", async () => {
    const { browser } = await someoneCrooked();
    await leaveFor(api, { ...PROVE, browser });
    expect(Object.fromEntries(crooked.asked)).toMatchObject({ prompt: "login", max_age: "0" });
    await leaveFor(api);
    expect([crooked.asked.has("prompt"), crooked.asked.has("max_age")]).toEqual([false, false]);
  });

  test.each([
    ["no auth_time", () => ({})],
    ["an auth_time of an hour ago", () => ({ auth_time: seconds(-3_600) })],
    ["one of a minute before it was asked", () => ({ auth_time: seconds(-60) })],
    ["one after the token was made", () => ({ auth_time: seconds(60) })],
    ["one that is no time at all", () => ({ auth_time: 1e300 })],
  ])("proves nothing with %s", async (_, claims) => {
    const { person, session, browser } = await someoneCrooked();
    Object.assign(crooked.claims, claims());
    const { page } = await leaveFor(api, { ...PROVE, browser });
    expect(page.location).toBe("/reauthenticate?notice=not_asked_again&provider=oidc&next=%2Ftasks");
    expect(await isFresh(session)).toBe(false);
    expect(await eventsOf(person.id)).toEqual([
      { action: "reauthentication.refused", detail: { provider: "oidc", reason: "not_asked_again" } },
    ]);
  });

  test.each([
    ["that is no number", () => String(seconds(0))],
    ["from before there was any", () => -1],
  ])("fails with an auth_time %s", async (_, time) => {
    const { session, browser } = await someoneCrooked();
    Object.assign(crooked.claims, { auth_time: time() });
    expect((await leaveFor(api, { ...PROVE, browser })).page.location).toContain("notice=failed");
    expect(await isFresh(session)).toBe(false);
  });

  test("counts where it is signed, and not in userinfo", async () => {
    const { session, browser } = await someoneCrooked();
    crooked.userInfo.auth_time = seconds(0);
    expect((await leaveFor(api, { ...PROVE, browser })).page.location).toContain("not_asked_again");
    expect(await isFresh(session)).toBe(false);
  });

  test("is believed by the provider's own clock, half a minute slow as it may be", async () => {
    const { session, browser } = await someoneCrooked();
    Object.assign(crooked.claims, { iat: seconds(-25), auth_time: seconds(-25) });
    expect((await leaveFor(api, { ...PROVE, browser })).page.location).toBe("/tasks");
    expect(await isFresh(session)).toBe(true);
  });

  /** The way back with everything that it takes, for whoever has got hold of it. */
  async function wayBack(session: TestSession) {
    const own = cookieHeader(session);
    const left = await api.fetch(`/api/auth/signin/oidc${PROVE.query}`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: own, origin: api.url, accept: "text/html" },
    });
    const given = left.headers.getSetCookie().map((line) => line.split(";")[0]);
    const asked = await fetch(left.headers.get("location") ?? "", { redirect: "manual" });
    const { pathname, search } = new URL(asked.headers.get("location") ?? "");
    crooked.claims.auth_time = seconds(0);
    const cookie = [own, ...given].join("; ");
    return () => api.fetch(pathname + search, { redirect: "manual", headers: { cookie } });
  }

  test("counts once: twenty at once move and record it once, and the same way again does nothing", async () => {
    const { person, session } = await someoneCrooked();
    const comeBack = await wayBack(session);
    const answers = await Promise.all(Array.from({ length: 20 }, comeBack));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(await actionsOf(person.id)).toEqual(["reauthentication.completed"]);
    const before = await provenAt(session);
    crooked.claims.auth_time = seconds(0);
    await comeBack();
    expect(await provenAt(session)).toEqual(before);
    expect(await actionsOf(person.id)).toEqual(["reauthentication.completed"]);
  });
});
