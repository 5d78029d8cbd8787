import { beforeEach, describe, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { database } from "@/db/pool";
import { linkIdentity } from "@/domain/identities/identities";
import type { Identity } from "@/domain/identities/identity";
import { register } from "@/domain/sign-in/register";
import { lockUser } from "@/domain/users/user-lock";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { passTime } from "@/testing/attempts";
import { inBrowser, postForm, withBearer } from "@/testing/callers";
import {
  actionsOf,
  countLiveSessions,
  createUser,
  emptyTables,
  PASSWORD,
  setUpOrganization,
  startSession,
} from "@/testing/factories";
import { MAIL_IS_KEPT, mailsTo, runJobs, tokenTo } from "@/testing/mails";
import { statementsOf } from "@/testing/statements";

const ASK = "/api/v1/auth/password-resets";
const CONFIRM = `${ASK}/confirm`;
const NEW_PASSWORD = "a ferry in the evening";

const api = serveApi();

beforeEach(async () => {
  resetSettings({ ...MAIL_IS_KEPT, RATE_LIMIT_MAILS_PER_HOUR: "0" });
  await setUpOrganization();
  await emptyTables("jobs", "mails", "verification_tokens", "attempt_counters");
});

const IDENTITY: Identity = {
  provider: "oidc",
  type: "oidc",
  subject: "somebody",
  email: null,
  fullName: null,
  nicknames: [],
};

async function identitiesOf(userId: string) {
  const rows = await database()`select provider_account_id from accounts where user_id = ${userId}`;
  return rows.map((row) => row.provider_account_id);
}

const ask = (email: string) => api.fetch(ASK, { json: { email } });

async function askedFor(email: string): Promise<string> {
  expect((await ask(email)).status).toBe(202);
  return tokenTo(email, "reset_link");
}

const confirm = (token: string, new_password = NEW_PASSWORD) =>
  api.fetch(CONFIRM, { json: { token, new_password } });

async function signsIn(email: string, password: string) {
  return (await api.fetch("/api/v1/auth/login", { json: { email, password } })).status === 200;
}

describe("asking for a reset", () => {
  it("202: mails a link to whoever has an account with that email, in whatever spelling", async () => {
    const user = await createUser();
    const response = await ask(` ${user.email.toUpperCase()} `);
    expect([response.status, await response.text(), response.headers.get("cache-control")]).toEqual([
      202,
      "",
      "no-store",
    ]);
    expect(await mailsTo(user.email)).toMatchObject([{ kind: "reset_link", kept: true, locale: "en" }]);
  });

  it("mails nothing to an unknown address, nor to an account that is disabled or deleted", async () => {
    const emails = [
      "nobody@example.com",
      (await createUser({ isActive: false })).email,
      (await createUser({ deletedAt: new Date() })).email,
    ];
    for (const email of emails) {
      expect((await ask(email)).status).toBe(202);
      expect(await mailsTo(email)).toEqual([]);
    }
  });

  it("tells by nothing whether there is such an account: the same answer after the same statements", async () => {
    const emails = [
      "nobody@example.com",
      (await createUser()).email,
      (await createUser({ isActive: false })).email,
      (await createUser({ password: null })).email,
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

  it("leaves in the queue the same job for everybody", async () => {
    const { email } = await createUser();
    await ask(email);
    await ask("nobody@example.com");
    const rows = await database()`select kind, key, payload - 'email' as rest from jobs`;
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(1);
  });

  it("after three in an hour sends no more to that address, known or not, and the last link stays good", async () => {
    resetSettings(MAIL_IS_KEPT);
    const { email } = await createUser();
    for (const address of [email, "nobody@example.com"])
      for (let n = 0; n < 5; n++) expect((await ask(address)).status).toBe(202);
    const jobs = await database()`select payload ->> 'email' as email, count(*)::int from jobs group by 1`;
    expect(jobs.map(({ count }) => count)).toEqual([3, 3]);
    const token = await tokenTo(email, "reset_link");
    expect((await mailsTo(email)).length).toBeGreaterThan(0);
    expect((await confirm(token)).status).toBe(204);
  });

  it("whoever has used up the hour of an address leaves its owner with a link that is good", async () => {
    resetSettings(MAIL_IS_KEPT);
    const { email } = await createUser();
    for (let n = 0; n < 4; n++) await ask(email);
    await passTime(59 * 60);
    await ask(email);
    expect((await confirm(await tokenTo(email, "reset_link"))).status).toBe(204);
    await passTime(60);
    await ask(email);
    expect((await mailsTo(email)).filter(({ kind }) => kind === "reset_link")).toHaveLength(4);
  });

  it("429: one client address has a budget of its own for it, and keeps that of sign-in", async () => {
    resetSettings({ ...MAIL_IS_KEPT, RATE_LIMIT_AUTH_PER_MINUTE: "2" });
    const { email } = await createUser();
    expect([(await ask("a@example.com")).status, (await ask("b@example.com")).status]).toEqual([202, 202]);
    await expect(await ask("c@example.com")).toFailWith("RATE_LIMIT_EXCEEDED");
    expect(await signsIn(email, PASSWORD)).toBe(true);
  });

  it("409: says that there is no mail where none can be sent, instead of a silent 202", async () => {
    resetSettings();
    await expect(await ask("ada@example.com")).toFailWith("MAIL_NOT_SET_UP");
    expect(await database()`select from jobs`).toHaveLength(0);
  });

  it("422: an address that can't be one", async () => {
    await expect(await ask("ada@\r\nBcc: all@example.com")).toFailWith("INVALID_EMAIL", { field: "email" });
    await expect(await api.fetch(ASK, { json: {} })).toFailWith("VALIDATION_ERROR", { field: "email" });
  });

  it("writes links by APP_URL, whatever Host says", async () => {
    const { email } = await createUser();
    await api.fetch(ASK, {
      json: { email },
      headers: { host: "evil.example", "x-forwarded-host": "evil.example", forwarded: "host=evil.example" },
    });
    const [mail] = await mailsTo(email);
    const page = await api.fetch(`/dev/mail/${mail?.id}`);
    const html = await page.text();
    expect(html).toContain(`href="${api.url}/reset-password?token=${mail?.token}"`);
    expect(html).not.toContain("evil.example");
  });

  it("works as the form of a page", async () => {
    const { email } = await createUser();
    const fetch = inBrowser(api);
    const sent = await postForm(fetch, ASK, { email, next: "/forgot-password?sent=1" });
    expect([sent.status, sent.headers.get("location")]).toEqual([303, "/forgot-password?sent=1"]);
    const refused = await postForm(fetch, ASK, { email: "ada" });
    expect(refused.headers.get("location")).toBe("/forgot-password?code=INVALID_EMAIL&field=email");
    expect(await mailsTo(email)).toHaveLength(1);
  });
});

describe("confirming it", () => {
  it("204: sets the password, ends all sessions, voids other links, verifies the address, and tells by mail", async () => {
    const user = await createUser({ locale: "ru" });
    await startSession(user);
    const token = await askedFor(user.email);
    await database()`
      insert into verification_tokens values (${`verify_email:${user.id}:${user.email}`}, 'other', now() + interval '1 h')
    `;
    expect((await confirm(token)).status).toBe(204);
    expect((await mailsTo(user.email)).map(({ kind, locale }) => [kind, locale])).toEqual([
      ["reset_link", "ru"],
      ["password_reset", "ru"],
    ]);
    expect(await countLiveSessions(user.id)).toBe(0);
    expect(await signsIn(user.email, PASSWORD)).toBe(false);
    expect(await signsIn(user.email, NEW_PASSWORD)).toBe(true);
    expect(await database()`select from verification_tokens`).toHaveLength(0);
    const [row] = await database()`select email_verified_at from users where id = ${user.id}`;
    expect(row?.email_verified_at).toBeInstanceOf(Date);
    expect((await actionsOf(user.id)).slice(0, 2)).toEqual(["password.reset", "email.verified"]);
  });

  it("422: once used, replaced, expired, forged, of another purpose or of a closed account, one answer for all", async () => {
    const user = await createUser();
    const used = await askedFor(user.email);
    await confirm(used);
    const replaced = await askedFor(user.email);
    const newest = await askedFor(user.email);
    const forged = `${newest.slice(0, -1)}${newest.endsWith("0") ? "1" : "0"}`;
    const expired = await askedFor((await createUser()).email);
    await database()`update verification_tokens set expires = now() - interval '1 s'
      where identifier not like ${`%${user.id}%`}`;
    const other = await createUser();
    const ofOtherPurpose = await askedFor(other.email);
    await database()`update verification_tokens set identifier = replace(identifier, 'reset:', 'verify_email:')
      where identifier like ${`%${other.id}%`}`;
    const closed = await createUser();
    const ofClosed = await askedFor(closed.email);
    await database()`update users set is_active = false where id = ${closed.id}`;
    const answers = new Set<string>();
    for (const token of [used, replaced, forged, expired, ofOtherPurpose, ofClosed, "0".repeat(80)]) {
      const response = await confirm(token);
      await expect(response.clone()).toFailWith("INVALID_PROOF");
      answers.add((await response.text()).replace(/"trace_id":"\w+"/, ""));
    }
    expect(answers.size).toBe(1);
    expect((await confirm(newest)).status).toBe(204);
    await expect(await confirm("nonsense")).toFailWith("INVALID_PROOF", { field: "token" });
  });

  it("422: a refused password leaves the link as good as it was", async () => {
    const user = await createUser();
    const token = await askedFor(user.email);
    await expect(await confirm(token, "short")).toFailWith("PASSWORD_TOO_SHORT", { field: "new_password" });
    await expect(await confirm(token, "x".repeat(129))).toFailWith("PASSWORD_TOO_LONG");
    await expect(await confirm(token, "password1234")).toFailWith("PASSWORD_TOO_COMMON");
    await expect(await confirm(token, user.email)).toFailWith("PASSWORD_TOO_COMMON", {
      field: "new_password",
    });
    await expect(await api.fetch(CONFIRM, { json: { token } })).toFailWith("VALIDATION_ERROR", {
      field: "new_password",
    });
    expect(await signsIn(user.email, PASSWORD)).toBe(true);
    expect((await confirm(token)).status).toBe(204);
  });

  it("twenty at once: one sets the password, nineteen are told that it was used", async () => {
    const user = await createUser();
    const token = await askedFor(user.email);
    const passwords = Array.from({ length: 20 }, (_, n) => `a ferry in the evening ${n}`);
    const statuses = await Promise.all(
      passwords.map(async (password) => (await confirm(token, password)).status),
    );
    expect(statuses.toSorted()).toEqual([204, ...Array(19).fill(422)]);
    const winner = passwords[statuses.indexOf(204)] ?? "";
    expect(await signsIn(user.email, winner)).toBe(true);
    expect((await actionsOf(user.id)).filter((action) => action === "password.reset")).toHaveLength(1);
  });

  it("a sign-in with the old password at the same moment doesn't outlive it", async () => {
    const user = await createUser();
    const token = await askedFor(user.email);
    await Promise.all([confirm(token), ...Array.from({ length: 10 }, () => signsIn(user.email, PASSWORD))]);
    expect(await countLiveSessions(user.id)).toBe(0);
    expect(await signsIn(user.email, PASSWORD)).toBe(false);
  });

  it("an address that was changed since opens nothing any more", async () => {
    const user = await createUser();
    const token = await askedFor(user.email);
    await database()`update users set email = ${`moved-${user.email}`} where id = ${user.id}`;
    await expect(await confirm(token)).toFailWith("INVALID_PROOF");
  });

  it("a change of the account while the new password is hashed leaves the link unused", async () => {
    const user = await createUser();
    const token = await askedFor(user.email);
    let confirming: Promise<Response> | undefined;
    await inTransaction(async (tx) => {
      await lockUser(tx, user.id);
      confirming = confirm(token);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await tx.execute(`update users set email = 'moved-again-${user.email}' where id = '${user.id}'`);
    });
    await expect((await confirming)!).toFailWith("INVALID_PROOF");
    expect(await database()`select from verification_tokens`).toHaveLength(1);
  });

  it("whoever registered somebody else's address is out once its owner resets: sessions, password and identities", async () => {
    const email = "owner@example.com";
    const clientInfo = { address: null, userAgent: null, traceId: "4b".repeat(16) };
    const { user } = await register({ email, username: "thief", password: PASSWORD }, clientInfo);
    await database()`
      insert into accounts (user_id, type, provider, provider_account_id) values (${user.id}, 'oidc', 'oidc', 'thief')
    `;
    expect((await confirm(await askedFor(email))).status).toBe(204);
    expect(await countLiveSessions(user.id)).toBe(0);
    expect(await database()`select from accounts where user_id = ${user.id}`).toHaveLength(0);
    expect(await signsIn(email, PASSWORD)).toBe(false);
  });

  it("who verified the address before keeps the identities", async () => {
    const user = await createUser({ password: null, emailVerifiedAt: new Date() });
    expect((await confirm(await askedFor(user.email))).status).toBe(204);
    expect(await database()`select from accounts where user_id = ${user.id}`).toHaveLength(1);
    expect(await signsIn(user.email, NEW_PASSWORD)).toBe(true);
  });

  it("whoever linked a provider before the address was verified is out, though it was verified by its owner meanwhile", async () => {
    const email = "verified-meanwhile@example.com";
    const clientInfo = { address: null, userAgent: null, traceId: "4b".repeat(16) };
    const { user } = await register({ email, username: "early-thief", password: PASSWORD }, clientInfo);
    const owner = { user, sessionId: (await startSession(user)).id };
    const link = (subject: string) => linkIdentity({ owner, identity: { ...IDENTITY, subject }, clientInfo });
    expect(await link("thief")).toBeNull();
    await api.fetch("/api/v1/auth/email-verifications/confirm", {
      json: { token: await tokenTo(email, "verify_email") },
    });
    expect(await identitiesOf(user.id)).toEqual(["thief"]);
    expect((await confirm(await askedFor(email))).status).toBe(204);
    expect(await identitiesOf(user.id)).toEqual([]);
    expect(await actionsOf(user.id)).toContain("identity.unlinked");

    owner.sessionId = (await startSession(user)).id;
    expect(await link("owner")).toBeNull();
    expect((await confirm(await askedFor(email))).status).toBe(204);
    expect(await identitiesOf(user.id)).toEqual(["owner"]);
  });

  it("what a stolen session can do doesn't cut off its owner's way back: their link outlives the end of all sessions", async () => {
    const user = await createUser({ emailVerifiedAt: new Date() });
    const token = await askedFor(user.email);
    const stolen = await startSession(user, { authenticatedAt: new Date(Date.now() - 3_600_000) });
    const other = await startSession(user);
    const fetch = withBearer(api, stolen.accessToken);
    for (const path of [`/${other.id}`, "", `/${stolen.id}`])
      expect((await fetch(`/api/v1/auth/sessions${path}`, { method: "DELETE" })).ok).toBe(true);
    expect((await confirm(token)).status).toBe(204);
    expect(await countLiveSessions(user.id)).toBe(0);
  });

  it("works as the form of a page, and takes the token along where it is refused", async () => {
    const { email } = await createUser();
    const token = await askedFor(email);
    const fetch = inBrowser(api);
    const fields = { token, new_password: NEW_PASSWORD, password_confirmation: "another one" };
    const refused = await postForm(fetch, CONFIRM, fields);
    expect(refused.headers.get("location")).toBe(
      `/reset-password?code=VALIDATION_ERROR&field=password_confirmation&token=${token}`,
    );
    expect(refused.headers.get("set-cookie")).not.toContain(token);
    const done = await postForm(fetch, CONFIRM, {
      ...fields,
      password_confirmation: NEW_PASSWORD,
      next: "/login?notice=password_reset",
    });
    expect([done.status, done.headers.get("location")]).toEqual([303, "/login?notice=password_reset"]);
    expect(await signsIn(email, NEW_PASSWORD)).toBe(true);
  });

  it("a job that runs twice makes no second link, also when the first was used", async () => {
    const { email } = await createUser();
    await ask(email);
    const token = await tokenTo(email, "reset_link");
    expect((await confirm(token)).status).toBe(204);
    await database()`update jobs set done_at = null where kind = 'request_reset'`;
    await runJobs();
    await expect(await confirm(token)).toFailWith("INVALID_PROOF");
    expect((await mailsTo(email)).filter(({ kind }) => kind === "reset_link")).toHaveLength(1);
  });
});
