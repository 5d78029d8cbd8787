import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { sessionCookieNames } from "@/http/session-cookies";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { cookiesOf, inBrowser, postForm, signedIn, withBearer } from "@/testing/callers";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { createUser, PASSWORD, setUpOrganization, startSession } from "@/testing/factories";
import { endsIdleSessions, lengthsInForce } from "./lengths";

const HOUR = 3_600;
const DAY = 24 * HOUR;

const api = serveApi();

// Whoever is made without it has the organization set up anew.
let providerId: string;

beforeEach(async () => {
  useCheapHashing();
  resetSettings();
  providerId = await setUpOrganization();
});

type Wanted = Partial<
  Record<"session_ttl_seconds" | "session_ttl_remember_seconds" | "session_idle_seconds", number | null>
>;

/** As an administrator of any instance leaves it in the table. */
async function want(wanted: Wanted) {
  await database()`update system_config set value = value || ${JSON.stringify(wanted)}::text::jsonb where key = 'organization'`;
}

async function signIn(remember_me: boolean) {
  const { email } = await createUser({ providerId });
  const response = await api.fetch("/api/v1/auth/login", {
    json: { email, password: PASSWORD, remember_me },
  });
  expect(response.status).toBe(200);
  return response.json();
}

/** Of the newest session of somebody. */
async function lifeOf(userId: string): Promise<number> {
  const [row] = await database()`
    select round(extract(epoch from expires_at - created_at))::int as seconds from sessions
    where user_id = ${userId} and revoked_at is null order by created_at desc limit 1
  `;
  return row?.seconds;
}

async function makeOld(sessionId: string, seconds: number) {
  await database()`
    update sessions set created_at = created_at - make_interval(secs => ${seconds}),
      expires_at = expires_at - make_interval(secs => ${seconds}) where id = ${sessionId}
  `;
}

const renew = (refresh_token: string) => api.fetch("/api/v1/auth/refresh", { json: { refresh_token } });

describe("the length that an organization wants", () => {
  it.each([
    [{}, DAY, 30 * DAY],
    [{ session_ttl_seconds: HOUR }, HOUR, 30 * DAY],
    [{ session_ttl_remember_seconds: 7 * DAY }, DAY, 7 * DAY],
    [{ session_ttl_seconds: HOUR, session_ttl_remember_seconds: 7 * DAY }, HOUR, 7 * DAY],
    // Nobody is in for longer who isn't remembered.
    [{ session_ttl_remember_seconds: 900 }, 900, 900],
    // The settings have been lowered since.
    [{ session_ttl_seconds: 40 * DAY, session_ttl_remember_seconds: 400 * DAY }, DAY, 30 * DAY],
    [{ session_ttl_seconds: null, session_ttl_remember_seconds: null }, DAY, 30 * DAY],
  ])("%o makes new sessions of %i and, remembered, of %i seconds", async (wanted, ordinary, remembered) => {
    await want(wanted);
    expect(await lifeOf((await signIn(false)).user.id)).toBe(ordinary);
    expect(await lifeOf((await signIn(true)).user.id)).toBe(remembered);
    const all = { session_ttl_seconds: null, session_ttl_remember_seconds: null, session_idle_seconds: null };
    expect(lengthsInForce({ ...all, ...wanted })).toEqual({ ordinary, remembered, idle: 0 });
  });

  it("is what the cookie of a remembered session lasts for, and no access token outlives it", async () => {
    await want({ session_ttl_remember_seconds: 900 });
    const { email } = await createUser({ providerId });
    const fields = { username: email, password: PASSWORD, remember_me: "on" };
    const response = await postForm(inBrowser(api), "/api/v1/auth/login", fields);
    const [cookie] = cookiesOf(response)[sessionCookieNames().refresh] ?? [];
    const maxAge = Number(cookie?.attributes.find((each) => each.startsWith("Max-Age="))?.slice(8));
    expect(maxAge).toBeGreaterThan(900 - 30);
    expect(maxAge).toBeLessThanOrEqual(900);
    const { expires_in } = await signIn(true);
    expect(expires_in).toBeLessThanOrEqual(900);
  });

  it("binds living sessions at their next renewal, and gives none that is over its life back", async () => {
    const { user, session, fetch } = await signedIn(api, { user: { providerId } });
    const old = await startSession(user);
    await makeOld(session.id, 2 * HOUR);
    await makeOld(old.id, 4 * HOUR);
    await want({ session_ttl_seconds: 3 * HOUR });
    const renewed = await renew(session.refreshToken);
    expect(renewed.status).toBe(200);
    const rows = await database()`
      select round(extract(epoch from expires_at - created_at))::int as life from sessions where id = ${session.id}
    `;
    expect(rows).toMatchObject([{ life: 3 * HOUR }]);
    await expect(await renew(old.refreshToken)).toFailWith("REFRESH_TOKEN_EXPIRED");
    const { items } = await (await fetch("/api/v1/auth/sessions")).json();
    expect(items.map(({ id }: { id: string }) => id)).toEqual([session.id]);

    await want({ session_ttl_seconds: null });
    expect((await renew((await renewed.json()).refresh_token)).status).toBe(200);
    expect(
      await database()`select from sessions where id = ${session.id} and expires_at <= created_at + interval '3 h'`,
    ).toHaveLength(1);
  });

  it("is what the list says of each session, before it is renewed", async () => {
    const { fetch } = await signedIn(api, { user: { providerId } });
    await want({ session_ttl_seconds: HOUR });
    const { items } = await (await fetch("/api/v1/auth/sessions")).json();
    expect(Date.parse(items[0].expires_at) - Date.parse(items[0].created_at)).toBe(HOUR * 1_000);
  });

  it("a session keeps when a new password replaces it", async () => {
    const { user, fetch } = await signedIn(api, { user: { providerId } });
    await want({ session_ttl_seconds: HOUR });
    const json = { current_password: PASSWORD, new_password: "a ferry in the evening" };
    expect((await fetch("/api/v1/users/me/password", { method: "PUT", json })).status).toBe(200);
    expect(await lifeOf(user.id)).toBe(HOUR);
  });

  it("twenty renewals with one token while it changes to and fro are one rotation, and the shortest is kept", async () => {
    const { session } = await signedIn(api, { user: { providerId } });
    const changing = (async () => {
      for (let n = 0; n < 10; n++)
        await want({ session_ttl_seconds: n % 2 ? null : HOUR, session_idle_seconds: n % 2 ? 300 : null });
    })();
    const answers = await Promise.all(Array.from({ length: 20 }, () => renew(session.refreshToken)));
    await changing;
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const tokens = await Promise.all(answers.map(async (answer) => (await answer.json()).refresh_token));
    expect(new Set(tokens).size).toBe(1);
    await want({ session_ttl_seconds: HOUR });
    expect((await renew(tokens[0])).status).toBe(200);
    const [row] = await database()`
      select generation, expires_at <= created_at + interval '1 h' as short from sessions where id = ${session.id}
    `;
    expect(row).toEqual({ generation: 2, short: true });
  });
});

describe("the idle time that an organization wants", () => {
  async function leaveAlone(sessionId: string, seconds: number) {
    await database()`
      update sessions set last_used_at = now() - make_interval(secs => ${seconds}) where id = ${sessionId}
    `;
  }

  it.each([
    ["0", 600, 600],
    ["1200", 600, 600],
    ["600", 1_200, 600],
    ["600", null, 600],
    ["0", 300, 300],
  ])(
    "with SESSION_IDLE_SECONDS=%s and %s wanted, a session is over after %i seconds unused",
    async (longest, wanted, over) => {
      resetSettings({ SESSION_IDLE_SECONDS: longest });
      await want({ session_idle_seconds: wanted });
      const { user, session, fetch } = await signedIn(api, { user: { providerId } });
      // Another one, since its use is noted in the background.
      const early = await startSession(user);
      await leaveAlone(early.id, over - 20);
      expect((await withBearer(api, early.accessToken)("/api/v1/auth/me")).status).toBe(200);
      await api.fetch("/api/v1/auth/logout", { json: { refresh_token: early.refreshToken } });
      await leaveAlone(session.id, over + 1);
      await expect(await fetch("/api/v1/auth/me")).toFailWith("TOKEN_EXPIRED");
      await expect(await renew(session.refreshToken)).toFailWith("REFRESH_TOKEN_EXPIRED");
      const other = await startSession(user);
      const seen = await api.fetch("/api/v1/auth/sessions", {
        headers: { authorization: `Bearer ${other.accessToken}` },
      });
      expect((await seen.json()).items).toHaveLength(1);
    },
  );

  it("keeps tabs that nobody uses from renewing, as that of the settings does", () => {
    const none = {
      session_ttl_seconds: null,
      session_ttl_remember_seconds: null,
      session_idle_seconds: null,
    };
    expect([none, { ...none, session_idle_seconds: 600 }, null].map(endsIdleSessions)).toEqual([
      false,
      true,
      false,
    ]);
    resetSettings({ SESSION_IDLE_SECONDS: "600" });
    expect([none, null].map(endsIdleSessions)).toEqual([true, true]);
  });
});
