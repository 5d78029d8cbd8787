import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { enterByIdentity } from "@/domain/identities/enter";
import type { Identity } from "@/domain/identities/identity";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { type Fetch, inBrowser, postForm, signedIn } from "@/testing/callers";
import { actionsOf, createUser, emptyTables, PASSWORD, setUpOrganization } from "@/testing/factories";
import { MAIL_IS_KEPT, mailsTo, tokenTo } from "@/testing/mails";

const INVITATIONS = "/api/v1/admin/invitations";
const REGISTER = "/api/v1/auth/register";
const MAIL_IS_SENT = { SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "accounts@example.org" };

const api = serveApi();
let fetch: Fetch;
let count = 0;
let email = "";

beforeEach(async () => {
  resetSettings();
  await emptyTables("jobs", "mails", "invitations");
  fetch = (await signedIn(api, { user: { role: "admin", fullName: "Greta Torwart" } })).fetch;
  await setUpOrganization({ registration: "closed" });
  email = `invited${++count}@example.com`;
});

async function invite(json: Record<string, unknown> = {}) {
  const response = await fetch(INVITATIONS, { json: { email, ...json } });
  expect(response.status).toBe(201);
  const body = await response.json();
  return { ...body, token: new URL(body.link ?? "http://x/?token=").searchParams.get("token") as string };
}

const register = (json: Record<string, unknown>) =>
  api.fetch(REGISTER, { json: { username: `invited${count}`, password: PASSWORD, email, ...json } });

const lookUp = (token: string) => api.fetch("/api/v1/auth/invitations/lookup", { json: { token } });

const identityOf = (email: string | null): Identity => ({
  provider: "oidc",
  type: "oidc",
  subject: randomUUID(),
  email,
  fullName: null,
  nicknames: ["invited"],
});
const clientInfo = { address: null, userAgent: null, traceId: "4b".repeat(16) };

describe("an invitation", () => {
  it("201: is a link to hand over where no mail is sent, and lets in nobody but who was invited, as what it says", async () => {
    const { link, token, ...rest } = await invite({ role: "admin" });
    expect(link).toBe(`${api.url}/invitation?token=${token}`);
    expect(rest).toMatchObject({ email, role: "admin", mailed: false, expired: false });
    expect(await (await lookUp(token)).json()).toEqual({
      organization_name: "Example Ltd",
      email,
      role: "admin",
      invited_by: "Greta Torwart",
      expires_at: rest.expires_at,
    });
    await expect(await register({})).toFailWith("REGISTRATION_CLOSED");
    await expect(await register({ email: "other@example.com", invitation_token: token })).toFailWith(
      "INVALID_PROOF",
      { field: "invitation_token" },
    );
    const response = await register({ invitation_token: token });
    expect(response.status).toBe(201);
    const { user } = await response.json();
    // What was handed over says nothing of the mailbox.
    expect(user).toMatchObject({ email, role: "admin", email_verified_at: null });
    expect(await actionsOf(user.id)).toEqual([
      "account.registered",
      "session.started",
      "invitation.accepted",
    ]);
    await expect(await lookUp(token)).toFailWith("INVALID_PROOF");
  });

  it("goes by mail where there is a server, in no answer, and whoever accepts it has proven the address", async () => {
    resetSettings(MAIL_IS_SENT);
    const { link } = await invite();
    expect(link).toBeUndefined();
    expect(await mailsTo(email)).toMatchObject([
      { kind: "invitation", detail: { inviter: "Greta Torwart" } },
    ]);
    const token = await tokenTo(email, "invitation");
    const { user } = await (await register({ invitation_token: token })).json();
    expect(user.email_verified_at).not.toBeNull();
    expect(await database()`select from jobs where kind = 'verify_email'`).toHaveLength(0);
  });

  it("that was handed over leaves the address to be verified", async () => {
    resetSettings(MAIL_IS_KEPT);
    const { token } = await invite();
    await register({ invitation_token: token });
    expect(await mailsTo(email)).toMatchObject([{ kind: "verify_email" }]);
  });

  it("twenty registrations by it at once are one account", async () => {
    const { token } = await invite();
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        const answer = await register({ invitation_token: token, username: `racer${count}-${n}` });
        return answer.status;
      }),
    );
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.every((status) => [201, 409, 422].includes(status))).toBe(true);
  });

  it("is replaced by a newer one and by sending it again, is revoked, expires", async () => {
    const first = await invite();
    const second = await invite({ role: "admin" });
    expect(second.id).toBe(first.id);
    await expect(await lookUp(first.token)).toFailWith("INVALID_PROOF");
    const again = await fetch(`${INVITATIONS}/${first.id}/resend`, { method: "POST" });
    expect(again.status).toBe(201);
    await expect(await lookUp(second.token)).toFailWith("INVALID_PROOF");
    const { link, role } = await again.json();
    expect(role).toBe("admin");
    const token = new URL(link).searchParams.get("token") ?? "";
    await database()`update invitations set expires_at = now()`;
    await expect(await lookUp(token)).toFailWith("INVALID_PROOF");
    expect((await (await fetch(INVITATIONS)).json()).items).toMatchObject([{ email, expired: true }]);
    expect((await fetch(`${INVITATIONS}/${first.id}`, { method: "DELETE" })).status).toBe(204);
    await expect(await fetch(`${INVITATIONS}/${first.id}`, { method: "DELETE" })).toFailWith("NOT_FOUND");
    expect((await (await fetch(INVITATIONS)).json()).items).toEqual([]);
  });

  it.each([
    ["lost the role", (id: string) => database()`update users set role = 'user' where id = ${id}`],
    ["was disabled", (id: string) => database()`update users set is_active = false where id = ${id}`],
    ["is gone", (id: string) => database()`update users set deleted_at = now() where id = ${id}`],
  ])("is void once who sent it %s, until somebody else sends it again", async (_how, fall) => {
    const inviter = await signedIn(api, { user: { role: "admin" } });
    const sent = await inviter.fetch(INVITATIONS, { json: { email, role: "admin" } });
    const { id, link } = await sent.json();
    const token = new URL(link).searchParams.get("token") ?? "";
    await fall(inviter.user.id);
    await expect(await lookUp(token)).toFailWith("INVALID_PROOF");
    await expect(await register({ invitation_token: token })).toFailWith("INVALID_PROOF");
    expect((await (await fetch(INVITATIONS)).json()).items).toMatchObject([{ id, expired: true }]);

    const again = await fetch(`${INVITATIONS}/${id}/resend`, { method: "POST" });
    const invitation_token = new URL((await again.json()).link).searchParams.get("token") ?? "";
    expect((await register({ invitation_token })).status).toBe(201);
  });

  it("revoked or accepted while the password is hashed lets nobody in", async () => {
    const { token, id } = await invite();
    const [registering] = await Promise.all([
      register({ invitation_token: token }),
      fetch(`${INVITATIONS}/${id}`, { method: "DELETE" }),
    ]);
    const accounts = await database()`select from users where email = ${email}`;
    expect(accounts).toHaveLength(registering.status === 201 ? 1 : 0);
  });

  it("409 and 422: not for who has an account, nor for what is no address", async () => {
    const user = await createUser();
    await expect(await fetch(INVITATIONS, { json: { email: user.email.toUpperCase() } })).toFailWith(
      "EMAIL_ALREADY_EXISTS",
    );
    await expect(await fetch(INVITATIONS, { json: { email: "ada" } })).toFailWith("INVALID_EMAIL");
    await expect(await fetch(INVITATIONS, { json: { email, role: "owner" } })).toFailWith("VALIDATION_ERROR");
    await expect(await api.fetch("/api/v1/auth/invitations/lookup", { json: {} })).toFailWith(
      "VALIDATION_ERROR",
    );
  });

  it("of an address that got an account meanwhile gives that no role", async () => {
    const { token } = await invite({ role: "admin" });
    const { id } = await createUser({ email });
    await expect(await register({ invitation_token: token })).toFailWith("EMAIL_ALREADY_EXISTS");
    const [row] = await database()`select role from users where id = ${id}`;
    expect(row?.role).toBe("user");
  });

  it("keeps no token in its row, and none in the audit log", async () => {
    const { token } = await invite();
    const rows = await database()`select row_to_json(i) as row from invitations i
      union all select row_to_json(a) from audit_events a where action like 'invitation%'`;
    expect(rows.length).toBeGreaterThan(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("is listed page by page, with who invited", async () => {
    for (const name of ["a", "b", "c"]) await invite({ email: `${name}-${email}` });
    const first = await (await fetch(`${INVITATIONS}?limit=2`)).json();
    expect(first.items.map((item: { email: string }) => item.email)).toEqual([`c-${email}`, `b-${email}`]);
    const second = await (await fetch(`${INVITATIONS}?limit=2&cursor=${first.next_cursor}`)).json();
    expect(second).toMatchObject({ items: [{ email: `a-${email}` }], next_cursor: null });
    await expect(await fetch(`${INVITATIONS}?cursor=x`)).toFailWith("VALIDATION_ERROR");
  });

  it("is accepted by the form of a page", async () => {
    const { token } = await invite();
    const fields = { email, username: "", password: PASSWORD, password_confirmation: PASSWORD };
    const done = await postForm(inBrowser(api), REGISTER, { ...fields, invitation_token: token, next: "/" });
    expect([done.status, done.headers.get("location")]).toEqual([303, "/"]);
    const [row] = await database()`select username from users where email = ${email}`;
    expect(row?.username).toBe(`invited${count}`);
  });
});

describe("an invitation accepted by way of an identity provider", () => {
  it("lets in whose verified address it is for, as what it says", async () => {
    const { token } = await invite({ role: "admin" });
    const entered = await enterByIdentity(identityOf(email), clientInfo, { invitationToken: token });
    expect(entered).toMatchObject({ user: { email, role: "admin" } });
    await expect(await lookUp(token)).toFailWith("INVALID_PROOF");
  });

  it("lets in nobody with another address, an unverified one, or without it", async () => {
    const { token } = await invite();
    const refusals = [
      await enterByIdentity(identityOf("other@example.com"), clientInfo, { invitationToken: token }),
      await enterByIdentity(identityOf(null), clientInfo, { invitationToken: token }),
      await enterByIdentity(identityOf(email), clientInfo, { invitationToken: "0".repeat(80) }),
      await enterByIdentity(identityOf(email), clientInfo),
    ];
    expect(refusals).toMatchObject([
      { refusal: "not_invited" },
      { refusal: "no_verified_email" },
      { refusal: "invitation_void" },
      { refusal: "registration_closed" },
    ]);
    expect((await lookUp(token)).status).toBe(200);
  });

  it("gives an account that is there already no other role", async () => {
    const identity = identityOf(email);
    await setUpOrganization({ registration: "open" });
    await enterByIdentity(identity, clientInfo);
    const { token } = await invite({ role: "admin", email: `second-${email}` });
    const again = await enterByIdentity(identity, clientInfo, { invitationToken: token });
    expect(again).toMatchObject({ user: { role: "user" } });
  });
});
