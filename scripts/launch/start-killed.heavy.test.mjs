import { existsSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import {
  ask,
  data,
  database,
  launch,
  parts,
  stopAll,
  waitFor,
} from "../../src/testing/servers/launching.mjs";
import { timed } from "../../src/testing/servers/slowness.mjs";
import { isAlive } from "./ground/processes.mjs";

// Real processes, really killed.

describe("started", () => {
  test("a second time it takes less than five seconds and has the same secret", async () => {
    await launch();
    await stopAll();
    const secret = readFileSync(path.join(data, "secret-key"), "utf8");
    /** @type {number[]} */
    const times = [];
    // The best of three, since other programs may keep the machine busy.
    for (let attempt = 1; attempt <= 3 && !times.some((time) => time < 5_000); attempt++) {
      times.push((await timed(launch)).ms);
      await stopAll();
    }
    expect(Math.min(...times)).toBeLessThan(5_000);
    expect(readFileSync(path.join(data, "secret-key"), "utf8")).toBe(secret);
  });

  test("the file with the database's password may be lost: the next start sets a new one, and the data stays", async () => {
    await launch();
    const before = database();
    await before`create table kept as select 'yes' as answer`;
    await before.end();
    await stopAll();
    const file = path.join(data, "postgres", "cluster.json");
    const old = JSON.parse(readFileSync(file, "utf8"));
    rmSync(file);
    await launch();
    const after = database();
    expect([...(await after`select answer from kept`)]).toEqual([{ answer: "yes" }]);
    await after.end();
    expect(JSON.parse(readFileSync(file, "utf8")).password).not.toBe(old.password);
  });

  test("its database folds more than ASCII, in whatever language the machine is", async () => {
    await launch({ env: { LANG: "C", LC_ALL: "C" } });
    const sql = database();
    expect([...(await sql`select lower('ЖЁÄ') as folded`)]).toEqual([{ folded: "жёä" }]);
    await sql.end();
  });
});

describe("stopped", () => {
  test("by SIGTERM under load no client sees its connection reset", async () => {
    const { child, ended } = await launch();
    /** @type {string[]} */
    const problems = [];
    let answered = 0;
    let stopped = false;
    const clients = Array.from({ length: 12 }, async () => {
      const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
      while (!stopped) {
        try {
          expect(await ask("/api/v1/setup/status", agent)).toBe(200);
          answered++;
        } catch (error) {
          stopped = true;
          // Nobody listens any more: that one was never taken in.
          const { code } = /** @type {NodeJS.ErrnoException} */ (error);
          if (code !== "ECONNREFUSED") problems.push(code ?? String(error));
        }
      }
    });
    await sleep(1_000);
    child.kill("SIGTERM");
    await Promise.all(clients);
    expect(problems).toEqual([]);
    expect(answered).toBeGreaterThan(clients.length);
    expect(await ended).toBe(0);
  });

  test.each(/** @type {const} */ (["launcher", "server", "supervisor", "postmaster"]))(
    "by kill -9 of the %s the others end too, and the next start has everything that was committed",
    async (victim) => {
      await launch();
      const before = parts();
      const sql = database();
      await sql`create table if not exists committed (victim text)`;
      await sql`insert into committed values (${victim})`;
      await sql.end();
      process.kill(before[victim], "SIGKILL");
      expect(
        await waitFor(() => Object.values(before).every((pid) => !isAlive(pid)), 15_000),
        "all ended",
      ).toBe(true);

      const { output } = await launch();
      expect(output()).toContain("Ready in");
      const again = database();
      expect(await again`select 1 from committed where victim = ${victim}`).toHaveLength(1);
      await again.end();
    },
  );

  test("by kill -9 and started at once, it waits for its predecessor to be gone", async () => {
    await launch();
    const before = parts();
    process.kill(before.launcher, "SIGKILL");
    const { output } = await launch();
    expect(output()).toContain("Ready in");
    expect(Object.values(before).filter(isAlive)).toEqual([]);
  });

  test("by kill -9 of launcher and supervisor together, the next start takes care of the orphan", async () => {
    await launch();
    const before = parts();
    process.kill(before.supervisor, "SIGKILL");
    process.kill(before.launcher, "SIGKILL");
    const { output } = await launch();
    expect(output()).toContain("Ready in");
    expect(Object.values(before).filter(isAlive)).toEqual([]);
  });
});

describe("a command beside it", () => {
  const QUERY = ["scripts/launch/with-postgres.mjs", process.execPath, "--input-type=module", "--eval"];
  const SHOW = `
    import postgres from "postgres";
    const sql = postgres(process.env.DATABASE_URL, { max: 1 });
    const [{ started }] = await sql\`select pg_postmaster_start_time()::text as started\`;
    console.log("started " + started);
    await sql.end();`;

  test("joins the running database; alone it has one of its own for as long as it takes", async () => {
    await launch();
    const { supervisor } = parts();
    const beside = await launch({ args: [...QUERY, SHOW] });
    expect(await beside.ended).toBe(0);
    expect(beside.output()).toContain("started ");
    expect(isAlive(supervisor)).toBe(true);
    expect(await ask("/ready")).toBe(200);
    await stopAll();
    const alone = await launch({ args: [...QUERY, SHOW] });
    expect(await alone.ended).toBe(0);
    expect(alone.output()).toContain("started ");
    expect(existsSync(path.join(data, "postgres", "data", "postmaster.pid"))).toBe(false);
  });
});
