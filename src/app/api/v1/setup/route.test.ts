import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { makeFirstSetupToken, replaceSetupToken } from "@/domain/setup/setup-token";
import { isLoopbackInstallation } from "@/http/loopback";
import { setGuarded } from "@/lib/guarded.mjs";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { cookiesOf, inBrowser } from "@/testing/callers";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { forgetEverything, PASSWORD } from "@/testing/factories";

const BEHIND_PROXY = { TRUSTED_PROXY_HOPS: "1" };
const STATUS = "/api/v1/setup/status";
const INITIALIZE = "/api/v1/setup/initialize";
const GIVEN = {
  organization_name: "Example Ltd",
  admin_email: "grace@example.com",
  admin_password: PASSWORD,
};

const api = serveApi();

beforeAll(useCheapHashing);
beforeEach(async () => {
  resetSettings();
  await forgetEverything();
});

function initialize(overrides: object = {}) {
  return api.fetch(INITIALIZE, { json: { ...GIVEN, ...overrides } });
}

async function counts() {
  const [row] = await database()`
    select (select count(*)::int from users) as users, (select count(*)::int from providers) as providers,
      (select count(*)::int from sessions) as sessions, (select count(*)::int from audit_events) as events,
      (select count(*)::int from system_config) as config
  `;
  return row;
}

const NOTHING = { users: 0, providers: 0, sessions: 0, events: 0, config: 0 };

describe("GET status", () => {
  it("says whether it is done and whether a token is asked for", async () => {
    expect(await (await api.fetch(STATUS)).json()).toEqual({ is_complete: false, requires_token: false });
    resetSettings(BEHIND_PROXY);
    expect(await (await api.fetch(STATUS)).json()).toEqual({ is_complete: false, requires_token: true });
    resetSettings();
    await initialize();
    resetSettings(BEHIND_PROXY);
    expect(await (await api.fetch(STATUS)).json()).toEqual({ is_complete: true, requires_token: false });
  });
});

describe("201", () => {
  it("makes the organization and its administrator, and signs them in", async () => {
    const response = await initialize({ admin_username: "grace", admin_full_name: "Grace Hopper" });
    expect(response.status).toBe(201);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const body = await response.json();
    expect(body).toEqual({
      user: expect.objectContaining({
        email: GIVEN.admin_email,
        username: "grace",
        full_name: "Grace Hopper",
        role: "admin",
        provider_id: body.provider.id,
      }),
      provider: {
        id: expect.any(String),
        name: "Example Ltd",
        created_at: expect.stringMatching(/Z$/),
        updated_at: expect.stringMatching(/Z$/),
      },
      access_token: expect.any(String),
      refresh_token: expect.stringMatching(/^[0-9a-f]{128}$/),
      token_type: "bearer",
      expires_in: 900,
    });
    expect(Object.keys(cookiesOf(response))).toEqual([
      "gatehouse.access",
      "gatehouse.refresh",
      "gatehouse.device",
    ]);
    const me = await api.fetch("/api/v1/auth/me", {
      headers: { authorization: `Bearer ${body.access_token}` },
    });
    expect((await me.json()).role).toBe("admin");
    const events = await database()`select action, actor_id from audit_events order by id`;
    expect(events).toMatchObject([
      { action: "setup.completed", actor_id: body.user.id },
      { action: "session.started", actor_id: body.user.id },
    ]);
    const config = await database()`select key, value from system_config order by key`;
    expect(config).toMatchObject([
      { key: "isolation", value: { strategy: "one-organization", row_level_security: false } },
      { key: "organization", value: { registration: "open" } },
      { key: "setup", value: { completed_at: expect.any(String) } },
    ]);
  });

  it("hides the refresh token from a browser", async () => {
    const body = await (await inBrowser(api)(INITIALIZE, { json: GIVEN })).json();
    expect(body).not.toHaveProperty("refresh_token");
  });

  it("takes the first value of REGISTRATION along", async () => {
    resetSettings({ REGISTRATION: "closed" });
    await initialize();
    const newcomer = { email: "new@example.com", username: "new", password: PASSWORD };
    resetSettings({ REGISTRATION: "open" });
    await expect(await api.fetch("/api/v1/auth/register", { json: newcomer })).toFailWith(
      "REGISTRATION_CLOSED",
    );
  });

  it.each([
    ["grace@example.com", "grace"],
    ["Grace.Hopper@example.com", "grace.hopper"],
    ["g+tag@example.com", "gtag"],
    ["g@example.com", "gadmin"],
    ["o'hara@example.com", "ohara"],
    [`${"g".repeat(60)}@example.com`, "g".repeat(50)],
  ])("makes a username of %s where none is given: %s", async (admin_email, username) => {
    expect((await (await initialize({ admin_email })).json()).user.username).toBe(username);
  });
});

describe("409 SETUP_ALREADY_COMPLETED", () => {
  it("twenty at once: one 201, nineteen 409, nothing twice", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => initialize({ admin_email: `admin${n}@example.com` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(409)]);
    for (const answer of answers.filter(({ status }) => status === 409)) {
      await expect(answer).toFailWith("SETUP_ALREADY_COMPLETED");
    }
    expect(await counts()).toEqual({ users: 1, providers: 1, sessions: 1, events: 2, config: 3 });
  });

  it("twenty at once with one email are no different", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => initialize()));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(409)]);
    for (const answer of answers.filter(({ status }) => status === 409)) {
      await expect(answer).toFailWith("SETUP_ALREADY_COMPLETED");
    }
  });

  it("comes before the token is looked at", async () => {
    await initialize();
    resetSettings({ ...BEHIND_PROXY, SETUP_TOKEN: "0123456789abcdef" });
    await expect(await initialize({ setup_token: "wrong" })).toFailWith("SETUP_ALREADY_COMPLETED");
  });
});

describe("all or nothing", () => {
  it("a failure in the middle leaves nothing half-done, and the setup can be done again", async () => {
    const sql = database();
    await sql`create function fail() returns trigger language plpgsql as $$ begin raise exception 'crash'; end $$`;
    await sql`create trigger fail before insert on audit_events execute function fail()`;
    try {
      await expect(await initialize()).toFailWith("INTERNAL_ERROR");
      expect(await counts()).toEqual(NOTHING);
    } finally {
      await sql`drop trigger fail on audit_events`;
      await sql`drop function fail()`;
    }
    expect((await initialize()).status).toBe(201);
  });
});

describe("403 INVALID_SETUP_TOKEN", () => {
  it("where the server is reachable from elsewhere: the token that was made at boot, once", async () => {
    resetSettings(BEHIND_PROXY);
    await expect(await initialize()).toFailWith("INVALID_SETUP_TOKEN", { field: "setup_token" });
    const made = await Promise.all(Array.from({ length: 5 }, () => makeFirstSetupToken()));
    const [token, ...others] = made.filter((each) => each !== null);
    expect(others).toEqual([]);
    const [kept] = await database()`select value from system_config where key = 'setup_token'`;
    expect(JSON.stringify(kept)).not.toContain(token);
    for (const setup_token of ["", "wrong", token!.toUpperCase(), `${token} `, token!.slice(1)]) {
      await expect(await initialize({ setup_token })).toFailWith("INVALID_SETUP_TOKEN");
    }
    expect((await initialize({ setup_token: token })).status).toBe(201);
    expect(await database()`select key from system_config where key = 'setup_token'`).toHaveLength(0);
    expect(await makeFirstSetupToken()).toBeNull();
  });

  it("another token can be made in place of one that was lost", async () => {
    resetSettings(BEHIND_PROXY);
    const lost = await makeFirstSetupToken();
    const token = await replaceSetupToken();
    await expect(await initialize({ setup_token: lost })).toFailWith("INVALID_SETUP_TOKEN");
    expect((await initialize({ setup_token: token })).status).toBe(201);
  });

  it.each(["127.0.0.1", "0.0.0.0", "::"])(
    "a person at this machine needs none, wherever the server listens: HOST %s",
    async (HOST) => {
      resetSettings({ HOST });
      expect((await initialize()).status).toBe(201);
    },
  );

  it.each([
    ["the address is a public one", { APP_URL: "https://id.example.com" }, {}],
    ["a proxy is trusted", { TRUSTED_PROXY_HOPS: "1" }, { "x-forwarded-for": "203.0.113.9" }],
    ["a proxy is trusted and says nothing", { TRUSTED_PROXY_HOPS: "1" }, {}],
    ["a proxy hands it on untrusted", {}, { "x-forwarded-for": "127.0.0.1" }],
    ["a tunnel hands it on", {}, { "cf-connecting-ip": "203.0.113.9" }],
    ["a tunnel says it in words of its own", {}, { "x-original-host": "demo.ngrok.example" }],
    ["a proxy names itself", {}, { via: "1.1 edge" }],
    ["it claims to come from here", { TRUSTED_PROXY_HOPS: "1" }, { "x-gatehouse-local": "1" }],
  ])("is what a visitor gets where %s", async (_where, settings, headers) => {
    resetSettings(settings);
    const asked = await api.fetch(STATUS, { headers });
    expect(await asked.json()).toEqual({ is_complete: false, requires_token: true });
    await expect(api.fetch(INITIALIZE, { json: GIVEN, headers })).resolves.toFailWith("INVALID_SETUP_TOKEN");
    const setup_token = await makeFirstSetupToken();
    const withToken = await api.fetch(INITIALIZE, { json: { ...GIVEN, setup_token }, headers });
    expect(withToken.status).toBe(201);
  });

  it("is what everybody gets where no guard stands in front, whatever they say of themselves", async () => {
    setGuarded(false);
    try {
      await expect(await initialize()).toFailWith("INVALID_SETUP_TOKEN");
      const headers = { "x-gatehouse-local": "1" };
      expect(isLoopbackInstallation(new Headers(headers))).toBe(false);
    } finally {
      setGuarded(true);
    }
  });

  it("SETUP_TOKEN is asked for wherever the server listens", async () => {
    resetSettings({ SETUP_TOKEN: "0123456789abcdef" });
    expect(await makeFirstSetupToken()).toBeNull();
    expect((await (await api.fetch(STATUS)).json()).requires_token).toBe(true);
    await expect(await initialize()).toFailWith("INVALID_SETUP_TOKEN");
    expect((await initialize({ setup_token: "0123456789abcdef" })).status).toBe(201);
  });
});

describe("422", () => {
  it.each([
    ["VALIDATION_ERROR", "organization_name", ""],
    ["VALIDATION_ERROR", "organization_name", "   "],
    ["VALIDATION_ERROR", "organization_name", "x".repeat(256)],
    ["VALIDATION_ERROR", "organization_name", "nul\0"],
    ["VALIDATION_ERROR", "organization_name", 7],
    ["VALIDATION_ERROR", "organization_name", undefined],
    ["INVALID_EMAIL", "admin_email", "grace"],
    ["VALIDATION_ERROR", "admin_email", undefined],
    ["PASSWORD_TOO_SHORT", "admin_password", "short"],
    ["PASSWORD_TOO_LONG", "admin_password", "x1".repeat(65)],
    ["PASSWORD_TOO_COMMON", "admin_password", "password123"],
    ["PASSWORD_TOO_COMMON", "admin_password", "Grace@Example.com"],
    ["PASSWORD_TOO_COMMON", "admin_password", "ExampleLtd2026"],
    ["INVALID_USERNAME", "admin_username", "no good"],
    ["VALIDATION_ERROR", "admin_full_name", "\0"],
    ["VALIDATION_ERROR", "setup_token", 5],
  ] as const)("%s on %s: %j", async (code, field, value) => {
    await expect(await initialize({ [field]: value })).toFailWith(code, { field });
    expect(await counts()).toEqual(NOTHING);
  });

  it("PASSWORD_TOO_COMMON also for the username that will be made of the email", async () => {
    await expect(
      await initialize({ admin_email: "grace.hopper@example.com", admin_password: "Grace.Hopper" }),
    ).toFailWith("PASSWORD_TOO_COMMON");
  });
});

describe("429 RATE_LIMIT_EXCEEDED", () => {
  it("after five tries of the token in a minute", async () => {
    resetSettings({ RATE_LIMIT_AUTH_PER_MINUTE: "5", SETUP_TOKEN: "0123456789abcdef" });
    for (let n = 0; n < 5; n++) {
      await expect(await initialize({ setup_token: `guess ${n}` })).toFailWith("INVALID_SETUP_TOKEN");
    }
    await expect(await initialize({ setup_token: "0123456789abcdef" })).toFailWith("RATE_LIMIT_EXCEEDED");
  });
});
