import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { enterByIdentity } from "@/domain/identities/enter";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { type Fetch, inBrowser, postForm, signedIn, withBearer } from "@/testing/callers";
import {
  actionsOf,
  countLiveSessions,
  createUser,
  emptyTables,
  PASSWORD,
  setUpOrganization,
  startSession,
  type TestUser,
} from "@/testing/factories";
import { MAIL_IS_KEPT, mailsTo, runJobs, tokenTo } from "@/testing/mails";
import { statementsOf } from "@/testing/statements";

const ASK = "/api/v1/users/me/email-changes";
const CONFIRM = "/api/v1/auth/email-changes/confirm";
const UNDO = "/api/v1/auth/email-changes/undo";
const THIEFS_PASSWORD = "a thief's own password";
const VERIFIED = { emailVerifiedAt: new Date("2026-01-02T03:04:05Z") };

const api = serveApi();
let count = 0;

beforeEach(async () => {
  resetSettings({ ...MAIL_IS_KEPT, RATE_LIMIT_MAILS_PER_HOUR: "0" });
  await setUpOrganization();
  await emptyTables("jobs", "mails", "verification_tokens", "email_changes", "attempt_counters");
});

const newAddress = (name = "new") => `${name}${++count}@example.net`;
const ask = (fetch: Fetch, email: string, more: object = {}) =>
  fetch(ASK, { method: "POST", json: { email, ...more } });
const confirm = (token: string) => api.fetch(CONFIRM, { json: { token } });
const undo = (token: string) => api.fetch(UNDO, { json: { token } });
const signIn = (email: string, password: string) =>
  api.fetch("/api/v1/auth/login", { json: { email, password } });
const signsIn = async (email: string, password: string) => (await signIn(email, password)).status === 200;
const kindsTo = async (email: string) => (await mailsTo(email)).map(({ kind }) => kind);

/** One more session of somebody. */
async function again(user: TestUser) {
  return { fetch: withBearer(api, (await startSession(user)).accessToken) };
}

async function changeTo(fetch: Fetch, email: string) {
  expect((await ask(fetch, email)).status).toBe(202);
  expect((await confirm(await tokenTo(email, "change_email"))).status).toBe(204);
}

async function resetBy(email: string, password: string) {
  await api.fetch("/api/v1/auth/password-resets", { json: { email } });
  const json = { token: await tokenTo(email, "reset_link"), new_password: password };
  return api.fetch("/api/v1/auth/password-resets/confirm", { json });
}

async function rowOf(id: string) {
  const [row] = await database()`select * from users where id = ${id}`;
  return row!;
}

describe("asking for another email", () => {
  it("202: mails a link to the new address, and changes nothing before that is confirmed", async () => {
    const { user, fetch } = await signedIn(api, { user: { ...VERIFIED, locale: "ru" } });
    const email = newAddress();
    const answer = await ask(fetch, ` ${email.toUpperCase()} `);
    expect([answer.status, await answer.text()]).toEqual([202, ""]);
    expect(await mailsTo(email)).toMatchObject([{ kind: "change_email", locale: "ru" }]);
    expect(await mailsTo(user.email)).toEqual([]);
    expect((await rowOf(user.id)).email).toBe(user.email);
    expect(await actionsOf(user.id)).toContain("email.change_requested");
  });

  it("takes a fresh sign-in or the password, which then is a fresh sign-in", async () => {
    const authenticatedAt = new Date(Date.now() - 3_600_000);
    const { fetch } = await signedIn(api, { session: { authenticatedAt } });
    const email = newAddress();
    await expect(await ask(fetch, email)).toFailWith("REAUTHENTICATION_REQUIRED");
    await expect(await ask(fetch, email, { password: "wrong" })).toFailWith("WRONG_PASSWORD", {
      field: "password",
    });
    expect(await mailsTo(email)).toEqual([]);
    expect((await ask(fetch, email, { password: PASSWORD })).status).toBe(202);
    expect((await ask(fetch, email)).status).toBe(202);
    expect(await kindsTo(email)).toContain("change_email");
  });

  it("422, 409: an address that can't be one, and an installation that can't mail", async () => {
    const { fetch } = await signedIn(api);
    await expect(await fetch(ASK, { method: "POST", json: {} })).toFailWith("VALIDATION_ERROR", {
      field: "email",
    });
    for (const path of [CONFIRM, UNDO])
      await expect(await api.fetch(path, { json: {} })).toFailWith("VALIDATION_ERROR", { field: "token" });
    await expect(await ask(fetch, "ada@\r\nBcc: all@example.com")).toFailWith("INVALID_EMAIL", {
      field: "email",
    });
    resetSettings();
    await expect(await ask(fetch, newAddress())).toFailWith("MAIL_NOT_SET_UP");
  });

  it("tells by nothing whether the address has an account: the same answer after the same statements", async () => {
    const { user, fetch } = await signedIn(api);
    const reserved = await signedIn(api, { user: VERIFIED });
    await changeTo(reserved.fetch, newAddress());
    const emails = [
      newAddress("nobody"),
      (await createUser()).email,
      (await createUser({ isActive: false })).email,
      (await createUser({ deletedAt: new Date() })).email,
      reserved.user.email,
      user.email,
    ];
    await ask(fetch, newAddress("warm-up"));
    const seen = new Set<string>();
    for (const email of emails) {
      const statements = await statementsOf(async () => {
        const answer = await ask(fetch, email);
        const headers = [...answer.headers].filter(([name]) => !/^(?:date|x-trace-id)$/.test(name));
        seen.add(JSON.stringify([answer.status, await answer.text(), headers]));
      });
      seen.add(statements.join("\n"));
    }
    expect(seen.size).toBe(2);
    const jobs = await database()`select kind, key, payload - 'email' as rest from jobs
      where payload ->> 'email' = any(${emails})`;
    expect(new Set(jobs.map((row) => JSON.stringify(row))).size).toBe(1);
  });

  it("tells the owner of an address that is taken, and nobody of one whose account is closed", async () => {
    const { fetch } = await signedIn(api);
    const owner = await createUser();
    const closed = await createUser({ deletedAt: new Date() });
    for (const { email } of [owner, closed]) expect((await ask(fetch, email)).status).toBe(202);
    expect(await mailsTo(owner.email)).toMatchObject([{ kind: "email_taken" }]);
    expect(await mailsTo(closed.email)).toEqual([]);
    expect(await database()`select from verification_tokens`).toHaveLength(0);
  });

  it("mails no fourth link to one address in an hour, whoever asks", async () => {
    resetSettings(MAIL_IS_KEPT);
    const email = newAddress();
    for (let n = 0; n < 5; n++) {
      const { fetch } = await signedIn(api);
      expect((await ask(fetch, email)).status).toBe(202);
    }
    expect(await kindsTo(email)).toHaveLength(3);
  });

  it("comes to nothing where the session that asked is ended before the mail is made", async () => {
    const { user, fetch } = await signedIn(api);
    const email = newAddress();
    await ask(fetch, email);
    await database()`update sessions set revoked_at = now() where user_id = ${user.id}`;
    expect(await mailsTo(email)).toEqual([]);
  });

  it("comes to nothing where an administrator ends the session that asked, before the link is opened", async () => {
    const { user, fetch } = await signedIn(api);
    const email = newAddress();
    await ask(fetch, email);
    const token = await tokenTo(email, "change_email");
    const admin = await signedIn(api, { user: { role: "admin" } });
    const ended = await admin.fetch(`/api/v1/admin/users/${user.id}/sessions`, { method: "DELETE" });
    expect(ended.status).toBe(200);
    await expect(await confirm(token)).toFailWith("INVALID_PROOF");
  });

  it("works as the form of a page, where the password stands beside", async () => {
    const authenticatedAt = new Date(Date.now() - 3_600_000);
    const user = await createUser();
    const session = await startSession(user, { authenticatedAt });
    const fetch = inBrowser(api, session);
    const email = newAddress();
    const refused = await postForm(fetch, ASK, { email, password: "wrong", next: "/settings/email?sent=1" });
    expect(refused.headers.get("location")).toBe(
      "/settings/email?code=WRONG_PASSWORD&field=password&next=%2Fsettings%2Femail%3Fsent%3D1",
    );
    const sent = await postForm(fetch, ASK, { email, password: PASSWORD, next: "/settings/email?sent=1" });
    expect([sent.status, sent.headers.get("location")]).toEqual([303, "/settings/email?sent=1"]);
    expect(await kindsTo(email)).toEqual(["change_email"]);
  });
});

describe("confirming it", () => {
  it("204: the new address is the account's and verified; the old one, if it was, can undo it for seven days", async () => {
    const { user, fetch } = await signedIn(api, { user: VERIFIED });
    const email = newAddress();
    await changeTo(fetch, email);
    const row = await rowOf(user.id);
    expect(row.email).toBe(email);
    expect(row.email_verified_at.getTime()).toBeGreaterThan(VERIFIED.emailVerifiedAt.getTime());
    expect(await mailsTo(user.email)).toMatchObject([
      { kind: "email_changed", detail: { address: "127.0.0.1" } },
    ]);
    const [proof] =
      await database()`select expires from verification_tokens where identifier like 'undo_email:%'`;
    expect(proof?.expires.getTime()).toBeGreaterThan(Date.now() + 6.9 * 86_400_000);
    expect(await signsIn(email, PASSWORD)).toBe(true);
    expect(await signsIn(user.email, PASSWORD)).toBe(false);
    expect((await fetch("/api/v1/users/me")).status).toBe(200);
    expect(await actionsOf(user.id)).toContain("email.changed");
  });

  it("an old address that nobody had verified gets no link and is nobody's", async () => {
    const { user, fetch } = await signedIn(api);
    await changeTo(fetch, newAddress());
    expect(await mailsTo(user.email)).toEqual([]);
    const json = { email: user.email, username: `heir${++count}`, password: PASSWORD };
    expect((await api.fetch("/api/v1/auth/register", { json })).status).toBe(201);
  });

  it("twenty at once: one moves the account, nineteen are told that the link was used", async () => {
    const { user, fetch } = await signedIn(api, { user: VERIFIED });
    const email = newAddress();
    await ask(fetch, email);
    const token = await tokenTo(email, "change_email");
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await confirm(token)).status));
    expect(statuses.toSorted()).toEqual([204, ...Array(19).fill(422)]);
    expect(await database()`select from email_changes where user_id = ${user.id}`).toHaveLength(1);
    expect((await actionsOf(user.id)).filter((action) => action === "email.changed")).toHaveLength(1);
  });

  it("422: taken meanwhile, replaced, expired or used, one answer for all, and nothing is changed", async () => {
    const { user, fetch } = await signedIn(api, { user: VERIFIED });
    const email = newAddress();
    await ask(fetch, email);
    const replaced = await tokenTo(email, "change_email");
    const other = newAddress();
    await ask(fetch, other);
    const token = await tokenTo(other, "change_email");
    await expect(await confirm(replaced)).toFailWith("INVALID_PROOF");
    await createUser({ email: other });
    await expect(await confirm(token)).toFailWith("INVALID_PROOF");
    await database()`update verification_tokens set expires = now() - interval '1 s'`;
    await expect(await confirm(token)).toFailWith("INVALID_PROOF");
    expect((await rowOf(user.id)).email).toBe(user.email);
    expect(await database()`select from email_changes`).toHaveLength(0);
  });

  it("works as the form of a page, and so does undoing it", async () => {
    const { user, fetch } = await signedIn(api, { user: VERIFIED });
    const email = newAddress();
    await ask(fetch, email);
    const browser = inBrowser(api);
    for (const [path, page, token] of [
      [CONFIRM, "/change-email", await tokenTo(email, "change_email")],
      [UNDO, "/undo-email-change", ""],
    ] as const) {
      const fields = { token: token || (await tokenTo(user.email, "email_changed")), next: `${page}?done=1` };
      const done = await postForm(browser, path, fields);
      expect([done.status, done.headers.get("location")]).toEqual([303, `${page}?done=1`]);
      const again = await postForm(browser, path, fields);
      expect(again.headers.get("location")).toContain(`${page}?code=INVALID_PROOF`);
    }
    expect((await rowOf(user.id)).email).toBe(user.email);
  });

  it("two accounts that ask for one address at once: whoever confirms first has it", async () => {
    const email = newAddress();
    const tokens: string[] = [];
    for (const { fetch } of [await signedIn(api), await signedIn(api)]) {
      await ask(fetch, email);
      tokens.push(await tokenTo(email, "change_email"));
    }
    const statuses = await Promise.all(tokens.map(async (token) => (await confirm(token)).status));
    expect(statuses.toSorted()).toEqual([204, 422]);
  });

  it.each([
    [
      "a new password",
      (fetch: Fetch) =>
        fetch("/api/v1/users/me/password", {
          method: "PUT",
          json: { current_password: PASSWORD, new_password: THIEFS_PASSWORD },
        }),
    ],
    ["ending all other sessions", (fetch: Fetch) => fetch("/api/v1/auth/sessions", { method: "DELETE" })],
  ])("%s makes void what a thief asked for before", async (_by, defend) => {
    const user = await createUser(VERIFIED);
    const thief = await again(user);
    const owner = await again(user);
    const email = newAddress("thief");
    await ask(thief.fetch, email);
    const change = await tokenTo(email, "change_email");
    expect((await defend(owner.fetch)).ok).toBe(true);
    await expect(await confirm(change)).toFailWith("INVALID_PROOF");
  });
});

describe("undoing it", () => {
  /** An account whose thief has moved it to an address of theirs. */
  async function stolen() {
    const { user, fetch } = await signedIn(api, { user: VERIFIED });
    const thiefs = newAddress("thief");
    await changeTo(fetch, thiefs);
    return { user, fetch, thiefs, token: await tokenTo(user.email, "email_changed") };
  }

  it("204: the old address is back, nobody is in, and a link to a new password goes there", async () => {
    const { user, token } = await stolen();
    expect((await undo(token)).status).toBe(204);
    const row = await rowOf(user.id);
    expect([row.email, row.hashed_password, row.device_generation]).toEqual([user.email, null, 1]);
    expect(row.email_verified_at).toBeInstanceOf(Date);
    expect(await countLiveSessions(user.id)).toBe(0);
    expect(await kindsTo(user.email)).toEqual(["email_changed", "reset_link"]);
    expect(await actionsOf(user.id)).toContain("email.change_undone");
    const json = { token: await tokenTo(user.email, "reset_link"), new_password: "a ferry in the evening" };
    expect((await api.fetch("/api/v1/auth/password-resets/confirm", { json })).status).toBe(204);
    expect(await signsIn(user.email, "a ferry in the evening")).toBe(true);
    await expect(await undo(token)).toFailWith("INVALID_PROOF");
  });

  it("a thief who changes the address twice, resets the password and links a provider is out for good", async () => {
    const { user, thiefs, token } = await stolen();
    expect((await resetBy(thiefs, THIEFS_PASSWORD)).status).toBe(204);
    const thief = await again(user);
    await database()`insert into accounts (user_id, type, provider, provider_account_id)
      values (${user.id}, 'oidc', 'oidc', ${`thief${count}`})`;
    const second = newAddress("thief");
    await changeTo(thief.fetch, second);
    const back = await tokenTo(thiefs, "email_changed");
    const third = newAddress("thief");
    await ask(thief.fetch, third);
    const pending = await tokenTo(third, "change_email");
    await api.fetch("/api/v1/auth/password-resets", { json: { email: second } });
    const reset = await tokenTo(second, "reset_link");

    expect((await undo(token)).status).toBe(204);

    expect((await rowOf(user.id)).email).toBe(user.email);
    await expect(await undo(back)).toFailWith("INVALID_PROOF");
    await expect(await confirm(pending)).toFailWith("INVALID_PROOF");
    const json = { token: reset, new_password: THIEFS_PASSWORD };
    await expect(await api.fetch("/api/v1/auth/password-resets/confirm", { json })).toFailWith(
      "INVALID_PROOF",
    );
    await expect(await thief.fetch("/api/v1/users/me")).toFailWith("SESSION_REVOKED");
    expect(await signsIn(user.email, THIEFS_PASSWORD)).toBe(false);
    expect(await signsIn(user.username, THIEFS_PASSWORD)).toBe(false);
    expect(await database()`select from accounts where user_id = ${user.id}`).toHaveLength(0);
    expect((await resetBy(user.email, "a ferry in the evening")).status).toBe(204);
  });

  it("the thief's own undo of a later change restores their address, and the owner's still stands above it", async () => {
    const { user, fetch, thiefs, token } = await stolen();
    await changeTo(fetch, newAddress("thief"));
    expect((await undo(await tokenTo(thiefs, "email_changed"))).status).toBe(204);
    expect((await rowOf(user.id)).email).toBe(thiefs);
    expect((await undo(token)).status).toBe(204);
    expect((await rowOf(user.id)).email).toBe(user.email);
  });

  it("keeps identities from more than a week before the change, since whoever made it may have linked theirs first", async () => {
    const user = await createUser(VERIFIED);
    await database()`insert into accounts (user_id, type, provider, provider_account_id, created_at) values
      (${user.id}, 'oidc', 'oidc', ${`before${++count}`}, now() - interval '8 days'),
      (${user.id}, 'oauth', 'github', ${`meanwhile${count}`}, now() - interval '2 hours')`;
    const { fetch } = await again(user);
    await changeTo(fetch, newAddress());
    expect((await undo(await tokenTo(user.email, "email_changed"))).status).toBe(204);
    const left = await database()`select provider from accounts where user_id = ${user.id}`;
    expect(left.map(({ provider }) => provider)).toEqual(["oidc"]);
  });

  it("a link to say “this wasn't me” that went to the thief's address is void, one that went to the owner's isn't", async () => {
    const { user, token } = await stolen();
    const hold = (address: string) => `not_me:${user.id}:${address}`;
    const other = newAddress("thief");
    await database()`insert into verification_tokens values
      (${hold(other)}, 'theirs', now() + interval '1 day'), (${hold(user.email)}, 'own', now() + interval '1 day')`;
    await undo(token);
    const left = await database()`select token from verification_tokens where identifier like 'not_me:%'`;
    expect(left.map(({ token }) => token)).toEqual(["own"]);
  });

  it("for seven days nobody else has the old address: not by registering, by a provider, by invitation or by a change", async () => {
    const { user, fetch } = await stolen();
    const json = { email: user.email, username: `heir${++count}`, password: PASSWORD };
    await expect(await api.fetch("/api/v1/auth/register", { json })).toFailWith("EMAIL_ALREADY_EXISTS");
    const clientInfo = { address: null, userAgent: null, traceId: "4b".repeat(16) };
    const identity = { provider: "oidc", type: "oidc", subject: `heir${count}`, email: user.email } as const;
    const entered = await enterByIdentity({ ...identity, fullName: null, nicknames: [] }, clientInfo);
    expect(entered).toEqual({ refusal: "email_taken", subjectId: user.id });
    const admin = await signedIn(api, { user: { role: "admin" } });
    const invited = { method: "POST", json: { email: user.email } };
    for (const path of ["/api/v1/admin/invitations", "/api/v1/admin/users"])
      await expect(await admin.fetch(path, invited)).toFailWith("EMAIL_ALREADY_EXISTS");
    const other = await signedIn(api);
    await ask(other.fetch, user.email);
    expect(await kindsTo(user.email)).toEqual(["email_changed", "email_taken"]);
    // Its own account may have it back without any of that.
    await changeTo(fetch, user.email);
    expect((await rowOf(user.id)).email).toBe(user.email);
  });

  it("the database itself gives the address to nobody, also who waited for it while it was changed", async () => {
    const { fetch, user } = await signedIn(api, { user: VERIFIED });
    const email = newAddress();
    await ask(fetch, email);
    const token = await tokenTo(email, "change_email");
    const json = { email: user.email, username: `racer${++count}`, password: PASSWORD };
    const racers = Array.from({ length: 8 }, (_, n) =>
      database()`insert into users (email, username, provider_id)
        select ${json.email}, ${`${json.username}-${n}`}, id from providers limit 1`.then(
        () => "taken",
        (error: { code: string }) => error.code,
      ),
    );
    const [outcome, ...raced] = await Promise.all([confirm(token), ...racers]);
    expect(outcome.status).toBe(204);
    expect(new Set(raced)).toEqual(new Set(["23505"]));
  });

  it("after seven days the link is void and the address is free", async () => {
    const { user, token } = await stolen();
    await database()`update verification_tokens set expires = now() - interval '1 s'`;
    await database()`update email_changes set reserved_until = now() - interval '1 s'`;
    await expect(await undo(token)).toFailWith("INVALID_PROOF");
    const json = { email: user.email, username: `heir${++count}`, password: PASSWORD };
    expect((await api.fetch("/api/v1/auth/register", { json })).status).toBe(201);
  });

  it("undoes nothing of an account that was deleted since, and again once that is restored", async () => {
    const { user, fetch, token } = await stolen();
    const deleted = await fetch("/api/v1/users/me", { method: "DELETE", json: { password: PASSWORD } });
    expect(deleted.status).toBe(204);
    await expect(await undo(token)).toFailWith("INVALID_PROOF");
    expect((await rowOf(user.id)).deleted_at).toBeInstanceOf(Date);
    const json = { email: user.email, username: `heir${++count}`, password: PASSWORD };
    await expect(await api.fetch("/api/v1/auth/register", { json })).toFailWith("EMAIL_ALREADY_EXISTS");
    const admin = await signedIn(api, { user: { role: "admin" } });
    await admin.fetch(`/api/v1/admin/users/${user.id}/restore`, { method: "POST" });
    expect((await undo(token)).status).toBe(204);
  });

  it("twenty at once: one undoes it, and one link is mailed", async () => {
    const { user, token } = await stolen();
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await undo(token)).status));
    expect(statuses.toSorted()).toEqual([204, ...Array(19).fill(422)]);
    expect((await kindsTo(user.email)).filter((kind) => kind === "reset_link")).toHaveLength(1);
  });

  it("outlives a reset and “this wasn't me”, and what was asked for before those is void", async () => {
    const { user, fetch, thiefs, token } = await stolen();
    const another = newAddress("thief");
    await ask(fetch, another);
    await runJobs();
    await resetBy(thiefs, THIEFS_PASSWORD);
    await expect(await confirm(await tokenTo(another, "change_email"))).toFailWith("INVALID_PROOF");
    expect((await undo(token)).status).toBe(204);
    expect((await rowOf(user.id)).email).toBe(user.email);
  });
});

describe("this wasn't me", () => {
  it("makes void a change of email that was asked for before", async () => {
    const { user, fetch } = await signedIn(api, { user: VERIFIED });
    await fetch("/api/v1/users/me/password", {
      method: "PUT",
      json: { current_password: PASSWORD, new_password: THIEFS_PASSWORD },
    });
    const email = newAddress("thief");
    const thief = await again(user);
    await ask(thief.fetch, email);
    const change = await tokenTo(email, "change_email");
    const token = await tokenTo(user.email, "password_changed");
    expect((await api.fetch("/api/v1/auth/alerts/deny", { json: { token } })).status).toBe(204);
    await expect(await confirm(change)).toFailWith("INVALID_PROOF");
  });
});
