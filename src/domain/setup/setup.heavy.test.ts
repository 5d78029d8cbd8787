import { once } from "node:events";
import postgres, { type Sql } from "postgres";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { forgetEverything } from "@/testing/factories";
import { startInstance } from "@/testing/instances";
import { getSetupStatus } from "./setup";

beforeEach(forgetEverything);

/** How many rows there are of what a setup writes. */
async function countRows() {
  const [row] = await database()`
    select (select count(*)::int from providers) as providers, (select count(*)::int from users) as users,
      (select count(*)::int from sessions) as sessions, (select count(*)::int from audit_events) as events,
      (select count(*)::int from system_config) as settings
  `;
  return { ...row };
}

const FRESH = { providers: 0, users: 0, sessions: 0, events: 0, settings: 0 };
const SET_UP = { providers: 1, users: 1, sessions: 1, events: 2, settings: 3 };

function names(prefix: string, count: number) {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`);
}

describe("twenty at once over two processes", () => {
  it("are one setup: one organization, one administrator, one session", async () => {
    const [one, two] = await Promise.all([startInstance(), startInstance()]);
    const results = await Promise.all([
      one.run("completeSetup", names("one", 10)),
      two.run("completeSetup", names("two", 10)),
    ]);
    const winners = results.flat().filter((result) => typeof result === "object");
    expect(winners).toHaveLength(1);
    expect(results.flat().filter((result) => result === "SETUP_ALREADY_COMPLETED")).toHaveLength(19);
    expect(await countRows()).toEqual(SET_UP);
    const [found] =
      await database()`select u.email, p.name from users u join providers p on p.id = u.provider_id`;
    const { user } = winners[0] as { user: { email: string; username: string } };
    expect(found).toEqual({ email: user.email, name: `Organization of ${user.username}` });
  });
});

describe("killed in the middle", () => {
  let holder: Sql;

  /** Stops every setup at its last table, when all the others are written. */
  beforeEach(async () => {
    holder = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
    await holder`begin`;
    await holder`lock table audit_events in exclusive mode`;
  });
  afterEach(() => holder.end());

  async function release() {
    await holder`rollback`;
  }

  /** The backends of a setup that waits there. */
  async function waitingBackends(): Promise<number[]> {
    const rows = await database()`
      select pid from pg_locks where relation = 'audit_events'::regclass and not granted and database = (
        select oid from pg_database where datname = current_database()
      )
    `;
    return rows.map(({ pid }) => pid);
  }

  async function isOver() {
    await expect.poll(waitingBackends, { timeout: 10_000 }).toEqual([]);
    await expect
      .poll(async () => {
        const rows = await database()`
          select 1 from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and query like '%claimed%' and state <> 'idle'
        `;
        return rows.length;
      })
      .toBe(0);
  }

  it("the process leaves a fresh installation, which is then set up like any other", async () => {
    const doomed = await startInstance();
    doomed.run("completeSetup", ["doomed"]).catch(() => {});
    await expect.poll(waitingBackends, { timeout: 10_000 }).toHaveLength(1);
    doomed.process.kill("SIGKILL");
    await once(doomed.process, "exit");
    await release();
    await isOver();
    expect(await countRows()).toEqual(FRESH);
    expect(await getSetupStatus({ local: true })).toEqual({ is_complete: false, requires_token: false });

    const next = await startInstance();
    expect(await next.run("completeSetup", ["next"])).toMatchObject([{ user: { username: "next" } }]);
    expect(await countRows()).toEqual(SET_UP);
  });

  it("the database's backend leaves a fresh installation, and the one who asked is told", async () => {
    const instance = await startInstance();
    const asked = instance.run("completeSetup", ["asked"]);
    await expect.poll(waitingBackends, { timeout: 10_000 }).toHaveLength(1);
    const [pid] = await waitingBackends();
    await database()`select pg_terminate_backend(${pid!})`;
    const [told] = await asked;
    expect(String(told)).toMatch(/terminat|CONNECTION|ECONNRESET/);
    await release();
    await isOver();
    expect(await countRows()).toEqual(FRESH);
    expect(await instance.run("completeSetup", ["again"])).toMatchObject([{ user: { username: "again" } }]);
  });
});
