import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { type Fetch, inBrowser, postForm, signedIn, withBearer } from "@/testing/callers";
import { actionsOf, emptyTables, startSession } from "@/testing/factories";
import { MAIL_IS_KEPT, mailsTo, tokenTo } from "@/testing/mails";

const ASK = "/api/v1/auth/reauthentication-links";
const CONFIRM = `${ASK}/confirm`;
const WAYS = "/api/v1/auth/reauthentication";
const STALE = { authenticatedAt: new Date(Date.now() - 3_600_000) };
const SETTINGS = { ...MAIL_IS_KEPT, RATE_LIMIT_MAILS_PER_HOUR: "0" };
const OIDC = {
  AUTH_OIDC_ISSUER: "https://id.example.com",
  AUTH_OIDC_ID: "id",
  AUTH_OIDC_SECRET: "secret",
  AUTH_OIDC_NAME: "Test ID",
};

const api = serveApi();

beforeEach(async () => {
  resetSettings(SETTINGS);
  await emptyTables("jobs", "mails", "verification_tokens", "attempt_counters");
});

/** Somebody who signed in an hour ago, by a link or an invitation, and has no password. */
const someone = () => signedIn(api, { user: { password: null }, session: STALE });

const ask = (fetch: Fetch, json: object = {}) => fetch(ASK, { json });
const confirm = (fetch: Fetch, token: string) => fetch(CONFIRM, { json: { token } });

async function askedFor({ user, fetch }: Awaited<ReturnType<typeof someone>>, json: object = {}) {
  expect((await ask(fetch, json)).status).toBe(202);
  return tokenTo(user.email, "reauthentication_link");
}

async function isFresh({ id }: { id: string }) {
  const [row] = await database()`
    select authenticated_at > now() - interval '10 minutes' as fresh from sessions where id = ${id}`;
  return row?.fresh;
}

async function linkTo(userId: string, provider: string) {
  await database()`
    insert into accounts (user_id, type, provider, provider_account_id)
    values (${userId}, 'oidc', ${provider}, ${userId})`;
}

describe("asking for a link", () => {
  it("202: mails one to who has neither password nor provider, and writes it down", async () => {
    const person = await signedIn(api, { user: { password: null, locale: "ru" }, session: STALE });
    const answer = await ask(person.fetch, { next: "/settings" });
    expect([answer.status, await answer.text()]).toEqual([202, ""]);
    expect(await mailsTo(person.user.email)).toMatchObject([
      { kind: "reauthentication_link", locale: "ru", detail: { next: "/settings" } },
    ]);
    expect(await actionsOf(person.user.id)).toEqual(["reauthentication.requested"]);
    expect(await isFresh(person.session)).toBe(false);
  });

  it("leaves no token in any row", async () => {
    const person = await someone();
    const token = await askedFor(person, { next: `/verify-email?token=${"a".repeat(80)}` });
    const rows = await database()`
      select payload::text as text from jobs union all select detail::text from mails
      union all select token from verification_tokens`;
    expect(rows.map(({ text }) => text).join()).not.toContain(token);
    expect(await mailsTo(person.user.email)).toMatchObject([{ detail: { next: "/" } }]);
  });

  it("404: to who has a password, or a provider that can ask again; GitHub can't, nor one that is gone", async () => {
    const settings = { ...SETTINGS, ...OIDC, AUTH_GITHUB_ID: "id", AUTH_GITHUB_SECRET: "secret" };
    resetSettings(settings);
    await expect(await ask((await signedIn(api)).fetch)).toFailWith("NOT_FOUND");
    const person = await someone();
    await linkTo(person.user.id, "github");
    expect((await ask(person.fetch)).status).toBe(202);
    await linkTo(person.user.id, "oidc");
    await expect(await ask(person.fetch)).toFailWith("NOT_FOUND");
    resetSettings(SETTINGS);
    expect((await ask(person.fetch)).status).toBe(202);
    expect(await mailsTo(person.user.email)).toHaveLength(2);
  });

  it("after three in an hour sends no more to that address, and the last link stays good", async () => {
    resetSettings({ ...SETTINGS, RATE_LIMIT_MAILS_PER_HOUR: "3" });
    const person = await someone();
    for (let n = 0; n < 5; n++) expect((await ask(person.fetch)).status).toBe(202);
    expect(await mailsTo(person.user.email)).toHaveLength(3);
    const token = await tokenTo(person.user.email, "reauthentication_link");
    expect((await confirm(person.fetch, token)).status).toBe(204);
  });

  it("429, 409, 422: too many of one client address, where no mail gets anywhere, or what can't be one", async () => {
    resetSettings({ ...SETTINGS, RATE_LIMIT_AUTH_PER_MINUTE: "1" });
    const { fetch } = await someone();
    expect((await ask(fetch)).status).toBe(202);
    await expect(await ask(fetch)).toFailWith("RATE_LIMIT_EXCEEDED");
    resetSettings({});
    await expect(await ask(fetch)).toFailWith("MAIL_NOT_SET_UP");
    await expect(await ask(fetch, { next: 7 })).toFailWith("VALIDATION_ERROR", { field: "next" });
    await expect(await fetch(CONFIRM, { json: {} })).toFailWith("VALIDATION_ERROR", { field: "token" });
  });

  it("works as the form of a page, and leads to no other site", async () => {
    const { user, session } = await someone();
    const browser = inBrowser(api, session);
    const fields = { next: "/reauthenticate?sent=1&next=%2Ftasks", destination: "/tasks" };
    const sent = await postForm(browser, ASK, fields);
    expect([sent.status, sent.headers.get("location")]).toEqual([303, fields.next]);
    await postForm(browser, ASK, { ...fields, destination: "https://evil.example/" });
    const destinations = (await mailsTo(user.email)).map(({ detail }) => detail.next);
    expect(destinations).toEqual(["/tasks", "/"]);
    resetSettings({});
    const refused = await postForm(browser, ASK, fields);
    expect(refused.headers.get("location")).toContain("/reauthenticate?code=MAIL_NOT_SET_UP");
  });
});

describe("opening it", () => {
  it("204: makes the session fresh that asked, and no other, once", async () => {
    const person = await someone();
    const other = await startSession(person.user, STALE);
    const token = await askedFor(person);
    expect((await confirm(person.fetch, token)).status).toBe(204);
    expect([await isFresh(person.session), await isFresh(other)]).toEqual([true, false]);
    expect(await actionsOf(person.user.id)).toEqual([
      "reauthentication.requested",
      "reauthentication.completed",
    ]);
    await expect(await confirm(person.fetch, token)).toFailWith("INVALID_PROOF");
    const json = { new_password: "another lantern, further out" };
    expect((await person.fetch("/api/v1/users/me/password", { method: "PUT", json })).status).toBe(200);
  });

  it("twenty at once: one proves, nineteen are told that it was used", async () => {
    const person = await someone();
    const token = await askedFor(person);
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => (await confirm(person.fetch, token)).status),
    );
    expect(statuses.toSorted()).toEqual([204, ...Array(19).fill(422)]);
    const completed = (await actionsOf(person.user.id)).filter((action) => action.endsWith("completed"));
    expect(completed).toHaveLength(1);
  });

  it("422: in another session of the same person, or anybody else's, it does nothing and stays good", async () => {
    const person = await someone();
    const token = await askedFor(person);
    const sibling = await startSession(person.user, STALE);
    const stranger = await someone();
    for (const fetch of [withBearer(api, sibling.accessToken), stranger.fetch])
      await expect(await confirm(fetch, token)).toFailWith("INVALID_PROOF");
    await expect(await api.fetch(CONFIRM, { json: { token } })).toFailWith("MISSING_TOKEN");
    for (const session of [person.session, sibling, stranger.session])
      expect(await isFresh(session)).toBe(false);
    expect((await confirm(person.fetch, token)).status).toBe(204);
  });

  it("422: replaced, expired, forged or of another purpose, one answer for all", async () => {
    resetSettings({ ...SETTINGS, SIGN_IN_LINKS: "on" });
    const person = await someone();
    const replaced = await askedFor(person);
    const newest = await askedFor(person);
    const forged = `${newest.slice(0, -1)}${newest.endsWith("0") ? "1" : "0"}`;
    await api.fetch("/api/v1/auth/sign-in-links", { json: { email: person.user.email } });
    const signIn = await tokenTo(person.user.email, "sign_in_link");
    await expect(
      await api.fetch("/api/v1/auth/sign-in-links/confirm", { json: { token: newest } }),
    ).toFailWith("INVALID_PROOF");
    for (const token of [replaced, forged, signIn, "0".repeat(80)])
      await expect(await confirm(person.fetch, token)).toFailWith("INVALID_PROOF");
    await database()`update verification_tokens set expires = now() - interval '1 s'`;
    await expect(await confirm(person.fetch, newest)).toFailWith("INVALID_PROOF");
    expect(await isFresh(person.session)).toBe(false);
  });

  it("is void once its session has ended, the password or the email been changed, or the account closed", async () => {
    const ended = await someone();
    const ofEnded = await askedFor(ended);
    expect((await ended.fetch("/api/v1/auth/logout", { method: "POST" })).status).toBe(204);
    await expect(await confirm(ended.fetch, ofEnded)).toFailWith("SESSION_REVOKED");

    const changed = await signedIn(api, { user: { password: null } });
    const ofChanged = await askedFor(changed);
    const json = { new_password: "another lantern, further out" };
    const answer = await changed.fetch("/api/v1/users/me/password", { method: "PUT", json });
    const { access_token } = await answer.json();
    await expect(await confirm(withBearer(api, access_token), ofChanged)).toFailWith("INVALID_PROOF");
    const kept = await database()`select from verification_tokens where identifier like 'reauthenticate:%'`;
    expect(kept).toHaveLength(1);

    const moved = await someone();
    const ofMoved = await askedFor(moved);
    await database()`update users set email = ${`moved-${moved.user.email}`} where id = ${moved.user.id}`;
    await expect(await confirm(moved.fetch, ofMoved)).toFailWith("INVALID_PROOF");

    const closed = await someone();
    const ofClosed = await askedFor(closed);
    await database()`update users set is_active = false where id = ${closed.user.id}`;
    await expect(await confirm(closed.fetch, ofClosed)).toFailWith("SESSION_REVOKED");
  });

  it("works as the form of the page that it opens, and goes on where the person was going", async () => {
    const person = await someone();
    const token = await askedFor(person);
    const browser = inBrowser(api, person.session);
    const proven = await postForm(browser, CONFIRM, { token, next: "/tasks" });
    expect([proven.status, proven.headers.get("location")]).toEqual([303, "/tasks"]);
    const again = await postForm(browser, CONFIRM, { token, next: "/tasks" });
    expect(again.headers.get("location")).toContain("/reauthenticate?code=INVALID_PROOF");
    expect(again.headers.get("location")).toContain(`token=${token}`);
  });
});

describe("by what one can prove", () => {
  const waysOf = async ({ fetch }: { fetch: Fetch }) => (await fetch(WAYS)).json();

  it("names the ways that an account really has", async () => {
    resetSettings({ ...SETTINGS, ...OIDC });
    const provider = {
      id: "oidc",
      name: "Test ID",
      sign_in_path: "/api/auth/signin/oidc?reauthenticate=true",
    };
    const person = await someone();
    expect(await waysOf(person)).toEqual({ password: false, providers: [], link: true });
    await linkTo(person.user.id, "oidc");
    expect(await waysOf(person)).toEqual({ password: false, providers: [provider], link: false });
    const withPassword = await signedIn(api);
    expect(await waysOf(withPassword)).toEqual({ password: true, providers: [], link: false });
    await linkTo(withPassword.user.id, "oidc");
    expect(await waysOf(withPassword)).toEqual({ password: true, providers: [provider], link: false });
  });

  it("none, where no mail gets anywhere: who signs in again has proven it", async () => {
    resetSettings({});
    expect(await waysOf(await someone())).toEqual({ password: false, providers: [], link: false });
  });
});
