import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { signedIn, withBearer } from "@/testing/callers";
import { actionsOf, countLiveSessions, createUser, PASSWORD, startSession } from "@/testing/factories";
import { MAIL_IS_KEPT, tokenTo } from "@/testing/mails";

const api = serveApi();

beforeEach(() => resetSettings({ ...MAIL_IS_KEPT, RATE_LIMIT_MAILS_PER_HOUR: "0" }));

const deny = (fetch: typeof api.fetch, id: string) =>
  fetch(`/api/v1/auth/sessions/${id}/deny`, { method: "POST" });

describe("204", () => {
  it("ends it and all others but mine, and makes every device unknown, with an event of it", async () => {
    const { user, session, fetch } = await signedIn(api);
    const [theirs, another] = [await startSession(user), await startSession(user)];
    expect((await deny(fetch, theirs.id)).status).toBe(204);
    for (const { accessToken } of [theirs, another])
      await expect(await withBearer(api, accessToken)("/api/v1/auth/me")).toFailWith("SESSION_REVOKED");
    expect((await fetch("/api/v1/auth/me")).status).toBe(200);
    const rows = await database()`
      select revoked_reason from sessions where user_id = ${user.id} and id <> ${session.id}
    `;
    expect(rows.map((row) => row.revoked_reason)).toEqual(["denied by owner", "denied by owner"]);
    expect(await database()`select device_generation from users where id = ${user.id}`).toMatchObject([
      { device_generation: 1 },
    ]);
    const events = await database()`
      select session_id from audit_events where subject_id = ${user.id} and action = 'alert.denied'
    `;
    expect(events.map((row) => row.session_id)).toEqual([theirs.id]);
  });

  it("leaves nothing of what was linked or asked for since it began, and what was linked before", async () => {
    const { user, fetch } = await signedIn(api);
    const theirs = await startSession(user, { createdAt: new Date(Date.now() - 3_600_000) });
    await database()`insert into accounts (user_id, type, provider, provider_account_id, created_at) values
      (${user.id}, 'oidc', 'oidc', ${user.id}, now() - interval '59 minutes'),
      (${user.id}, 'oauth', 'github', ${user.id}, now() - interval '61 minutes')`;
    const thief = withBearer(api, theirs.accessToken);
    const email = `thief-of-${user.username}@example.com`;
    await thief("/api/v1/users/me/email-changes", { json: { email, password: PASSWORD } });
    const token = await tokenTo(email, "change_email");
    expect((await deny(fetch, theirs.id)).status).toBe(204);
    const left = await database()`select provider from accounts where user_id = ${user.id}`;
    expect(left.map(({ provider }) => provider)).toEqual(["github"]);
    const confirmation = await api.fetch("/api/v1/auth/email-changes/confirm", { json: { token } });
    await expect(confirmation).toFailWith("INVALID_PROOF");
  });

  it("also of one that has ended: whoever it was may have another one", async () => {
    const { user, fetch } = await signedIn(api);
    const theirs = await startSession(user, { revokedAt: new Date() });
    await startSession(user);
    expect((await deny(fetch, theirs.id)).status).toBe(204);
    expect(await countLiveSessions(user.id)).toBe(1);
  });

  it("keeps the password, so that its owner can change it, and this device known", async () => {
    const user = await createUser();
    const login = await api.fetch("/api/v1/auth/login", { json: { email: user.email, password: PASSWORD } });
    const cookie = login.headers.getSetCookie().find((each) => each.includes("gatehouse.device")) ?? "";
    const { access_token } = await login.json();
    const theirs = await startSession(user);
    const answer = await api.fetch(`/api/v1/auth/sessions/${theirs.id}/deny`, {
      method: "POST",
      headers: { authorization: `Bearer ${access_token}`, cookie: cookie.split(";")[0] ?? "" },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie().join()).toContain("gatehouse.device");
    const json = { current_password: PASSWORD, new_password: "a ferry in the evening" };
    const changed = await withBearer(api, access_token)("/api/v1/users/me/password", { method: "PUT", json });
    expect(changed.status).toBe(200);
  });
});

it("403: a session that isn't fresh can't put its owner out with it", async () => {
  const { user, session } = await signedIn(api);
  const stale = await startSession(user, { authenticatedAt: new Date(Date.now() - 3_600_000) });
  await expect(await deny(withBearer(api, stale.accessToken), session.id)).toFailWith(
    "REAUTHENTICATION_REQUIRED",
  );
  expect(await countLiveSessions(user.id)).toBe(2);
});

it("404, the same for not mine, unknown, malformed and the one that asks", async () => {
  const { user, session, fetch } = await signedIn(api);
  const visitor = await createUser();
  const others = await startSession(visitor);
  for (const id of [others.id, session.id, "00000000-0000-4000-8000-000000000000", "1", "%00"])
    await expect(await deny(fetch, id)).toFailWith("NOT_FOUND");
  expect([await countLiveSessions(user.id), await countLiveSessions(visitor.id)]).toEqual([1, 1]);
  expect(await actionsOf(visitor.id)).toEqual([]);
});

it("two that deny each other at once: one stays, the other is told that it was ended", async () => {
  const { user, session, fetch } = await signedIn(api);
  const other = await startSession(user);
  const answers = await Promise.all([
    deny(fetch, other.id),
    deny(withBearer(api, other.accessToken), session.id),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 401]);
  expect(await countLiveSessions(user.id)).toBe(1);
});
