import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiProcess, startApiProcess } from "@/testing/api-processes";
import { type Pooler, startPooler } from "@/testing/pgbouncer";
import { makePostgres, type ThrowawayPostgres } from "@/testing/throwaway-postgres";
import journal from "../../drizzle/meta/_journal.json";
import { checkDatabase } from "../../scripts/launch/doctor/database.mjs";
import { migrate, migrateDown } from "./migrate.mjs";

// Behind a pooler that hands connections from one transaction to the next: PgBouncer, as it comes.

const PASSWORD = "seven lamps above the moat";
const LIMITS = { RATE_LIMIT_AUTH_PER_MINUTE: "0" };

let server: ThrowawayPostgres;
let pooler: Pooler;
const instances: ApiProcess[] = [];

beforeAll(async () => {
  server = await makePostgres();
  pooler = await startPooler(server.url);
}, 120_000);

afterAll(async () => {
  for (const { process } of instances) process.kill("SIGKILL");
  await pooler?.stop();
  await server?.remove();
});

describe("the product", () => {
  beforeAll(async () => {
    const settings = { ...LIMITS, DATABASE_URL: pooler.url };
    instances.push(...(await Promise.all([startApiProcess(settings), startApiProcess(settings)])));
  }, 120_000);

  let turn = 0;
  const ask = (path: string, init?: Parameters<ApiProcess["fetch"]>[1]) =>
    (instances[turn++ % instances.length] as ApiProcess).fetch(path, init);

  test("is set up, lets forty people in at once, and knows each of them on every instance", async () => {
    const organization = {
      organization_name: "Behind a pooler",
      admin_email: "admin@example.com",
      admin_password: PASSWORD,
    };
    expect((await ask("/api/v1/setup/initialize", { json: organization })).status).toBe(201);

    const people = Array.from({ length: 40 }, (_, index) => `person-${index}`);
    const came = await Promise.all(
      people.map(async (username) => {
        const json = { email: `${username}@example.com`, username, password: PASSWORD };
        const registered = await ask("/api/v1/auth/register", { json });
        expect(registered.status).toBe(201);
        const { access_token, refresh_token } = await registered.json();
        const rotated = await ask("/api/v1/auth/refresh", { json: { refresh_token } });
        expect(rotated.status).toBe(200);
        const headers = { authorization: `Bearer ${access_token}` };
        const task = await ask("/api/v1/tasks", { json: { title: "Oil the hinges" }, headers });
        expect(task.status).toBe(201);
        return (await (await ask("/api/v1/auth/me", { headers })).json()).username;
      }),
    );
    expect(came).toEqual(people);
  }, 120_000);

  test("does its jobs though no notification reaches it", async () => {
    const sql = postgres(server.url, { max: 1 });
    await expect
      .poll(
        async () =>
          (await sql`select count(*)::int as left from jobs where done_at is null and run_at <= now()`)[0]
            ?.left,
        {
          timeout: 60_000,
        },
      )
      .toBe(0);
    await sql.end();
  }, 90_000);

  test("is ready, and says nothing else in its log", async () => {
    for (const instance of instances) {
      expect((await instance.fetch("/ready")).status).toBe(200);
      const loud = instance
        .output()
        .split("\n")
        .filter((line) => /"level":"(warn|error)"/.test(line));
      expect(loud).toEqual([]);
    }
  }, 60_000);
});

test("the doctor says what a pooler can't be told, and how the role can", async () => {
  const findings = await checkDatabase(pooler.url, {
    poolMax: 5,
    appUrl: "http://localhost:3000",
    migratesItself: false,
  });
  expect(findings.map(({ what }) => what)).toEqual(
    expect.arrayContaining([
      expect.stringContaining("A pooler takes no settings from us"),
      expect.stringContaining("DATABASE_URL_DIRECT is not set"),
    ]),
  );
});

describe("migrations", () => {
  test("five at once through the pooler: one does the work, all succeed, and no lock is left on its connections", async () => {
    await migrateDown(pooler.url, { steps: journal.entries.length });
    await Promise.all(Array.from({ length: 5 }, () => migrate(pooler.url)));
    const sql = postgres(server.url, { max: 1 });
    expect((await sql`select count(*)::int as applied from drizzle.__drizzle_migrations`)[0]?.applied).toBe(
      journal.entries.length,
    );
    expect(await sql`select * from pg_locks where locktype = 'advisory'`).toEqual([]);
    await sql.end();
  }, 120_000);
});
