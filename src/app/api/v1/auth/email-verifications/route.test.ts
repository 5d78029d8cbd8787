import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { findMail } from "@/domain/mails/mails";
import { resetSettings } from "@/lib/settings";
import { renderMail } from "@/mails/render";
import { serveApi } from "@/testing/api-server";
import { inBrowser, postForm, signedIn, withBearer } from "@/testing/callers";
import {
  actionsOf,
  createUser,
  emptyTables,
  forgetEverything,
  PASSWORD,
  setUpOrganization,
  startSession,
} from "@/testing/factories";
import { MAIL_IS_KEPT, mailsTo, runJobs, tokenTo, VERIFICATION_IS_REQUIRED } from "@/testing/mails";

const ASK = "/api/v1/auth/email-verifications";
const CONFIRM = `${ASK}/confirm`;

const api = serveApi();
let count = 0;

beforeEach(async () => {
  resetSettings(MAIL_IS_KEPT);
  await setUpOrganization();
  await emptyTables("jobs", "mails", "verification_tokens", "attempt_counters");
});

async function register(headers: Record<string, string> = {}) {
  count++;
  const email = `newcomer${count}@example.com`;
  const response = await api.fetch("/api/v1/auth/register", {
    json: { email, username: `newcomer${count}`, password: PASSWORD },
    headers,
  });
  return { email, response };
}

const confirm = (token: string) => api.fetch(CONFIRM, { json: { token } });

async function isVerified(email: string) {
  const [row] = await database()`select email_verified_at from users where email = ${email}`;
  return row?.email_verified_at !== null;
}

describe("registering", () => {
  it("mails a link in the language it was done in, which verifies the email, also without a session", async () => {
    const { email, response } = await register({ "accept-language": "ru" });
    const { user } = await response.json();
    expect(user.email_verified_at).toBeNull();
    expect(await mailsTo(email)).toMatchObject([{ kind: "verify_email", locale: "ru" }]);
    expect((await confirm(await tokenTo(email, "verify_email"))).status).toBe(204);
    expect(await isVerified(email)).toBe(true);
    expect((await actionsOf(user.id)).at(-1)).toBe("email.verified");
  });

  it("welcomes whoever is new, once", async () => {
    const { email, response } = await register();
    const { access_token } = await response.json();
    const subject = async () => {
      const mail = await findMail((await mailsTo(email)).at(-1)?.id ?? "");
      return mail && (await renderMail(mail)).subject;
    };
    expect(await subject()).toMatch(/^Welcome to .+: confirm your email$/);
    await withBearer(api, access_token)(ASK, { method: "POST" });
    expect(await subject()).toMatch(/^Confirm your email for /);
  });

  it("promises the mail by the very statement that makes the account", async () => {
    const { email } = await register();
    const { response } = await register();
    expect(response.status).toBe(201);
    await expect(
      await api.fetch("/api/v1/auth/register", { json: { email, username: "again", password: PASSWORD } }),
    ).toFailWith("EMAIL_ALREADY_EXISTS");
    expect(await database()`select from jobs where kind = 'verify_email'`).toHaveLength(2);
  });

  it("mails nothing where verification is off, or nothing could be sent", async () => {
    resetSettings({ ...MAIL_IS_KEPT, EMAIL_VERIFICATION: "off" });
    await register();
    resetSettings();
    await register();
    expect(await database()`select from jobs`).toHaveLength(0);
  });
});

describe("asking for another link", () => {
  it("202: mails one, and the older one is void", async () => {
    const { user, fetch } = await signedIn(api);
    for (let n = 0; n < 2; n++) {
      expect((await fetch(ASK, { method: "POST" })).status).toBe(202);
      await runJobs();
    }
    const [first, second] = await mailsTo(user.email);
    await expect(await confirm(first?.token ?? "")).toFailWith("INVALID_PROOF");
    expect((await confirm(second?.token ?? "")).status).toBe(204);
  });

  it("202: mails none to who is verified, and no fourth in an hour", async () => {
    const verified = await signedIn(api, { user: { emailVerifiedAt: new Date() } });
    expect((await verified.fetch(ASK, { method: "POST" })).status).toBe(202);
    expect(await mailsTo(verified.user.email)).toEqual([]);
    const { user, fetch } = await signedIn(api);
    for (let n = 0; n < 5; n++) {
      expect((await fetch(ASK, { method: "POST" })).status).toBe(202);
      await runJobs();
    }
    expect(await mailsTo(user.email)).toHaveLength(3);
  });

  it("mails none to who was verified or deleted while it waited", async () => {
    const { user, fetch } = await signedIn(api);
    await fetch(ASK, { method: "POST" });
    await database()`update users set email_verified_at = now() where id = ${user.id}`;
    expect(await mailsTo(user.email)).toEqual([]);
  });

  it("429 and 409: within the budget for mail, and only where there is mail", async () => {
    const { fetch } = await signedIn(api);
    resetSettings({ ...MAIL_IS_KEPT, RATE_LIMIT_AUTH_PER_MINUTE: "1" });
    await fetch(ASK, { method: "POST" });
    await expect(await fetch(ASK, { method: "POST" })).toFailWith("RATE_LIMIT_EXCEEDED");
    resetSettings();
    await expect(await fetch(ASK, { method: "POST" })).toFailWith("MAIL_NOT_SET_UP");
  });

  it("works as the form of a page", async () => {
    const user = await createUser();
    const fetch = inBrowser(api, await startSession(user));
    const sent = await postForm(fetch, ASK, { next: "/verify-email?sent=1" });
    expect([sent.status, sent.headers.get("location")]).toEqual([303, "/verify-email?sent=1"]);
    expect(await mailsTo(user.email)).toHaveLength(1);
  });
});

describe("verifying", () => {
  it("422: not twice, not with nothing, not for an address that was changed since", async () => {
    const { email } = await register();
    const token = await tokenTo(email, "verify_email");
    expect((await confirm(token)).status).toBe(204);
    await expect(await confirm(token)).toFailWith("INVALID_PROOF");
    await expect(await api.fetch(CONFIRM, { json: {} })).toFailWith("VALIDATION_ERROR", { field: "token" });
    const other = await register();
    const late = await tokenTo(other.email, "verify_email");
    await database()`update users set email = ${`moved-${other.email}`} where email = ${other.email}`;
    await expect(await confirm(late)).toFailWith("INVALID_PROOF");
  });

  it("twenty at once are one", async () => {
    const { email } = await register();
    const token = await tokenTo(email, "verify_email");
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await confirm(token)).status));
    expect(statuses.toSorted()).toEqual([204, ...Array(19).fill(422)]);
  });

  it("works as the form of a page", async () => {
    const { email } = await register();
    const token = await tokenTo(email, "verify_email");
    const done = await postForm(inBrowser(api), CONFIRM, { token, next: "/verify-email?done=1" });
    expect([done.status, done.headers.get("location")]).toEqual([303, "/verify-email?done=1"]);
    expect(await isVerified(email)).toBe(true);
  });
});

describe("where an email has to be verified", () => {
  beforeEach(() => resetSettings(VERIFICATION_IS_REQUIRED));

  it("an account signs in, and everything opens at the moment that it is", async () => {
    const { email, response } = await register();
    expect(response.status).toBe(201);
    const { access_token, user } = await response.json();
    const fetch = withBearer(api, access_token);
    await expect(await fetch("/api/v1/users/me")).toFailWith("EMAIL_NOT_VERIFIED");
    const login = await api.fetch("/api/v1/auth/login", { json: { email, password: PASSWORD } });
    expect(login.status).toBe(200);
    expect((await fetch(ASK, { method: "POST" })).status).toBe(202);
    await database()`update users set email_verified_at = now() where id = ${user.id}`;
    expect((await fetch("/api/v1/users/me")).status).toBe(200);
  });

  it("the address can be corrected, one can sign out, and delete the account", async () => {
    const { user, fetch } = await signedIn(api);
    const json = { email: "corrected@example.com" };
    expect((await fetch("/api/v1/users/me/email-changes", { method: "POST", json })).status).toBe(202);
    const deleted = await fetch("/api/v1/users/me", { method: "DELETE", json: { password: PASSWORD } });
    expect(deleted.status).toBe(204);
    const { accessToken } = await startSession(await createUser());
    const signedOut = await withBearer(api, accessToken)("/api/v1/auth/logout", { method: "POST", json: {} });
    expect(signedOut.status).toBe(204);
    expect(await actionsOf(user.id)).toContain("account.deleted");
  });

  it("GraphQL waits for it too, and its open fields don't", async () => {
    const { fetch } = await signedIn(api);
    const query = (text: string) => fetch("/graphql", { method: "POST", json: { query: text } });
    const { errors } = await (await query("{ me { id } }")).json();
    expect(errors[0].extensions.code).toBe("EMAIL_NOT_VERIFIED");
    expect((await (await query("{ health }")).json()).errors).toBeUndefined();
  });

  it("set-up's administrator counts as verified", async () => {
    await forgetEverything();
    const json = {
      organization_name: "Example Ltd",
      admin_email: "greta@example.com",
      admin_password: "a lantern on the quay",
    };
    const founded = await api.fetch("/api/v1/setup/initialize", { json });
    expect(founded.status).toBe(201);
    const { access_token } = await founded.json();
    expect((await withBearer(api, access_token)("/api/v1/users/me")).status).toBe(200);
  });
});
