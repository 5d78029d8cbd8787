import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { type Fetch, signedIn } from "@/testing/callers";
import { actionsOf, createUser, emptyTables, PASSWORD } from "@/testing/factories";
import { mailsTo, tokenTo } from "@/testing/mails";

const USERS = "/api/v1/admin/users";
const NEW_PASSWORD = "a ferry in the evening";
const MAIL_IS_SENT = { SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "accounts@example.org" };

const api = serveApi();
let fetch: Fetch;
let count = 0;
let email = "";

beforeEach(async () => {
  resetSettings();
  await emptyTables("jobs", "mails", "verification_tokens");
  fetch = (await signedIn(api, { user: { role: "admin" } })).fetch;
  email = `made${++count}@example.com`;
});

const tokenIn = (link: string) => new URL(link).searchParams.get("token") ?? "";

const choose = (token: string) =>
  api.fetch("/api/v1/auth/password-resets/confirm", { json: { token, new_password: NEW_PASSWORD } });

async function signsIn(password: string) {
  return (await api.fetch("/api/v1/auth/login", { json: { email, password } })).status === 200;
}

async function isVerified() {
  const [row] = await database()`select email_verified_at from users where email = ${email}`;
  return row?.email_verified_at !== null;
}

describe("an account made by an administrator", () => {
  it("201: has no password until its person chooses one by the link, which says nothing of the address", async () => {
    const response = await fetch(USERS, { json: { email, full_name: "Ada Lovelace", role: "admin" } });
    expect(response.status).toBe(201);
    const { user, link } = await response.json();
    expect(user).toMatchObject({ email, username: `made${count}`, full_name: "Ada Lovelace", role: "admin" });
    expect(link).toMatch(new RegExp(`^${api.url}/reset-password\\?token=[0-9a-f]{80}$`));
    expect(await signsIn("")).toBe(false);
    await database()`insert into accounts (user_id, type, provider, provider_account_id)
      values (${user.id}, 'oidc', 'oidc', ${user.id})`;
    expect((await choose(tokenIn(link))).status).toBe(204);
    expect(await signsIn(NEW_PASSWORD)).toBe(true);
    expect(await isVerified()).toBe(false);
    expect(await database()`select from accounts where user_id = ${user.id}`).toHaveLength(1);
    expect((await actionsOf(user.id))[0]).toBe("account.created");
  });

  it("gets the link by mail where mail is sent, good for a week, and choosing the password proves the address", async () => {
    resetSettings(MAIL_IS_SENT);
    const { link } = await (await fetch(USERS, { json: { email, username: `made-by${count}` } })).json();
    expect(link).toBeUndefined();
    expect(await mailsTo(email)).toMatchObject([{ kind: "account_created" }]);
    const [row] =
      await database()`select expires > now() + interval '6 days' as long from verification_tokens`;
    expect(row?.long).toBe(true);
    expect((await choose(await tokenTo(email, "account_created"))).status).toBe(204);
    expect(await isVerified()).toBe(true);
  });

  it("409 and 422: what is taken, and what can't be", async () => {
    const user = await createUser();
    await expect(await fetch(USERS, { json: { email: user.email } })).toFailWith("EMAIL_ALREADY_EXISTS");
    await expect(await fetch(USERS, { json: { email, username: user.username } })).toFailWith(
      "USERNAME_ALREADY_EXISTS",
    );
    await expect(await fetch(USERS, { json: { email: "x" } })).toFailWith("INVALID_EMAIL");
    await expect(await fetch(USERS, { json: { email, username: "x" } })).toFailWith("INVALID_USERNAME");
    await expect(await fetch(USERS, { json: { email, role: "owner" } })).toFailWith("VALIDATION_ERROR");
  });
});

describe("a reset link for somebody", () => {
  it("201: is handed over where no mail is sent, once, and is in the audit log", async () => {
    const user = await createUser({ email });
    const response = await fetch(`${USERS}/${user.id}/reset-link`, { method: "POST" });
    expect(response.status).toBe(201);
    const { link, expires_at } = await response.json();
    expect(new Date(expires_at).getTime()).toBeGreaterThan(Date.now() + 3_000_000);
    expect((await choose(tokenIn(link))).status).toBe(204);
    await expect(await choose(tokenIn(link))).toFailWith("INVALID_PROOF");
    expect(await signsIn(PASSWORD)).toBe(false);
    expect(await isVerified()).toBe(false);
    expect(await actionsOf(user.id)).toContain("password.link_made");
  });

  it("is the link of a new account again, good for a week, for who never had a way in", async () => {
    resetSettings(MAIL_IS_SENT);
    const made = await (await fetch(USERS, { json: { email } })).json();
    const again = await fetch(`${USERS}/${made.user.id}/reset-link`, { method: "POST" });
    const { expires_at } = await again.json();
    expect(new Date(expires_at).getTime()).toBeGreaterThan(Date.now() + 6 * 86_400_000);
    expect(await mailsTo(email)).toMatchObject([{ kind: "account_created" }, { kind: "account_created" }]);
  });

  it("goes by mail where mail is sent", async () => {
    resetSettings(MAIL_IS_SENT);
    const user = await createUser({ email });
    const response = await fetch(`${USERS}/${user.id}/reset-link`, { method: "POST" });
    expect(await response.json()).toEqual({ expires_at: expect.any(String) });
    expect(await mailsTo(email)).toMatchObject([{ kind: "reset_link" }]);
  });
});
