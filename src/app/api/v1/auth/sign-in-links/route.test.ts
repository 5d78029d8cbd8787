import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { register } from "@/domain/sign-in/register";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { passTime } from "@/testing/attempts";
import { cookiesOf, inBrowser, postForm, withBearer } from "@/testing/callers";
import {
  actionsOf,
  countLiveSessions,
  createUser,
  emptyTables,
  PASSWORD,
  setUpOrganization,
  startSession,
} from "@/testing/factories";
import { MAIL_IS_KEPT, mailsTo, tokenTo } from "@/testing/mails";
import { statementsOf } from "@/testing/statements";

const ASK = "/api/v1/auth/sign-in-links";
const CONFIRM = `${ASK}/confirm`;
const VERIFIED = { emailVerifiedAt: new Date("2026-01-02T03:04:05Z") };
const LINKS = { ...MAIL_IS_KEPT, SIGN_IN_LINKS: "on", RATE_LIMIT_MAILS_PER_HOUR: "0" };

const api = serveApi();

beforeEach(async () => {
  resetSettings(LINKS);
  await setUpOrganization();
  await emptyTables("jobs", "mails", "verification_tokens", "attempt_counters");
});

const ask = (email: string, more: object = {}) => api.fetch(ASK, { json: { email, ...more } });
const confirm = (token: string) => api.fetch(CONFIRM, { json: { token } });

async function askedFor(email: string, more: object = {}): Promise<string> {
  expect((await ask(email, more)).status).toBe(202);
  return tokenTo(email, "sign_in_link");
}

const signIn = (email: string, password: string) =>
  api.fetch("/api/v1/auth/login", { json: { email, password } });

describe("asking for a sign-in link", () => {
  it("202: mails one to whoever has an account with that email, and makes none for anybody else", async () => {
    const user = await createUser({ locale: "ru" });
    const emails = [
      "nobody@example.com",
      (await createUser({ isActive: false })).email,
      (await createUser({ deletedAt: new Date() })).email,
    ];
    const answer = await ask(` ${user.email.toUpperCase()} `);
    expect([answer.status, await answer.text()]).toEqual([202, ""]);
    expect(await mailsTo(user.email)).toMatchObject([{ kind: "sign_in_link", locale: "ru" }]);
    for (const email of emails) {
      expect((await ask(email)).status).toBe(202);
      expect(await mailsTo(email)).toEqual([]);
    }
    expect(await database()`select from users where email = 'nobody@example.com'`).toHaveLength(0);
  });

  it("tells by nothing whether there is such an account: the same answer after the same statements", async () => {
    const emails = [
      "nobody@example.com",
      (await createUser()).email,
      (await createUser({ isActive: false })).email,
    ];
    await ask("warm-up@example.com");
    const seen = new Set<string>();
    for (const email of emails) {
      const statements = await statementsOf(async () => {
        const answer = await ask(email);
        const headers = [...answer.headers].filter(([name]) => !/^(?:date|x-trace-id)$/.test(name));
        seen.add(JSON.stringify([answer.status, await answer.text(), headers]));
      });
      seen.add(statements.join("\n"));
    }
    expect(seen.size).toBe(2);
  });

  it("after three in an hour sends no more to that address, and the last link stays good", async () => {
    resetSettings({ ...LINKS, RATE_LIMIT_MAILS_PER_HOUR: "3" });
    const { email } = await createUser();
    for (let n = 0; n < 5; n++) expect((await ask(email)).status).toBe(202);
    expect(await database()`select from jobs where kind = 'sign_in_link'`).toHaveLength(3);
    expect((await confirm(await tokenTo(email, "sign_in_link"))).status).toBe(200);
  });

  it("whoever has used up the hour of an address leaves its owner with a link that is good, and no more than one each time", async () => {
    resetSettings({ ...LINKS, RATE_LIMIT_MAILS_PER_HOUR: "3" });
    const { email } = await createUser();
    const burst = async () => {
      await Promise.all(Array.from({ length: 10 }, () => ask(email)));
      return (await mailsTo(email)).length;
    };
    expect(await burst()).toBe(3);
    await passTime(14 * 60);
    expect(await burst()).toBe(3);
    for (const mails of [4, 5, 6]) {
      await passTime(mails === 4 ? 60 : 15 * 60);
      await database()`update verification_tokens set expires = now() where identifier like 'sign_in:%'`;
      expect(await burst()).toBe(mails);
    }
    expect((await confirm(await tokenTo(email, "sign_in_link"))).status).toBe(200);
  });

  it("429: one client address has the budget of mails for it, and keeps that of sign-in", async () => {
    resetSettings({ ...LINKS, RATE_LIMIT_AUTH_PER_MINUTE: "1" });
    const { email } = await createUser();
    expect((await ask("a@example.com")).status).toBe(202);
    await expect(await ask("b@example.com")).toFailWith("RATE_LIMIT_EXCEEDED");
    expect((await signIn(email, PASSWORD)).status).toBe(200);
  });

  it("404, 409, 422: where links are off, no mail gets anywhere, or the address can't be one", async () => {
    await expect(await ask("ada@\r\nBcc: all@example.com")).toFailWith("INVALID_EMAIL", { field: "email" });
    await expect(await api.fetch(ASK, { json: {} })).toFailWith("VALIDATION_ERROR", { field: "email" });
    await expect(await api.fetch(CONFIRM, { json: {} })).toFailWith("VALIDATION_ERROR", { field: "token" });
    resetSettings({ SIGN_IN_LINKS: "on" });
    await expect(await ask("ada@example.com")).toFailWith("MAIL_NOT_SET_UP");
    await expect(await confirm("0".repeat(80))).toFailWith("MAIL_NOT_SET_UP");
    resetSettings(MAIL_IS_KEPT);
    await expect(await ask("ada@example.com")).toFailWith("NOT_FOUND");
    await expect(await confirm("0".repeat(80))).toFailWith("NOT_FOUND");
  });

  it("works as the form of a page, and leads to no other site", async () => {
    const { email } = await createUser(VERIFIED);
    const fetch = inBrowser(api);
    const fields = { email, next: "/sign-in-link?sent=1", destination: "/tasks", remember_me: "on" };
    const sent = await postForm(fetch, ASK, fields);
    expect([sent.status, sent.headers.get("location")]).toEqual([303, "/sign-in-link?sent=1"]);
    expect(await mailsTo(email)).toMatchObject([{ detail: { next: "/tasks", remember_me: "on" } }]);
    const refused = await postForm(fetch, ASK, { ...fields, email: "ada" });
    expect(refused.headers.get("location")).toContain("/sign-in-link?code=INVALID_EMAIL&field=email");
    await postForm(fetch, ASK, { ...fields, destination: "https://evil.example/" });
    await postForm(fetch, ASK, { ...fields, destination: `/verify-email?token=${"a".repeat(80)}` });
    await postForm(fetch, ASK, { ...fields, destination: `/tasks?q=${"a".repeat(600)}` });
    const destinations = (await mailsTo(email)).slice(1).map(({ detail }) => detail.next);
    expect(destinations).toEqual(["/", "/", "/"]);
  });
});

describe("opening it", () => {
  it("200: signs in as a password would, with the events of a sign-in, once", async () => {
    const user = await createUser(VERIFIED);
    const token = await askedFor(user.email, { remember_me: true });
    const response = await confirm(token);
    expect(response.status).toBe(200);
    const { access_token, user: answered } = await response.clone().json();
    expect(answered).toMatchObject({ id: user.id, email: user.email });
    expect(Object.keys(cookiesOf(response)).sort()).toEqual([
      "gatehouse.access",
      "gatehouse.device",
      "gatehouse.refresh",
    ]);
    expect((await withBearer(api, access_token)("/api/v1/users/me")).status).toBe(200);
    const [session] = await database()`select persistent from sessions where user_id = ${user.id}`;
    expect(session?.persistent).toBe(true);
    expect(await actionsOf(user.id)).toEqual(["session.started"]);
    await expect(await confirm(token)).toFailWith("INVALID_PROOF");
    expect((await signIn(user.email, PASSWORD)).status).toBe(200);
  });

  it("twenty at once: one is in, nineteen are told that it was used", async () => {
    const user = await createUser(VERIFIED);
    const token = await askedFor(user.email);
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await confirm(token)).status));
    expect(statuses.toSorted()).toEqual([200, ...Array(19).fill(422)]);
    expect(await countLiveSessions(user.id)).toBe(1);
  });

  it("always gets in, however many have guessed at the account", async () => {
    resetSettings({ ...LINKS, RATE_LIMIT_ACCOUNT_FAILURES: "2" });
    const { email } = await createUser(VERIFIED);
    for (let n = 0; n < 4; n++) await signIn(email, "wrong");
    await expect(await signIn(email, PASSWORD)).toFailWith("RATE_LIMIT_EXCEEDED");
    expect((await confirm(await askedFor(email))).status).toBe(200);
  });

  it("keeps the limit of sessions, and ends the one that was handed in", async () => {
    resetSettings({ ...LINKS, MAX_SESSIONS_PER_USER: "2" });
    const user = await createUser(VERIFIED);
    for (let n = 0; n < 3; n++) expect((await confirm(await askedFor(user.email))).status).toBe(200);
    expect(await countLiveSessions(user.id)).toBe(2);
    const session = await startSession(user);
    const token = await askedFor(user.email);
    const entered = await withBearer(api, session.accessToken)(CONFIRM, { method: "POST", json: { token } });
    expect(entered.status).toBe(200);
    const [row] = await database()`select revoked_reason from sessions where id = ${session.id}`;
    expect(row?.revoked_reason).toBe("signed in again");
  });

  it("422: replaced, expired, forged, of another purpose, of a moved or closed account, one answer for all", async () => {
    const user = await createUser(VERIFIED);
    const replaced = await askedFor(user.email);
    const newest = await askedFor(user.email);
    const forged = `${newest.slice(0, -1)}${newest.endsWith("0") ? "1" : "0"}`;
    const moved = await createUser(VERIFIED);
    const ofMoved = await askedFor(moved.email);
    await database()`update users set email = ${`moved-${moved.email}`} where id = ${moved.id}`;
    const closed = await createUser(VERIFIED);
    const ofClosed = await askedFor(closed.email);
    await database()`update users set is_active = false where id = ${closed.id}`;
    await api.fetch("/api/v1/auth/password-resets", { json: { email: user.email } });
    const reset = await tokenTo(user.email, "reset_link");
    const answers = new Set<string>();
    for (const token of [replaced, forged, ofMoved, ofClosed, reset, "0".repeat(80)]) {
      const response = await confirm(token);
      await expect(response.clone()).toFailWith("INVALID_PROOF");
      answers.add((await response.text()).replace(/"trace_id":"\w+"/, ""));
    }
    expect(answers.size).toBe(1);
    await database()`update verification_tokens set expires = now() - interval '1 s'`;
    await expect(await confirm(newest)).toFailWith("INVALID_PROOF");
  });

  it("whoever registered somebody else's address is out once its owner opens one: sessions, password and identities", async () => {
    const email = "owner-by-link@example.com";
    const clientInfo = { address: null, userAgent: null, traceId: "4b".repeat(16) };
    const { user } = await register({ email, username: "link-thief", password: PASSWORD }, clientInfo);
    await database()`
      insert into accounts (user_id, type, provider, provider_account_id)
      values (${user.id}, 'oidc', 'oidc', 'link-thief')`;
    expect((await confirm(await askedFor(email))).status).toBe(200);
    expect(await countLiveSessions(user.id)).toBe(1);
    expect(await database()`select from accounts where user_id = ${user.id}`).toHaveLength(0);
    await expect(await signIn(email, PASSWORD)).toFailWith("INVALID_CREDENTIALS");
    const [row] = await database()`select * from users where id = ${user.id}`;
    expect(row).toMatchObject({ device_generation: 1, email_verified_at: expect.any(Date) });
    expect(await actionsOf(user.id)).toContain("email.verified");
  });

  it("works as the form of a page, and goes on where the person was going", async () => {
    const { email } = await createUser(VERIFIED);
    const token = await askedFor(email);
    const fetch = inBrowser(api);
    const entered = await postForm(fetch, CONFIRM, { token, next: "/tasks" });
    expect([entered.status, entered.headers.get("location")]).toEqual([303, "/tasks"]);
    expect(entered.headers.getSetCookie().join()).toContain("gatehouse.refresh=");
    const again = await postForm(fetch, CONFIRM, { token, next: "/tasks" });
    expect(again.headers.get("location")).toContain("/sign-in-link?code=INVALID_PROOF");
  });
});
