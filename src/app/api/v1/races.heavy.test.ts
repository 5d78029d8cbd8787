import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "@/db/pool";
import { deriveRefreshToken } from "@/domain/sessions/refresh-token";
import { startTwoInstances } from "@/testing/api-processes";
import { useCheapHashing } from "@/testing/cheap-hashing";
import {
  actionsOf,
  countLiveSessions,
  createUser,
  forgetEverything,
  PASSWORD,
  setUpOrganization,
  startSession,
  type TestUser,
} from "@/testing/factories";

// Two instances on one database, and everybody at once.

const ROUNDS = 3;
const api = startTwoInstances();
const limited = startTwoInstances({ RATE_LIMIT_AUTH_PER_MINUTE: "5", RATE_LIMIT_ACCOUNT_FAILURES: "10" });
const answered: string[] = [];

vi.setConfig({ testTimeout: 60_000 });
beforeAll(useCheapHashing);
beforeEach(async () => {
  await database()`delete from attempt_counters`;
  await setUpOrganization();
});
afterEach(async () => {
  const idle = await database()`
    select query from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'
  `;
  expect(idle).toEqual([]);
});

function atOnce<T>(number: number, work: (n: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: number }, (_, n) => work(n)));
}

type Answer = { status: number; code?: string; body: Record<string, unknown> };

async function ask(path: string, init: Parameters<typeof api.fetch>[1], of = api): Promise<Answer> {
  const response = await of.fetch(`/api/v1${path}`, init);
  const text = await response.text();
  const body = text.startsWith("{") ? JSON.parse(text) : {};
  answered.push(response.headers.get("x-trace-id") ?? "no trace id");
  return { status: response.status, code: body.code, body };
}

function renew(refresh_token: string) {
  return ask("/auth/refresh", { json: { refresh_token } });
}

function signIn(user: TestUser, password = user.password) {
  return ask("/auth/login", { json: { email: user.email, password } });
}

function bearer({ accessToken }: { accessToken: string }) {
  return { authorization: `Bearer ${accessToken}` };
}

function countOf(answers: Answer[]) {
  const counts: Record<string, number> = {};
  for (const { status, code } of answers) {
    const key = code ?? String(status);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

describe("renewal", () => {
  it.each([20, 200])("%i renewals with one token are one rotation and one successor", async (number) => {
    for (let round = 0; round < ROUNDS; round++) {
      const user = await createUser();
      const session = await startSession(user);
      const answers = await atOnce(number, () => renew(session.refreshToken));
      expect(countOf(answers)).toEqual({ 200: number });
      const successors = new Set(answers.map(({ body }) => body.refresh_token));
      expect([...successors]).toEqual([await deriveRefreshToken(session.id, 1)]);
      const [row] = await database()`select generation, revoked_at from sessions where id = ${session.id}`;
      expect(row).toEqual({ generation: 1, revoked_at: null });
      expect(await countLiveSessions(user.id)).toBe(1);
      expect(await actionsOf(user.id)).toEqual([]);
    }
  });

  it("signing out amid renewals leaves nothing alive", async () => {
    for (let round = 0; round < ROUNDS * 3; round++) {
      const user = await createUser();
      const session = await startSession(user);
      const json = { refresh_token: session.refreshToken };
      const answers = await atOnce(12, (n) =>
        n === 6 ? ask("/auth/logout", { json }) : renew(session.refreshToken),
      );
      const { 200: renewed = 0, SESSION_REVOKED: late = 0, ...rest } = countOf(answers);
      expect([renewed + late, rest]).toEqual([11, { 204: 1 }]);
      expect(await countLiveSessions(user.id)).toBe(0);
      for (const { body } of answers.filter(({ status }) => status === 200)) {
        const headers = { authorization: `Bearer ${body.access_token}` };
        expect((await ask("/auth/me", { headers })).code).toBe("SESSION_REVOKED");
      }
      expect((await renew(await deriveRefreshToken(session.id, 1))).code).toBe("SESSION_REVOKED");
      expect(await actionsOf(user.id)).toEqual(["session.ended"]);
    }
  });

  it("a replay amid renewals ends the session, and that commits", async () => {
    for (let round = 0; round < ROUNDS * 3; round++) {
      const user = await createUser();
      const session = await startSession(user, { generation: 5 });
      const other = await startSession(user);
      const old = await deriveRefreshToken(session.id, 2);
      const answers = await atOnce(12, (n) => renew(n % 4 === 1 ? old : session.refreshToken));
      const { REFRESH_TOKEN_REUSED: reused = 0, 200: _, SESSION_REVOKED: __, ...rest } = countOf(answers);
      expect(reused).toBeGreaterThan(0);
      expect(rest).toEqual({});
      expect((await renew(await deriveRefreshToken(session.id, 6))).code).toBe("SESSION_REVOKED");
      expect(await countLiveSessions(user.id)).toBe(1);
      expect((await renew(other.refreshToken)).status).toBe(200);
      expect(await actionsOf(user.id)).toEqual(["session.replayed"]);
    }
  });

  it("what one instance ends counts at the next request of the other", async () => {
    const [one, two] = api.instances;
    const user = await createUser();
    const session = await startSession(user);
    const headers = bearer(session);
    expect((await two!.fetch("/api/v1/auth/me", { headers })).status).toBe(200);
    await one!.fetch("/api/v1/auth/logout", { method: "POST", headers });
    expect((await two!.fetch("/api/v1/auth/me", { headers })).status).toBe(401);
  });
});

describe("sign-in", () => {
  it("twenty at once leave exactly the cap alive, the new ones", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const user = await createUser();
      const old = await Promise.all([startSession(user), startSession(user), startSession(user)]);
      const answers = await atOnce(20, () => signIn(user));
      expect(countOf(answers)).toEqual({ 200: 20 });
      expect(await countLiveSessions(user.id)).toBe(10);
      for (const session of old) expect((await renew(session.refreshToken)).code).toBe("SESSION_REVOKED");
      const events = await actionsOf(user.id);
      expect(events.filter((action) => action === "session.started")).toHaveLength(20);
      expect(events.filter((action) => action === "session.revoked")).toHaveLength(13);
    }
  });

  it("by the old password amid a change of it leaves no session alive", async () => {
    for (let round = 0; round < ROUNDS * 3; round++) {
      const user = await createUser();
      const session = await startSession(user);
      const json = { current_password: PASSWORD, new_password: "a lamp on the pier" };
      const change = { method: "PUT", json, headers: bearer(session) };
      const [changed] = await atOnce(9, (n) => (n === 0 ? ask("/users/me/password", change) : signIn(user)));
      expect(changed!.status).toBe(200);
      expect(await countLiveSessions(user.id)).toBe(1);
    }
  });

  it("of fifty attempts from one address five are judged, by both instances together", async () => {
    const user = await createUser();
    const json = { email: user.email, password: "not this one" };
    const answers = await atOnce(50, () => ask("/auth/login", { json }, limited));
    expect(countOf(answers)).toEqual({ INVALID_CREDENTIALS: 5, RATE_LIMIT_EXCEEDED: 45 });
    expect(await actionsOf(user.id)).toEqual(Array(5).fill("session.refused"));
  });
});

describe("once", () => {
  it("twenty set-ups: one wins, and there is one of everything", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      await forgetEverything();
      const answers = await atOnce(20, (n) =>
        ask("/setup/initialize", {
          json: {
            organization_name: `Number ${n}`,
            admin_email: `admin${n}@example.com`,
            admin_password: PASSWORD,
          },
        }),
      );
      expect(countOf(answers)).toEqual({ 201: 1, SETUP_ALREADY_COMPLETED: 19 });
      const [counts] = await database()`
        select (select count(*)::int from users) as users, (select count(*)::int from providers) as providers,
          (select count(*)::int from sessions) as sessions, (select count(*)::int from audit_events) as events
      `;
      expect(counts).toEqual({ users: 1, providers: 1, sessions: 1, events: 2 });
    }
  });

  it.each(["email", "username"] as const)(
    "twenty registrations of one %s: one 201, nineteen 409",
    async (shared) => {
      const before = (await database()`select id from users`).length;
      const answers = await atOnce(20, (n) => {
        const own = { email: `${shared}${n}@example.com`, username: `${shared}${n}`, password: PASSWORD };
        const same = shared === "email" ? "the-one@example.com" : "the-one";
        return ask("/auth/register", { json: { ...own, [shared]: same } });
      });
      const taken = shared === "email" ? "EMAIL_ALREADY_EXISTS" : "USERNAME_ALREADY_EXISTS";
      expect(countOf(answers)).toEqual({ 201: 1, [taken]: 19 });
      expect(await database()`select id from users`).toHaveLength(before + 1);
      const winner = answers.find(({ status }) => status === 201)!.body.user as { id: string };
      expect(await countLiveSessions(winner.id)).toBe(1);
      expect(await actionsOf(winner.id)).toEqual(["account.registered", "session.started"]);
    },
  );

  it("twenty deletions: one effect, one event", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const user = await createUser();
      const session = await startSession(user);
      const remove = { method: "DELETE", json: { password: PASSWORD }, headers: bearer(session) };
      expect(countOf(await atOnce(20, () => ask("/users/me", remove)))).toEqual({
        204: 1,
        SESSION_REVOKED: 19,
      });
      expect(await countLiveSessions(user.id)).toBe(0);
      expect(await actionsOf(user.id)).toEqual(["account.deleted"]);
    }
  });

  it("five administrators who all delete themselves leave one", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      await forgetEverything();
      await setUpOrganization();
      const admins = [];
      for (let n = 0; n < 5; n++) admins.push(await createUser({ role: "admin" }));
      const sessions = await Promise.all(admins.map((admin) => startSession(admin)));
      const answers = await atOnce(5, (n) =>
        ask("/users/me", { method: "DELETE", json: { password: PASSWORD }, headers: bearer(sessions[n]!) }),
      );
      expect(countOf(answers)).toEqual({ 204: 4, LAST_ADMIN: 1 });
      const left = await database()`select id from users where role = 'admin' and deleted_at is null`;
      expect(left).toHaveLength(1);
    }
  });

  it("twenty endings of one session, and of all others: each once", async () => {
    const user = await createUser();
    const [session, other] = [await startSession(user), await startSession(user)];
    const headers = bearer(session);
    const ended = await atOnce(20, () => ask(`/auth/sessions/${other.id}`, { method: "DELETE", headers }));
    expect(countOf(ended)).toEqual({ 204: 1, NOT_FOUND: 19 });
    for (let n = 0; n < 7; n++) await startSession(user);
    const all = await atOnce(20, () => ask("/auth/sessions", { method: "DELETE", headers }));
    expect(all.reduce((sum, { body }) => sum + (body.revoked as number), 0)).toBe(7);
    expect(await actionsOf(user.id)).toEqual(Array(8).fill("session.revoked"));
  });
});

describe("the log", () => {
  it("has the trace id of every answer, and no token, hash or password", async () => {
    for (let round = 0; round < 13; round++) {
      const user = await createUser();
      const session = await startSession(user);
      await atOnce(20, () => ask("/auth/me", { headers: bearer(session) }));
      await atOnce(20, () => renew(session.refreshToken));
      await atOnce(20, () => signIn(user));
      await atOnce(20, () => signIn(user, "not this one"));
    }
    const output = [...api.instances, ...limited.instances].map((instance) => instance.output()).join("\n");
    const lines = output.split("\n").filter(Boolean);
    const logged = new Set(lines.map((line) => JSON.parse(line).trace_id));
    expect(answered.length).toBeGreaterThan(1_000);
    expect(answered.filter((traceId) => !logged.has(traceId))).toEqual([]);
    expect(output).not.toMatch(/[0-9a-f]{64}|eyJ|\$argon2|lantern|not this one/);
  });
});
