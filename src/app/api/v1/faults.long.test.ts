import { setTimeout as sleep } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type ApiProcess, startApiProcess } from "@/testing/api-processes";
import type { FetchInit } from "@/testing/node-http";
import { slowness } from "@/testing/servers/slowness.mjs";
import { startTcpProxy, type TcpProxy } from "@/testing/tcp-proxy";
import { makePostgres, type ThrowawayPostgres } from "@/testing/throwaway-postgres";

// One instance, a Postgres of its own, and a wire between them that can be held and cut. The slowest file of the unit run.

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const IN_TIME_MS = 5_000;
const PASSWORD = "a lantern on the quay";

const SETTINGS = {
  RATE_LIMIT_AUTH_PER_MINUTE: "1000000",
  MAX_SESSIONS_PER_USER: "0", // those who sign in without pause would end the session of those who read
};
const SETUP = {
  json: { organization_name: "Example Ltd", admin_email: "ada@example.com", admin_password: PASSWORD },
};

let server: ThrowawayPostgres;
let proxy: TcpProxy;
let api: ApiProcess;
let sql: Sql;

beforeAll(async () => {
  server = await makePostgres();
  proxy = await startTcpProxy(server.url);
  sql = postgres(server.url, { max: 3, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end({ timeout: 1 });
  await proxy.close();
  await server.remove();
});

type Answer = { status: number; code?: string; ms: number; body: Record<string, string> };

/** Every request of every test: answered in time, by success or by 503, in the one shape. */
async function ask(path: string, init: FetchInit = {}): Promise<Answer> {
  const started = performance.now();
  const response = await api.fetch(path, { ...init, signal: AbortSignal.timeout(20_000) }).catch((error) => {
    throw api.process.exitCode === null ? error : new Error(`It has ended: ${api.output().slice(-2_000)}`);
  });
  const text = await response.text();
  const ms = inTime(performance.now() - started);
  const body = text.startsWith("{") ? JSON.parse(text) : {};
  expect(ms, `${path} → ${response.status}`).toBeLessThan(IN_TIME_MS + 500);
  expect(response.headers.get("x-trace-id")).toMatch(/^[0-9a-f]{32}$/);
  if (response.status === 503) {
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(text).not.toMatch(/postgres|ECONN|select |127\.0\.0\.1|stack/i);
  }
  return { status: response.status, code: body.code, ms, body };
}

/** What is late is late by the time of a machine that has nothing else to do: how slow this one is is looked at now and then. */
function inTime(ms: number) {
  return ms < IN_TIME_MS ? ms : ms / Math.max(slowest, slowness());
}

let slowest = 1;
const watch = setInterval(() => {
  slowest = Math.max(slowest, slowness());
}, 500);
beforeEach(() => {
  slowest = 1;
});
afterAll(() => clearInterval(watch));

let count = 0;

function register() {
  count++;
  const json = { email: `p${count}@example.com`, username: `person${count}`, password: PASSWORD };
  return ask("/api/v1/auth/register", { json });
}

function login(email: string) {
  return ask("/api/v1/auth/login", { json: { email, password: PASSWORD } });
}

function renew(refresh_token: string) {
  return ask("/api/v1/auth/refresh", { json: { refresh_token } });
}

function me(token: string) {
  return ask("/api/v1/auth/me", { headers: { authorization: `Bearer ${token}` } });
}

async function msUntilItWorks(work: () => Promise<Answer>) {
  const started = performance.now();
  while ((await work()).status >= 500) {
    if (performance.now() - started > 15_000) break;
    await sleep(50);
  }
  return inTime(performance.now() - started);
}

describe("with Postgres down at boot", () => {
  afterAll(() => api.process.kill("SIGKILL"));

  it("the process comes up and says so; it does its work within 5 s of the database's return", async () => {
    const url = await copyOf(server.url);
    await server.stop();
    const started = performance.now();
    api = await startApiProcess({ ...SETTINGS, DATABASE_URL: proxy.urlOf(url) });
    expect((performance.now() - started) / slowness()).toBeLessThan(30_000);
    expect(await ask("/live")).toMatchObject({ status: 200, body: { status: "ok" } });
    expect(await ask("/api/v1/health")).toMatchObject({ status: 200 });
    expect(await ask("/ready")).toMatchObject({
      status: 503,
      body: { status: "unavailable", checks: { database: "unavailable", migrations: "unavailable" } },
    });
    expect(await login("ada@example.com")).toMatchObject({ status: 503, code: "SERVICE_UNAVAILABLE" });
    expect(await register()).toMatchObject({ status: 503, code: "SERVICE_UNAVAILABLE" });
    expect(await ask("/api/v1/setup/status")).toMatchObject({ status: 503 });
    // What needs no database is judged without it.
    expect(await me("nonsense")).toMatchObject({ status: 401, code: "INVALID_TOKEN" });
    expect(await renew("nonsense")).toMatchObject({ status: 401, code: "INVALID_REFRESH_TOKEN" });

    await server.start();
    expect(await msUntilItWorks(() => ask("/api/v1/setup/status"))).toBeLessThan(IN_TIME_MS);
    expect(await ask("/ready")).toMatchObject({ status: 200, body: { status: "ok" } });
    expect((await ask("/api/v1/setup/initialize", SETUP)).status).toBe(201);
  });
});

/** A database beside it that is the same so far. */
async function copyOf(databaseUrl: string) {
  await sql.end();
  const url = new URL(databaseUrl);
  const name = url.pathname.slice(1);
  url.pathname = "/postgres";
  const admin = postgres(url.href, { max: 1 });
  await admin.unsafe(`create database ${name}_copy template ${name}`);
  await admin.end();
  sql = postgres(databaseUrl, { max: 3, onnotice: () => {} });
  url.pathname = `/${name}_copy`;
  return url.href;
}

describe("afterwards", () => {
  let person: { email: string; access: string; refresh: string };

  beforeAll(async () => {
    api = await startApiProcess({ ...SETTINGS, DATABASE_URL: proxy.urlOf(server.url) });
    expect((await ask("/api/v1/setup/initialize", SETUP)).status).toBe(201);
  });
  afterAll(() => api.process.kill("SIGKILL"));

  beforeEach(async () => {
    const { body } = await register();
    const { email } = body.user as unknown as { email: string };
    person = { email, access: body.access_token!, refresh: body.refresh_token! };
  });

  afterEach(async () => {
    proxy.goOn();
    expect(await msUntilItWorks(() => me(person.access))).toBeLessThan(IN_TIME_MS);
    expect(api.process.exitCode).toBeNull();
    expect(/.*(?:uncaught|unhandled|unforeseen).*/i.exec(api.output())?.[0].slice(0, 2_000)).toBeUndefined();
    await expect
      .poll(() => sql`select pid from pg_stat_activity where state like 'idle in transaction%'`)
      .toEqual([]);
    // No half transaction: each session has its event, each user theirs.
    const [halves] = await sql`
      select
        (select count(*)::int from sessions s where not exists (
          select 1 from audit_events e where e.session_id = s.id and e.action = 'session.started')) as sessions,
        (select count(*)::int from users u where not exists (
          select 1 from sessions s where s.user_id = u.id)) as users,
        (select count(*)::int from audit_events e where e.action = 'session.started' and not exists (
          select 1 from sessions s where s.id = e.session_id)) as events
    `;
    expect(halves).toEqual({ sessions: 0, users: 0, events: 0 });
  });

  /** People who sign in, register, renew and read without pause, until they are told to stop. */
  function load() {
    const answers: Answer[] = [];
    const registered: string[] = [];
    let over = false;
    const keep = async (work: () => Promise<Answer>) => {
      while (!over) answers.push(await work());
    };
    let token = person.refresh;
    const all = Promise.all([
      keep(() => me(person.access)),
      keep(() => me(person.access)),
      keep(() => login(person.email)),
      keep(async () => {
        const answer = await register();
        if (answer.status === 201) registered.push((answer.body.user as unknown as { id: string }).id);
        return answer;
      }),
      keep(async () => {
        const answer = await renew(token);
        // Without an answer the old one is good still: it is sent again.
        if (answer.status === 200) token = answer.body.refresh_token!;
        return answer;
      }),
    ]);
    return async () => {
      over = true;
      await all;
      return { answers, registered, token };
    };
  }

  async function expectNothingLost({
    answers,
    registered,
    token,
  }: Awaited<ReturnType<ReturnType<typeof load>>>) {
    const statuses = new Set(answers.map(({ status }) => status));
    // 409: the registration was committed though its answer was lost, and nobody tried again with the same name.
    for (const status of statuses) expect([200, 201, 503]).toContain(status);
    expect(statuses).toContain(200);
    const kept = await sql`select id from users where id = any(${registered})`;
    expect(kept).toHaveLength(registered.length);
    expect((await renew(token)).status).toBe(200);
  }

  it("a restart under load: every request is answered in time, and nothing that was acknowledged is lost", async () => {
    const stop = load();
    for (let round = 0; round < 2; round++) {
      await sleep(700);
      await server.stop();
      await sleep(300);
      await server.start();
    }
    expect(await msUntilItWorks(() => me(person.access))).toBeLessThan(IN_TIME_MS);
    await sleep(300);
    await expectNothingLost(await stop());
  });

  it("a crash under load: the same", async () => {
    const stop = load();
    await sleep(700);
    await server.crash();
    await server.start();
    expect(await msUntilItWorks(() => me(person.access))).toBeLessThan(IN_TIME_MS);
    await sleep(300);
    await expectNothingLost(await stop());
  });

  it("backends that are killed in the middle of it: the same", async () => {
    const stop = load();
    for (let round = 0; round < 25; round++) {
      await sleep(40);
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'gatehouse'`;
    }
    await sleep(300);
    await expectNothingLost(await stop());
  });

  it("connections that are cut in the middle of it: the same", async () => {
    const stop = load();
    for (let round = 0; round < 25; round++) {
      await sleep(40);
      proxy.reset();
    }
    await sleep(300);
    await expectNothingLost(await stop());
  });

  it("a wire that stands still: 503 in time, also when asked if ready, and work again when it goes on", async () => {
    proxy.stall();
    const answers = await Promise.all([
      ...Array.from({ length: 20 }, () => me(person.access)),
      ...Array.from({ length: 5 }, () => login(person.email)),
      renew(person.refresh),
      register(),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
    expect(await ask("/live")).toMatchObject({ status: 200 });
    expect(await ask("/ready")).toMatchObject({ status: 503, body: { checks: { database: "unavailable" } } });
    proxy.goOn();
    expect(await msUntilItWorks(() => me(person.access))).toBeLessThan(IN_TIME_MS);
    expect((await renew(person.refresh)).status).toBe(200);
  });

  it("connections that fell silent for ever, as after a failover: new ones are made", async () => {
    await Promise.all(Array.from({ length: 20 }, () => me(person.access)));
    proxy.abandon();
    // The first one finds out; on a busy machine the second one may still wait with it.
    expect((await me(person.access)).status).toBe(503);
    expect(await msUntilItWorks(() => me(person.access))).toBeLessThan(IN_TIME_MS);
    const answers = await Promise.all(Array.from({ length: 20 }, () => me(person.access)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it("a lock that somebody holds: 503 in time for who needs it, and nobody else waits", async () => {
    const blocker = postgres(server.url, { max: 1 });
    await blocker.unsafe("begin; lock table attempt_counters, audit_events");
    const logins = Promise.all(Array.from({ length: 10 }, () => login(person.email)));
    await sleep(200);
    expect(new Set((await logins).map(({ status }) => status))).toEqual(new Set([503]));
    await blocker.unsafe("commit");
    await blocker.end();
    expect((await login(person.email)).status).toBe(200);
  });

  it("a full pool of slow work: 503 in time, and work again when it is over", async () => {
    const blocker = postgres(server.url, { max: 1 });
    await blocker.unsafe("begin; lock table sessions");
    const answers = await Promise.all(Array.from({ length: 40 }, () => me(person.access)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
    await blocker.unsafe("commit");
    await blocker.end();
    expect(await msUntilItWorks(() => me(person.access))).toBeLessThan(IN_TIME_MS);
  });

  it.each([
    ["a full disk", "53100"],
    ["no memory", "53200"],
    ["a standby that takes no writes", "25006"],
    ["a deadlock", "40P01"],
  ])("%s: 503 and nothing half-done", async (_, code) => {
    await sql.unsafe(`
      create function fail() returns trigger language plpgsql as
        $$ begin raise exception 'told to fail' using errcode = '${code}'; end $$;
      create trigger fail before insert on audit_events execute function fail();
    `);
    try {
      expect((await register()).status).toBe(503);
      expect((await login(person.email)).status).toBe(503);
      expect((await me(person.access)).status).toBe(200);
      expect((await renew(person.refresh)).status).toBe(200);
    } finally {
      await sql.unsafe("drop trigger fail on audit_events; drop function fail()");
    }
  });

  it("no connection left for us: 503 in time, and work again when there is", async () => {
    const greedy = postgres(server.url, { max: 40 });
    proxy.reset();
    const held = Promise.allSettled(Array.from({ length: 40 }, () => greedy`select pg_sleep(1.5)`));
    await sleep(300);
    const answers = await Promise.all(Array.from({ length: 10 }, () => me(person.access)));
    for (const { status } of answers) expect([200, 503]).toContain(status);
    await held;
    await greedy.end();
  });
});
