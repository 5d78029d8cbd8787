import { createHash } from "node:crypto";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { cookiesOf, inBrowser, postForm } from "@/testing/callers";
import { useCheapHashing } from "@/testing/cheap-hashing";
import {
  actionsOf,
  countLiveSessions,
  createUser,
  forgetEverything,
  PASSWORD,
  startSession,
} from "@/testing/factories";

const LOGIN = "/api/v1/auth/login";
const CHROME =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

const api = serveApi();

beforeAll(useCheapHashing);
beforeEach(() => resetSettings());

function login(json: object, headers: Record<string, string> = {}) {
  return api.fetch(LOGIN, { json, headers });
}

async function newestSession(userId: string) {
  const [row] = await database()`
    select *, round(extract(epoch from expires_at - created_at))::int as life_seconds
    from sessions where user_id = ${userId} order by created_at desc limit 1
  `;
  return row!;
}

describe("200", () => {
  it("answers the user and the tokens, and nothing beyond them", async () => {
    const { email, ...user } = await createUser({ fullName: "Ada Lovelace", timeZone: "Europe/London" });
    const response = await login({ email, password: PASSWORD });
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({
      user: {
        id: user.id,
        email,
        username: user.username,
        full_name: "Ada Lovelace",
        role: "user",
        is_active: true,
        avatar_url: null,
        provider_id: user.provider_id,
        locale: null,
        time_zone: "Europe/London",
        email_verified_at: null,
        created_at: user.created_at.toISOString(),
        updated_at: user.updated_at.toISOString(),
      },
      access_token: expect.stringMatching(/^eyJ/),
      refresh_token: expect.stringMatching(/^[0-9a-f]{128}$/),
      token_type: "bearer",
      expires_in: 900,
    });
  });

  it.each([
    ["the email", (name: string) => `${name}@example.com`],
    ["the email in other letters", (name: string) => ` ${name.toUpperCase()}@Example.COM `],
    ["the email in full-width letters", (name: string) => `${fullWidth(name)}＠example.com`],
    ["the username", (name: string) => name],
    ["the username in other letters", (name: string) => name.toUpperCase()],
  ])("takes %s", async (_, spell) => {
    const name = `spelled${Math.random().toString(36).slice(2, 8)}`;
    const user = await createUser({ email: `${name}@example.com`, username: name });
    const response = await login({ email: spell(name), password: PASSWORD });
    expect((await response.json()).user.id).toBe(user.id);
  });

  it("names session and person in the access token, which lives 15 minutes", async () => {
    const user = await createUser();
    const { access_token } = await (await login({ email: user.email, password: PASSWORD })).json();
    expect(decodeProtectedHeader(access_token)).toEqual({ alg: "HS256", typ: "at+jwt" });
    const claims = decodeJwt(access_token);
    expect(claims).toEqual({
      sub: user.id,
      sid: (await newestSession(user.id)).id,
      provider_id: user.provider_id,
      email: user.email,
      role: "user",
      type: "access",
      auth_time: expect.any(Number),
      jti: expect.any(String),
      iat: expect.any(Number),
      exp: claims.iat! + 900,
      iss: new URL(api.url).origin,
      aud: new URL(api.url).origin,
    });
  });

  it("keeps of the refresh token its SHA-256 and no more", async () => {
    const user = await createUser();
    const { refresh_token } = await (await login({ email: user.email, password: PASSWORD })).json();
    const row = await newestSession(user.id);
    expect(row.refresh_token_hash).toBe(createHash("sha256").update(refresh_token).digest("hex"));
    expect(JSON.stringify(row)).not.toContain(refresh_token);
  });

  it.each([
    { remember_me: true, lifeSeconds: 30 * 86_400 },
    { remember_me: false, lifeSeconds: 86_400 },
    { remember_me: undefined, lifeSeconds: 86_400 },
  ])(
    "with remember_me $remember_me the session lives $lifeSeconds s",
    async ({ remember_me, lifeSeconds }) => {
      const user = await createUser();
      await login({ email: user.email, password: PASSWORD, remember_me });
      expect(await newestSession(user.id)).toMatchObject({
        life_seconds: lifeSeconds,
        persistent: remember_me ?? false,
      });
    },
  );

  it("sets both cookies: to the end of the browser, or as long as they are good for with remember_me", async () => {
    const { email } = await createUser();
    const plain = cookiesOf(await login({ email, password: PASSWORD }));
    expect(Object.keys(plain)).toEqual(["gatehouse.access", "gatehouse.refresh", "gatehouse.device"]);
    for (const [cookie] of Object.values(plain).slice(0, 2)) {
      expect(cookie!.attributes).toEqual(["HttpOnly", "Path=/", "SameSite=Lax"]);
    }
    const kept = cookiesOf(await login({ email, password: PASSWORD, remember_me: true }));
    const ages = Object.values(kept).map(([cookie]) =>
      Number(/^Max-Age=(\d+)$/.exec(cookie!.attributes.find((each) => each.startsWith("Max-Age"))!)![1]),
    );
    expect(ages[0]).toBe(900);
    expect(ages[1]).toBeGreaterThan(30 * 86_400 - 10);
    expect(ages[1]).toBeLessThanOrEqual(30 * 86_400);
    // The device is known for longer than any session, and whether or not this one was to be remembered.
    expect(ages[2]).toBe(180 * 86_400);
    expect(plain["gatehouse.device"]![0]!.attributes).toEqual(
      [`Max-Age=${180 * 86_400}`, ...["HttpOnly", "Path=/", "SameSite=Lax"]].sort(),
    );
  });

  it("sets __Host- cookies where APP_URL is https, whatever the connection to the proxy", async () => {
    const { email } = await createUser();
    resetSettings({ APP_URL: "https://accounts.example.com" });
    const cookies = cookiesOf(await login({ email, password: PASSWORD }));
    expect(Object.keys(cookies)).toEqual([
      "__Host-gatehouse.access",
      "__Host-gatehouse.refresh",
      "__Host-gatehouse.device",
    ]);
    for (const [cookie] of Object.values(cookies).slice(0, 2)) {
      expect(cookie!.attributes).toEqual(["HttpOnly", "Path=/", "SameSite=Lax", "Secure"]);
    }
  });

  it("sets plain names for a COOKIE_DOMAIN, which __Host- can't have", async () => {
    const { email } = await createUser();
    resetSettings({ APP_URL: "https://accounts.example.com", COOKIE_DOMAIN: "example.com" });
    const cookies = cookiesOf(await login({ email, password: PASSWORD }));
    // What only tells a device is never another host's business.
    expect(Object.keys(cookies)).toEqual([
      "gatehouse.access",
      "gatehouse.refresh",
      "__Host-gatehouse.device",
    ]);
    for (const [cookie] of Object.values(cookies).slice(0, 2)) {
      expect(cookie!.attributes).toEqual([
        "Domain=example.com",
        "HttpOnly",
        "Path=/",
        "SameSite=Lax",
        "Secure",
      ]);
    }
  });

  it.each([{ origin: "own" }, { "sec-fetch-site": "same-origin" }, { "sec-fetch-site": "none" }])(
    "shows script in a browser (%o) no refresh token",
    async (headers) => {
      const { email } = await createUser();
      const own = { ...headers, ...("origin" in headers && { origin: new URL(api.url).origin }) };
      const response = await login({ email, password: PASSWORD }, own as Record<string, string>);
      const body = await response.json();
      expect(Object.keys(body)).toEqual(["user", "access_token", "token_type", "expires_in"]);
      expect(cookiesOf(response)["gatehouse.refresh"]![0]!.value).toMatch(/^[0-9a-f]{128}$/);
    },
  );

  it("says on the session what device it was, by a name that a person knows", async () => {
    const user = await createUser();
    await login({ email: user.email, password: PASSWORD }, { "user-agent": CHROME });
    expect(await newestSession(user.id)).toMatchObject({
      device_info: "Chrome on Linux",
      user_agent: CHROME,
      ip_address: "127.0.0.1",
    });
  });

  it("leaves an event with the trace id of the request", async () => {
    const user = await createUser();
    const response = await login({ email: user.email, password: PASSWORD });
    expect(await actionsOf(user.id)).toEqual(["session.started"]);
    const [event] = await database()`select * from audit_events where subject_id = ${user.id}`;
    expect(event).toMatchObject({
      actor_id: user.id,
      session_id: (await newestSession(user.id)).id,
      ip_address: "127.0.0.1",
      trace_id: response.headers.get("x-trace-id"),
    });
  });

  it("the login over the cap succeeds and ends the session that wasn't used for longest", async () => {
    resetSettings({ MAX_SESSIONS_PER_USER: "3" });
    const user = await createUser();
    const used = (minutesAgo: number) => ({ lastUsedAt: new Date(Date.now() - minutesAgo * 60_000) });
    const [first, idle, last] = [
      await startSession(user, used(5)),
      await startSession(user, used(90)),
      await startSession(user, used(1)),
    ];
    expect((await login({ email: user.email, password: PASSWORD })).status).toBe(200);
    const live = await database()`select id from sessions where user_id = ${user.id} and revoked_at is null`;
    const ids = live.map(({ id }) => id);
    expect(ids).toHaveLength(3);
    expect(ids).toEqual(expect.arrayContaining([first.id, last.id]));
    expect(ids).not.toContain(idle.id);
    expect(await actionsOf(user.id)).toEqual(["session.started", "session.revoked"]);
  });

  it("with a cap of 1 the new session is the one that lives; with 0 there is no cap", async () => {
    const user = await createUser();
    for (let n = 0; n < 3; n++) await startSession(user);
    resetSettings({ MAX_SESSIONS_PER_USER: "0" });
    await login({ email: user.email, password: PASSWORD });
    expect(await countLiveSessions(user.id)).toBe(4);
    resetSettings({ MAX_SESSIONS_PER_USER: "1" });
    await login({ email: user.email, password: PASSWORD });
    expect(await countLiveSessions(user.id)).toBe(1);
    expect(await newestSession(user.id)).toMatchObject({ revoked_at: null });
  });

  it("renews a hash of another kind by the password that was right, and only then", async () => {
    resetSettings({ PASSWORD_HASH: "bcrypt" });
    const user = await createUser();
    resetSettings();
    const hashOf = async () =>
      (await database()`select hashed_password from users where id = ${user.id}`)[0]!.hashed_password;
    await login({ email: user.email, password: "not this one" });
    expect(await hashOf()).toMatch(/^\$2b\$/);
    await login({ email: user.email, password: PASSWORD });
    expect(await hashOf()).toMatch(/^\$argon2id\$/);
    expect((await login({ email: user.email, password: PASSWORD })).status).toBe(200);
  });
});

describe("401 INVALID_CREDENTIALS", () => {
  it("is the same to the letter for unknown, wrong, disabled, deleted and linked accounts", async () => {
    const wrong = { email: (await createUser()).email, password: "not this one" };
    const refused = [
      wrong,
      { email: "nobody@example.com", password: PASSWORD },
      { email: "nobody", password: PASSWORD },
      { email: "not an @ddress", password: PASSWORD },
      { email: (await createUser({ isActive: false })).email, password: PASSWORD },
      { email: (await createUser({ deletedAt: new Date() })).email, password: PASSWORD },
      { email: (await createUser({ password: null })).email, password: PASSWORD },
      { email: (await createUser({ hashedPassword: "plain text" })).email, password: "plain text" },
      { email: wrong.email, password: "x".repeat(4000) },
    ];
    const answers = new Set<string>();
    for (const json of refused) {
      const response = await login(json);
      await expect(response).toFailWith("INVALID_CREDENTIALS");
      const headers = Object.fromEntries(response.headers);
      const body = await response.json();
      for (const varying of ["x-trace-id", "date"]) delete headers[varying];
      delete body.trace_id;
      answers.add(JSON.stringify([headers, body]));
    }
    expect(answers.size).toBe(1);
  });

  it("leaves an event on the account that was tried, without an actor, and starts nothing", async () => {
    const user = await createUser();
    await login({ email: user.email, password: "not this one" });
    expect(await actionsOf(user.id)).toEqual(["session.refused"]);
    const [event] = await database()`select * from audit_events where subject_id = ${user.id}`;
    expect(event).toMatchObject({ actor_id: null, session_id: null, detail: null });
    expect(await countLiveSessions(user.id)).toBe(0);
  });

  it("sets and clears no cookie", async () => {
    const user = await createUser();
    const response = await inBrowser(api, await startSession(user))(LOGIN, {
      json: { email: user.email, password: "not this one" },
    });
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it("counts the password to its last byte", async () => {
    const password = `${"long ".repeat(25)}end`;
    expect(password).toHaveLength(128);
    for (const hash of ["argon2id", "bcrypt"]) {
      resetSettings({ PASSWORD_HASH: hash });
      const { email } = await createUser({ password });
      await expect(await login({ email, password: password.slice(0, -1) })).toFailWith("INVALID_CREDENTIALS");
      await expect(await login({ email, password: `${password.slice(0, -1)}D` })).toFailWith(
        "INVALID_CREDENTIALS",
      );
      await expect(await login({ email, password: `${password} ` })).toFailWith("INVALID_CREDENTIALS");
      expect((await login({ email, password })).status).toBe(200);
    }
  });
});

describe("422", () => {
  it.each([
    ["email", { password: PASSWORD }],
    ["password", { email: "ada@example.com" }],
    ["email", { email: 1, password: PASSWORD }],
    ["email", { email: ["ada@example.com"], password: PASSWORD }],
    ["email", { email: { $ne: null }, password: PASSWORD }],
    ["email", { email: "ada\0@example.com", password: PASSWORD }],
    ["email", { email: "\ud800", password: PASSWORD }],
    ["email", { email: "x".repeat(5000), password: PASSWORD }],
    ["password", { email: "ada@example.com", password: { $gt: "" } }],
    ["password", { email: "ada@example.com", password: null }],
    ["password", { email: "ada@example.com", password: true }],
    ["password", { email: "ada@example.com", password: "with\0in" }],
    ["password", { email: "ada@example.com", password: "\udfff" }],
    ["password", { email: "ada@example.com", password: "x".repeat(5000) }],
    ["remember_me", { email: "ada@example.com", password: PASSWORD, remember_me: "on" }],
    ["remember_me", { email: "ada@example.com", password: PASSWORD, remember_me: 1 }],
    ["remember_me", { email: "ada@example.com", password: PASSWORD, remember_me: null }],
  ])("names %s where that is wrong (%#), and coerces nothing", async (field, json) => {
    await expect(await login(json)).toFailWith("VALIDATION_ERROR", { field });
  });
});

describe("409 SETUP_REQUIRED", () => {
  it("is all there is before the setup", async () => {
    await forgetEverything();
    await expect(await login({ email: "ada@example.com", password: PASSWORD })).toFailWith("SETUP_REQUIRED");
  });
});

describe("the OAuth 2 password form", () => {
  type Fields = { username: string; password: string; grant_type?: string };

  function token(fields: Fields) {
    return api.fetch(LOGIN, { method: "POST", body: new URLSearchParams(fields) });
  }

  it("answers JSON with both tokens, for an email or a username, with grant_type or without", async () => {
    const user = await createUser();
    for (const fields of [
      { username: user.email, password: PASSWORD },
      { username: user.username, password: PASSWORD, grant_type: "password" },
    ]) {
      const response = await token(fields);
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({
        token_type: "bearer",
        refresh_token: expect.any(String),
      });
    }
  });

  it("knows no other grant, and fails as JSON", async () => {
    const user = await createUser();
    const fields = { username: user.email, password: PASSWORD };
    await expect(await token({ ...fields, grant_type: "client_credentials" })).toFailWith(
      "VALIDATION_ERROR",
      {
        field: "grant_type",
      },
    );
    await expect(await token({ ...fields, password: "not this one" })).toFailWith("INVALID_CREDENTIALS");
  });
});

describe("the form of the sign-in page, without JavaScript", () => {
  it("leads on to `next` with the session in cookies, and keeps nothing of what was typed", async () => {
    const user = await createUser();
    const response = await postForm(inBrowser(api), LOGIN, {
      username: user.email,
      password: PASSWORD,
      next: "/settings?tab=sessions",
    });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/settings?tab=sessions");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.text()).toBe("");
    const cookies = cookiesOf(response);
    expect(cookies["gatehouse.form"]![0]).toMatchObject({ value: "" });
    const me = inBrowser(api, { accessToken: cookies["gatehouse.access"]![0]!.value });
    expect((await me("/api/v1/auth/me")).status).toBe(200);
  });

  it("leaves to the page's script by what a browser was signed in, and to no other client", async () => {
    const user = await createUser();
    const fields = { username: user.email, password: PASSWORD };
    const { last_way } = cookiesOf(await postForm(inBrowser(api), LOGIN, fields));
    expect(last_way).toEqual([
      { value: "password", attributes: ["Max-Age=31536000", "Path=/", "SameSite=Lax"] },
    ]);
    const json = { email: user.email, password: PASSWORD };
    expect(cookiesOf(await api.fetch(LOGIN, { json }))).not.toHaveProperty("last_way");
  });

  it("leads nowhere else than home when `next` is not one of ours", async () => {
    const user = await createUser();
    const response = await postForm(inBrowser(api), LOGIN, {
      username: user.email,
      password: PASSWORD,
      next: "//evil.example",
    });
    expect(response.headers.get("location")).toBe("/");
  });

  it("a ticked box is remember_me", async () => {
    const user = await createUser();
    await postForm(inBrowser(api), LOGIN, { username: user.email, password: PASSWORD, remember_me: "on" });
    expect(await newestSession(user.id)).toMatchObject({ persistent: true });
  });

  it("leads back with the code in the address, and with what was typed in a cookie of a minute", async () => {
    const response = await postForm(inBrowser(api), LOGIN, {
      username: "ada@example.com",
      password: "not this one",
      remember_me: "on",
      next: "/settings",
    });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/login?code=INVALID_CREDENTIALS&next=%2Fsettings");
    const [kept] = cookiesOf(response)["gatehouse.form"]!;
    expect(kept!.attributes).toEqual(["HttpOnly", "Max-Age=60", "Path=/", "SameSite=Lax"]);
    expect(JSON.parse(Buffer.from(kept!.value, "base64url").toString())).toEqual({
      username: "ada@example.com",
      remember_me: "on",
    });
  });

  it("leads back with the field that is in error", async () => {
    const response = await postForm(inBrowser(api), LOGIN, { username: "", password: PASSWORD });
    expect(response.headers.get("location")).toBe("/login?code=VALIDATION_ERROR&field=username");
  });

  it("leads back with the seconds to wait after too many attempts", async () => {
    resetSettings({ RATE_LIMIT_AUTH_PER_MINUTE: "1" });
    const fields = { username: "ada", password: PASSWORD };
    await postForm(inBrowser(api), LOGIN, fields);
    const location = (await postForm(inBrowser(api), LOGIN, fields)).headers.get("location");
    expect(location).toMatch(/^\/login\?code=RATE_LIMIT_EXCEEDED&seconds=\d+$/);
  });

  it("is refused as it is where the form itself isn't right", async () => {
    const crossSite = await postForm(inBrowser(api), LOGIN, { username: "ada", password: PASSWORD });
    expect(crossSite.status).toBe(303);
    const headers = { origin: "https://evil.example", accept: "text/html" };
    const body = new URLSearchParams({ username: "ada", password: PASSWORD });
    await expect(await api.fetch(LOGIN, { method: "POST", body, headers })).toFailWith("CSRF_REJECTED");
    const twice = "username=ada&username=bob&password=x";
    const type = { "content-type": "application/x-www-form-urlencoded", accept: "text/html" };
    await expect(await api.fetch(LOGIN, { method: "POST", body: twice, headers: type })).toFailWith(
      "MALFORMED_REQUEST",
    );
  });
});

function fullWidth(text: string) {
  return text.replaceAll(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
