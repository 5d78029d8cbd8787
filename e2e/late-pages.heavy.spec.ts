import { randomBytes } from "node:crypto";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { LATE_MS } from "../src/lib/overdue.mjs";
import { PASSWORD } from "./fixtures";
import { type OwnServer, startFreshInstallation, startOwnServer } from "./own-server";

// Three busy instances on a database that takes long for what is asked of it, and is neither away nor silent.

const POOL = 5;
/** For a statement on tasks. The pools' queues make pages late by it, and no statement runs into its limit of three seconds. */
const STATEMENT_SECONDS = 1.2;
/** A pool is left alone in its first seconds. */
const OLD_ENOUGH_MS = 6_000;
const PAGES = ["/", "/tasks", "/settings"];

type Installation = Awaited<ReturnType<typeof startFreshInstallation>>;

let first: Installation;
let servers: OwnServer[];
let owner: postgres.Sql;

test.beforeAll(async () => {
  // Turning away is on, as it is where nobody has set it: these are told apart by their status.
  const settings = {
    SECRET_KEY: randomBytes(32).toString("hex"),
    APP_URL: "http://localhost:3000",
    DATABASE_POOL_MAX: String(POOL),
    DATABASE_POOL_MIN: String(POOL),
    OVERLOAD_DELAY_MS: "1000",
    // What jobs and schedules do is none of this.
    JOBS_AT_ONCE: "0",
  };
  first = await startFreshInstallation(settings);
  const others = [1, 2].map(() => startOwnServer({ ...settings, DATABASE_URL: first.database }));
  servers = [first, ...(await Promise.all(others))];
  owner = postgres(first.database, { max: 1, onnotice: () => {} });
});
test.afterAll(async () => {
  await owner.end();
  for (const server of servers.slice(1)) await server.stop();
  await first.stop();
});

test("several late pages at once on three busy instances cost none of them its pool, and are answered or told to come back", async ({
  request,
}) => {
  test.setTimeout(180_000);
  const body = { organization_name: "Lantern", admin_email: "greta@example.com", admin_password: PASSWORD };
  const founded = await request.post(`${first.address}/api/v1/setup/initialize`, { data: body });
  const { access_token } = await founded.json();

  const task = { headers: { authorization: `Bearer ${access_token}` }, data: { title: "Mend the sail" } };
  expect((await request.post(`${first.address}/api/v1/tasks`, task)).status()).toBe(201);

  const ask = async (server: OwnServer, path: string) => {
    const headers = { cookie: `gatehouse.access=${access_token}`, accept: "text/html" };
    const began = performance.now();
    const response = await fetch(`${server.address}${path}`, { headers, redirect: "manual" });
    await response.text();
    const retryAfter = response.headers.get("retry-after");
    return { path, status: response.status, retryAfter, ms: performance.now() - began };
  };
  const expectAllPages = async () => {
    for (const server of servers)
      for (const path of PAGES) expect((await ask(server, path)).status, path).toBe(200);
  };
  // The first of each kind may take longer than a page may, on a machine that is busy.
  await expect(expectAllPages).toPass({ timeout: 60_000 });
  await new Promise((resolve) => setTimeout(resolve, OLD_ENOUGH_MS));
  const before = await connections();

  await slowDown();
  const rounds = Array.from({ length: 4 }, (_, round) =>
    servers.flatMap((server) =>
      PAGES.flatMap((path) => Array.from({ length: 5 }, () => askAfter(round * 1_500, server, path))),
    ),
  );
  async function askAfter(ms: number, server: OwnServer, path: string) {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return ask(server, path);
  }
  const answers = await Promise.all(rounds.flat());
  await speedUp();

  const late = answers.filter(({ ms }) => ms > LATE_MS);
  expect(late.length, "pages were late, or nothing was tried").toBeGreaterThan(3 * POOL);
  expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
  expect(answers.filter(({ status, retryAfter }) => status === 503 && !retryAfter)).toEqual([]);
  for (const server of servers) {
    expect(server.log()).not.toContain("the connections are made anew");
    expect(server.log()).not.toMatch(/CONNECTION_(?:CLOSED|DESTROYED|ENDED)/);
  }
  // Those on which the instances have asked what the others were doing are closed again.
  await expect.poll(connections, { timeout: 30_000 }).toEqual(before);

  // What the last ones waited for may still be under way.
  await expect(expectAllPages).toPass({ timeout: 60_000 });
});

/** The processes that Postgres has for the pools. */
async function connections(): Promise<number[]> {
  const rows = await owner<{ pid: number }[]>`
    select pid from pg_stat_activity
    where datname = current_database() and application_name = 'gatehouse' and query not like 'listen %'
    order by pid`;
  return rows.map(({ pid }) => pid);
}

/** What reads tasks waits first, once a statement. */
async function slowDown() {
  await owner.unsafe(`
    alter table tasks rename to tasks_themselves;
    create view tasks as
      select * from tasks_themselves where (select pg_sleep(${STATEMENT_SECONDS}) is not null)`);
}

async function speedUp() {
  await owner.unsafe("drop view tasks; alter table tasks_themselves rename to tasks");
}
