import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BRAND } from "@/brand";
import { database } from "@/db/pool";
import { findOrganization } from "@/domain/organization/organization";
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
  setUpOrganization,
} from "@/testing/factories";

const REGISTER = "/api/v1/auth/register";

const api = serveApi();
let count = 0;

beforeAll(useCheapHashing);
beforeEach(async () => {
  resetSettings();
  await setUpOrganization();
});

/** What somebody new hands in. */
function somebody(overrides: Record<string, unknown> = {}) {
  count++;
  return { email: `new${count}@example.com`, username: `new${count}`, password: PASSWORD, ...overrides };
}

function register(overrides: Record<string, unknown> = {}) {
  return api.fetch(REGISTER, { json: somebody(overrides) });
}

describe("201", () => {
  it("makes a user of the one organization, and signs them in", async () => {
    const given = somebody({ full_name: " Ada Lovelace ", time_zone: "Europe/London" });
    const response = await api.fetch(REGISTER, { json: given });
    expect(response.status).toBe(201);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(Object.keys(cookiesOf(response))).toEqual([
      "gatehouse.access",
      "gatehouse.refresh",
      "gatehouse.device",
    ]);
    const body = await response.json();
    expect(body).toEqual({
      user: {
        id: expect.any(String),
        email: given.email,
        username: given.username,
        full_name: "Ada Lovelace",
        role: "user",
        is_active: true,
        avatar_url: null,
        provider_id: await setUpOrganization(),
        locale: null,
        time_zone: "Europe/London",
        email_verified_at: null,
        created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        updated_at: body.user.created_at,
      },
      access_token: expect.any(String),
      refresh_token: expect.stringMatching(/^[0-9a-f]{128}$/),
      token_type: "bearer",
      expires_in: 900,
    });
    const me = await api.fetch("/api/v1/users/me", {
      headers: { authorization: `Bearer ${body.access_token}` },
    });
    expect(await me.json()).toEqual(body.user);
    expect(await actionsOf(body.user.id)).toEqual(["account.registered", "session.started"]);
    const login = await api.fetch("/api/v1/auth/login", { json: given });
    expect(login.status).toBe(200);
  });

  it("answers a browser without the refresh token", async () => {
    const response = await inBrowser(api)(REGISTER, { json: somebody() });
    expect(await response.json()).not.toHaveProperty("refresh_token");
    expect(cookiesOf(response)["gatehouse.refresh"]![0]!.value).toMatch(/^[0-9a-f]{128}$/);
  });

  it("does not take from anybody what isn't theirs to say", async () => {
    const greedy = {
      id: "00000000-0000-4000-8000-000000000000",
      role: "admin",
      is_active: false,
      provider_id: "00000000-0000-4000-8000-000000000000",
      email_verified_at: "2020-01-01T00:00:00Z",
      avatar_url: "https://evil.example/a.png",
      hashed_password: "x",
      deleted_at: "2020-01-01T00:00:00Z",
      max_chats: 999,
      locale: "ru",
      is_admin: true,
    };
    const { user } = await (await register(greedy)).json();
    expect(user).toMatchObject({ role: "user", is_active: true, email_verified_at: null, avatar_url: null });
    expect(user.id).not.toBe(greedy.id);
    const [row] = await database()`select * from users where id = ${user.id}`;
    expect(row).toMatchObject({ role: "user", is_active: true, deleted_at: null, max_chats: 10 });
    expect(row!.hashed_password).toMatch(/^\$argon2id\$/);
  });

  it.each([
    '"__proto__":{"role":"admin"}',
    '"constructor":{"prototype":{"role":"admin"}}',
    '"role":"user","role":"admin"',
  ])("makes a user of whoever adds %s", async (more) => {
    const body = JSON.stringify(somebody()).replace(/\}$/, `,${more}}`);
    const response = await api.fetch(REGISTER, {
      method: "POST",
      body,
      headers: { "content-type": "application/json" },
    });
    expect((await response.json()).user.role).toBe("user");
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  it("takes the last of two keys of one name, as JSON.parse does, and judges that one", async () => {
    const body = JSON.stringify(somebody()).replace(/\}$/, `,"password":"short"}`);
    const response = await api.fetch(REGISTER, {
      method: "POST",
      body,
      headers: { "content-type": "application/json" },
    });
    await expect(response).toFailWith("PASSWORD_TOO_SHORT");
  });

  it.each([
    "пароль на кириллице",
    "密码密码密码密码密",
    "🗝️🗝️🗝️🗝️🗝️ and a door",
    "    spaces around    ",
    "a\ttab and a\nnewline",
    `"quotes' and \\ back`,
    "é".repeat(128),
    "𝒜".repeat(128),
    `%00 + & = ;`,
  ])("takes any well-formed text as password, as it is: %j", async (password) => {
    const given = somebody({ password });
    expect((await api.fetch(REGISTER, { json: given })).status).toBe(201);
    const login = (typed: string) =>
      api.fetch("/api/v1/auth/login", { json: { email: given.email, password: typed } });
    expect((await login(password)).status).toBe(200);
    const trimmed = password.trim();
    if (trimmed !== password) await expect(await login(trimmed)).toFailWith("INVALID_CREDENTIALS");
    await expect(await login(password.slice(0, -2))).toFailWith("INVALID_CREDENTIALS");
  });

  it("makes a username of the email where none is given, and twenty at once of one local part have each their own", async () => {
    const name = `lantern.keeper${++count}`;
    const responses = await Promise.all(
      Array.from({ length: 20 }, (_, place) =>
        register({ email: `${name}@${place}.example.com`, username: undefined }),
      ),
    );
    const bodies = await Promise.all(responses.map((response) => response.json()));
    const names: string[] = bodies.map(({ user }) => user?.username);
    expect(names).toContain(name);
    expect(names.filter((each) => each !== name && !/^lantern\.keeper\d+-\d{3,6}$/.test(each))).toEqual([]);
    expect(new Set(names).size).toBe(20);
  });

  it("an empty full name is none", async () => {
    expect((await (await register({ full_name: "  " })).json()).user.full_name).toBeNull();
  });
});

describe("409", () => {
  it("EMAIL_ALREADY_EXISTS, also for other letters, and for an account that was deleted", async () => {
    const { email } = await createUser();
    for (const typed of [email, email.toUpperCase(), ` ${email} `, email.replace("@", "＠")]) {
      await expect(await register({ email: typed })).toFailWith("EMAIL_ALREADY_EXISTS", { field: "email" });
    }
    const gone = await createUser({ deletedAt: new Date() });
    await expect(await register({ email: gone.email })).toFailWith("EMAIL_ALREADY_EXISTS");
  });

  it.each([
    ["the Kelvin sign", "\u212Aelvin@example.com", "kelvin@example.com"],
    ["full-width letters", "ｋｅｌｖｉｎ@example.com", "kelvin@example.com"],
    ["mathematical letters", "𝓀elvin@example.com", "kelvin@example.com"],
  ])("EMAIL_ALREADY_EXISTS for %s: one identity", async (_, typed, meant) => {
    await register({ email: meant });
    await expect(await register({ email: typed })).toFailWith("EMAIL_ALREADY_EXISTS");
  });

  it("USERNAME_ALREADY_EXISTS, also in other letters", async () => {
    const { username } = await createUser();
    for (const typed of [username, username.toUpperCase()]) {
      await expect(await register({ username: typed })).toFailWith("USERNAME_ALREADY_EXISTS", {
        field: "username",
      });
    }
  });

  it("twenty registrations of one email: one 201, nineteen 409, one user with one session", async () => {
    const { email } = somebody();
    const responses = await Promise.all(Array.from({ length: 20 }, () => register({ email })));
    const statuses = responses.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array(19).fill(409)]);
    const losers = responses.filter(({ status }) => status === 409);
    for (const loser of losers) await expect(loser).toFailWith("EMAIL_ALREADY_EXISTS");
    const users = await database()`select id from users where email = ${email}`;
    expect(users).toHaveLength(1);
    expect(await countLiveSessions(users[0]!.id)).toBe(1);
    expect(await actionsOf(users[0]!.id)).toEqual(["account.registered", "session.started"]);
  });

  it("SETUP_REQUIRED before the setup", async () => {
    await forgetEverything();
    await expect(await register()).toFailWith("SETUP_REQUIRED");
    expect(await database()`select id from users`).toHaveLength(0);
  });
});

describe("403 REGISTRATION_CLOSED", () => {
  it("by the setting as first value", async () => {
    await database()`delete from system_config where key = 'organization'`;
    resetSettings({ REGISTRATION: "closed" });
    await expect(await register()).toFailWith("REGISTRATION_CLOSED");
  });

  it("by what an administrator has set, whatever the setting says", async () => {
    await setUpOrganization({ registration: "closed" });
    await expect(await register()).toFailWith("REGISTRATION_CLOSED");
    await setUpOrganization({ registration: "open" });
    resetSettings({ REGISTRATION: "closed" });
    expect((await register()).status).toBe(201);
  });
});

describe("422", () => {
  it.each([
    "",
    "plain",
    "@example.com",
    "ada@",
    "ada@@example.com",
    "ada@example",
    "a da@example.com",
    "ada@exam ple.com",
    "ada@.example.com",
    ".ada@example.com",
    "ada\u200b@example.com",
    "ada\u00ad@example.com",
    "ada\u202e@example.com",
    "ada\0@example.com",
    "ada\n@example.com",
    "ada@example.com\ud800",
    "аda@example.com",
    "ada@exаmple.com",
    "ada@example.com, eve@example.com",
    "Ada <ada@example.com>",
    `${"a".repeat(250)}@example.com`,
    `${"a".repeat(65)}@example.com`,
    "a".repeat(60_000),
  ])("INVALID_EMAIL: %j", async (email) => {
    await expect(await register({ email })).toFailWith("INVALID_EMAIL", { field: "email" });
  });

  it("takes an email of 255 characters and none of 256", async () => {
    const ofLength = (length: number) => {
      const labels = `${"d".repeat(63)}.`.repeat(3);
      return `${"a".repeat(length - labels.length - 4)}@${labels}com`;
    };
    expect((await register({ email: ofLength(255) })).status).toBe(201);
    await expect(await register({ email: ofLength(256) })).toFailWith("INVALID_EMAIL");
  });

  it.each([
    "",
    "ab",
    "a".repeat(51),
    "with space",
    "ada@home",
    "ада",
    "\u212Aelvin",
    "ａｄａ",
    "ad\u200ba",
    "ada\n",
    "ada\0",
    "ada/..",
    "ada\ud800",
  ])("INVALID_USERNAME: %j", async (username) => {
    await expect(await register({ username })).toFailWith("INVALID_USERNAME", { field: "username" });
  });

  it.each(["abc", "a".repeat(50), "A.b-c_9", "___"])("takes the username %j", async (username) => {
    expect((await register({ username })).status).toBe(201);
  });

  it.each([
    ["PASSWORD_TOO_SHORT", "7 chars"],
    ["PASSWORD_TOO_SHORT", "🗝️🗝️🗝️"],
    ["PASSWORD_TOO_SHORT", ""],
    ["PASSWORD_TOO_LONG", "x1".repeat(65)],
    ["PASSWORD_TOO_LONG", "𝒜".repeat(129)],
    ["PASSWORD_TOO_LONG", "x".repeat(60_000)],
    ["PASSWORD_TOO_COMMON", "password123"],
    ["PASSWORD_TOO_COMMON", "PassWord123"],
    ["PASSWORD_TOO_COMMON", "ｐassword123"],
    ["PASSWORD_TOO_COMMON", `${BRAND.name}2026!`],
    ["PASSWORD_TOO_COMMON", "1qaz2wsx!"],
    ["PASSWORD_TOO_COMMON", "йцукенгш"],
    ["PASSWORD_TOO_COMMON", "         "],
    ["VALIDATION_ERROR", "nul\0 in the middle"],
    ["VALIDATION_ERROR", "lone \ud83d surrogate"],
  ] as const)("%s: %j", async (code, password) => {
    await expect(await register({ password })).toFailWith(code, { field: "password" });
  });

  it("PASSWORD_TOO_COMMON for one's own email, its first half, and one's own username", async () => {
    const own = { email: "grace.hopper@example.com", username: "cobol-pioneer" };
    for (const password of [
      "grace.hopper@example.com",
      "Grace.Hopper@Example.com",
      "GRACE.HOPPER",
      "Cobol-Pioneer",
    ]) {
      await expect(await register({ ...own, password })).toFailWith("PASSWORD_TOO_COMMON", {
        field: "password",
      });
    }
  });

  it("PASSWORD_TOO_COMMON for these names, the full one and the organization's, with years and signs", async () => {
    const own = { email: "grace.hopper@example.com", username: "cobol-pioneer", full_name: "Grace Brewster" };
    const organization = (await findOrganization())?.organization_name ?? "";
    for (const password of ["Hopper1906!", "brewster_grace", "C0b0l-P1oneer", `${organization} 2026!`]) {
      await expect(await register({ ...own, password }), password).toFailWith("PASSWORD_TOO_COMMON", {
        field: "password",
      });
    }
  });

  it("says the length that is asked for", async () => {
    resetSettings({ PASSWORD_MIN_LENGTH: "12" });
    const response = await register({ password: "eleven long" });
    await expect(response).toFailWith("PASSWORD_TOO_SHORT");
    expect((await response.json()).detail).toBe("The password needs at least 12 characters.");
  });

  it.each([
    ["full_name", "n".repeat(256)],
    ["full_name", "nul\0"],
    ["full_name", "two\nlines"],
    ["full_name", "\udc00"],
    ["full_name", { first: "Ada" }],
    ["time_zone", "Mars/Olympus"],
    ["time_zone", "+03:00"],
    ["time_zone", "Europe/London; drop table users"],
    ["time_zone", ""],
    ["time_zone", null],
    ["email", null],
    ["email", 42],
    ["email", ["a@example.com"]],
    ["email", { $ne: "" }],
    ["username", 12345],
    ["username", { toString: "ada" }],
    ["password", 1234567890],
    ["password", { length: 12 }],
    ["password", ["a lantern on the quay"]],
  ])("VALIDATION_ERROR on %s: %j", async (field, value) => {
    await expect(await register({ [field]: value })).toFailWith("VALIDATION_ERROR", { field });
  });

  it("names all problems, the first also on top", async () => {
    const response = await api.fetch(REGISTER, {
      json: { email: "nowhere", username: "?", password: "short" },
    });
    expect(await response.json()).toMatchObject({
      code: "INVALID_EMAIL",
      field: "email",
      errors: [
        { field: "email", code: "INVALID_EMAIL" },
        { field: "username", code: "INVALID_USERNAME" },
        {
          field: "password",
          code: "PASSWORD_TOO_SHORT",
          detail: "The password needs at least 8 characters.",
        },
      ],
    });
  });

  it("says nothing of what was typed", async () => {
    const typed = "s3cr3t\0 that nobody else may see";
    const text = await (await register({ password: typed, username: "<script>" })).text();
    expect(text).not.toContain("s3cr3t");
    expect(text).not.toContain("script");
  });
});

describe("the form of the registration page, without JavaScript", () => {
  const form = (overrides: Record<string, string> = {}) => {
    const { email, username } = somebody();
    return {
      email,
      username,
      password: PASSWORD,
      password_confirmation: PASSWORD,
      full_name: "",
      next: "/",
      ...overrides,
    };
  };

  it("makes the account, sets the cookies and leads on", async () => {
    const response = await postForm(inBrowser(api), REGISTER, form({ next: "/welcome" }));
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/welcome");
    expect(Object.keys(cookiesOf(response)).sort()).toEqual([
      "gatehouse.access",
      "gatehouse.device",
      "gatehouse.form",
      "gatehouse.refresh",
      "last_way",
    ]);
  });

  it("is as good without the repetition, which is asked for only where the password can't be shown", async () => {
    const { password_confirmation: _, ...fields } = form({ username: "" });
    const response = await postForm(inBrowser(api), REGISTER, fields);
    expect([response.status, response.headers.get("location")]).toEqual([303, "/"]);
  });

  it.each([
    ["code=PASSWORD_TOO_SHORT&field=password&min=8", { password: "short", password_confirmation: "short" }],
    ["code=VALIDATION_ERROR&field=password_confirmation", { password_confirmation: "another one" }],
    ["code=INVALID_EMAIL&field=email", { email: "nowhere" }],
  ])("leads back with %s", async (query, overrides: Record<string, string>) => {
    const typed = form({ full_name: "Ada", ...overrides });
    const response = await postForm(inBrowser(api), REGISTER, typed);
    expect(response.headers.get("location")).toBe(`/register?${query}`);
    const { email, username, full_name } = typed;
    const [kept] = cookiesOf(response)["gatehouse.form"]!;
    const value = Buffer.from(kept!.value, "base64url").toString();
    expect(JSON.parse(value)).toEqual({ email, username, full_name });
    expect(value).not.toContain(typed.password);
  });

  it("leads back when the name is taken or the door is closed", async () => {
    const { email } = await createUser();
    const taken = await postForm(inBrowser(api), REGISTER, form({ email }));
    expect(taken.headers.get("location")).toBe("/register?code=EMAIL_ALREADY_EXISTS&field=email");
    await setUpOrganization({ registration: "closed" });
    const closed = await postForm(inBrowser(api), REGISTER, form());
    expect(closed.headers.get("location")).toBe("/register?code=REGISTRATION_CLOSED");
  });

  it("keeps no more than a cookie can hold", async () => {
    const response = await postForm(inBrowser(api), REGISTER, form({ email: "x".repeat(5000) }));
    expect(response.headers.get("location")).toBe("/register?code=INVALID_EMAIL&field=email");
    expect(response.headers.getSetCookie()).toEqual([]);
  });
});
