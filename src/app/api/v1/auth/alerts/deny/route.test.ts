import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { linkIdentity, unlinkIdentity } from "@/domain/identities/identities";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { inBrowser, postForm, signedIn } from "@/testing/callers";
import {
  actionsOf,
  countLiveSessions,
  createUser,
  emptyTables,
  PASSWORD,
  startSession,
} from "@/testing/factories";
import { MAIL_IS_KEPT, mailsTo, tokenTo } from "@/testing/mails";

const DENY = "/api/v1/auth/alerts/deny";
const CHROME =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

const api = serveApi();

beforeEach(async () => {
  resetSettings(MAIL_IS_KEPT);
  await emptyTables("jobs", "mails", "verification_tokens", "attempt_counters");
});

const kindsTo = async (email: string) => (await mailsTo(email)).map(({ kind }) => kind);

const signIn = (email: string, userAgent: string, password = PASSWORD) =>
  api.fetch("/api/v1/auth/login", { json: { email, password }, headers: { "user-agent": userAgent } });

const change = (fetch: typeof api.fetch) =>
  fetch("/api/v1/users/me/password", {
    method: "PUT",
    json: { current_password: PASSWORD, new_password: "a ferry in the evening" },
  });

describe("people are told", () => {
  it("of a sign-in from where they never signed in, with the place, and not of one from where they did", async () => {
    const { email } = await createUser();
    await signIn(email, CHROME);
    expect(await kindsTo(email)).toEqual([]);
    await signIn(email, "gatehouse-backup/2.1");
    expect(await mailsTo(email)).toMatchObject([
      { kind: "new_device", detail: { device: "gatehouse-backup", address: "127.0.0.1" } },
    ]);
    await signIn(email, CHROME);
    await signIn(email, "gatehouse-backup/2.1");
    expect(await kindsTo(email)).toEqual(["new_device"]);
  });

  it("of ten new places in an hour once, and of a wrong guess never", async () => {
    const { email } = await createUser();
    for (let n = 0; n < 10; n++) await signIn(email, `client${n}/1.0`);
    for (let n = 0; n < 10; n++) await signIn(email, `guesser${n}/1.0`, "wrong");
    expect(await kindsTo(email)).toEqual(["new_device"]);
  });

  it("of a changed password, in the language they chose", async () => {
    const { user, fetch } = await signedIn(api, { user: { locale: "ru" } });
    expect((await change(fetch)).status).toBe(200);
    expect(await mailsTo(user.email)).toMatchObject([{ kind: "password_changed", locale: "ru" }]);
  });

  it("of a provider that was linked and unlinked, by its name", async () => {
    const user = await createUser();
    const session = await startSession(user);
    const owner = { user, sessionId: session.id };
    const clientInfo = { address: "203.0.113.7", userAgent: CHROME, traceId: "4b".repeat(16) };
    const identity = { provider: "github", type: "oauth", subject: user.id, email: null } as const;
    const given = { ...identity, fullName: null, nicknames: [] };
    await linkIdentity({ owner: owner as never, identity: given, clientInfo });
    await unlinkIdentity({ owner: owner as never, provider: "github", clientInfo });
    expect(await mailsTo(user.email)).toMatchObject([
      { kind: "identity_linked", detail: { provider: "GitHub", address: "203.0.113.7" } },
      { kind: "identity_unlinked", detail: { provider: "GitHub" } },
    ]);
  });

  it("of a session that was used in two places", async () => {
    const user = await createUser();
    const { refreshToken } = await startSession(user);
    const renew = () => api.fetch("/api/v1/auth/refresh", { json: { refresh_token: refreshToken } });
    await renew();
    await database()`update sessions set rotated_at = now() - interval '1 minute', generation = 2`;
    await expect(await renew()).toFailWith("REFRESH_TOKEN_REUSED");
    expect(await kindsTo(user.email)).toEqual(["session_replayed"]);
  });

  it("nothing where no mail gets anywhere, nor once the account is closed", async () => {
    const { user, fetch } = await signedIn(api);
    resetSettings();
    await change(fetch);
    expect(await database()`select from jobs`).toHaveLength(0);
    resetSettings(MAIL_IS_KEPT);
    const other = await signedIn(api);
    await change(other.fetch);
    await database()`update users set is_active = false where id = ${other.user.id}`;
    expect(await kindsTo(other.user.email)).toEqual([]);
    expect(await kindsTo(user.email)).toEqual([]);
  });
});

describe("this wasn't me", () => {
  async function alerted() {
    const { user, fetch } = await signedIn(api);
    await change(fetch);
    return { user, token: await tokenTo(user.email, "password_changed") };
  }

  it("204: ends all sessions, forgets the devices and mails a link to a new password, once", async () => {
    const { user, token } = await alerted();
    await startSession(user);
    expect((await api.fetch(DENY, { json: { token } })).status).toBe(204);
    expect(await countLiveSessions(user.id)).toBe(0);
    const [row] = await database()`select device_generation from users where id = ${user.id}`;
    expect(row?.device_generation).toBe(1);
    expect(await kindsTo(user.email)).toEqual(["password_changed", "reset_link"]);
    expect(await actionsOf(user.id)).toContain("alert.denied");
    await expect(await api.fetch(DENY, { json: { token } })).toFailWith("INVALID_PROOF");
  });

  it("leaves nothing that opens the account but that link: no password, and no provider that was linked since", async () => {
    const { user, token } = await alerted();
    await database()`insert into accounts (user_id, type, provider, provider_account_id, created_at) values
      (${user.id}, 'oidc', 'oidc', ${user.id}, now() - interval '6 days'),
      (${user.id}, 'oauth', 'github', ${user.id}, now() - interval '8 days')`;
    expect((await api.fetch(DENY, { json: { token } })).status).toBe(204);
    for (const password of [PASSWORD, "a ferry in the evening"])
      await expect(await signIn(user.email, CHROME, password)).toFailWith("INVALID_CREDENTIALS");
    const left = await database()`select provider from accounts where user_id = ${user.id}`;
    expect(left.map(({ provider }) => provider)).toEqual(["github"]);
    const json = { token: await tokenTo(user.email, "reset_link"), new_password: "the owner's own again" };
    expect((await api.fetch("/api/v1/auth/password-resets/confirm", { json })).status).toBe(204);
    expect((await signIn(user.email, CHROME, "the owner's own again")).status).toBe(200);
  });

  it("outlives a reset that somebody else made", async () => {
    const { user, token } = await alerted();
    await api.fetch("/api/v1/auth/password-resets", { json: { email: user.email } });
    const json = { token: await tokenTo(user.email, "reset_link"), new_password: "a thief's own password" };
    expect((await api.fetch("/api/v1/auth/password-resets/confirm", { json })).status).toBe(204);
    await startSession(user);
    expect((await api.fetch(DENY, { json: { token } })).status).toBe(204);
    expect(await countLiveSessions(user.id)).toBe(0);
  });

  it("422 without a token", async () => {
    await expect(await api.fetch(DENY, { json: {} })).toFailWith("VALIDATION_ERROR", { field: "token" });
  });

  it("works as the form of a page", async () => {
    const { user, token } = await alerted();
    const done = await postForm(inBrowser(api), DENY, { token, next: "/not-me?done=1" });
    expect([done.status, done.headers.get("location")]).toEqual([303, "/not-me?done=1"]);
    expect(await countLiveSessions(user.id)).toBe(0);
  });
});
