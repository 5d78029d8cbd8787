import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { anyFreePort } from "./launch/ports.mjs";
import { isAlive } from "./launch/processes.mjs";

// The whole product as `npm start` runs it, on data of its own: real processes, really killed.

const data = mkdtempSync(path.join(os.tmpdir(), "gatehouse-launch-"));
const SYSTEM = { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: process.env.NODE_ENV };
let port = 0;

/**
 * @typedef {{ child: import("node:child_process").ChildProcess, ended: Promise<number>, output: () => string }} Run
 */
/** @type {Run[]} */
const launched = [];

beforeAll(async () => {
  port = await anyFreePort();
});

afterEach(stopAll);

afterAll(() => rmSync(data, { recursive: true, force: true }));

/**
 * @param {{ env?: Record<string, string>, args?: string[] }} [options]
 * @returns {Promise<Run>} when it is ready, or has ended
 */
async function launch({ env = {}, args = ["scripts/run.mjs"] } = {}) {
  const child = spawn(process.execPath, args, {
    env: {
      ...SYSTEM,
      ENV_FILE: "",
      GATEHOUSE_DATA_DIR: data,
      PORT: String(port),
      LOG_LEVEL: "warn",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const ended = once(child, "close").then(([code]) => code);
  const run = { child, ended, output: () => output };
  launched.push(run);
  await Promise.race([ended, waitFor(() => output.includes("Ctrl-C stops all of it"), 60_000)]);
  return run;
}

async function stopAll() {
  for (const { child, ended } of launched.splice(0)) {
    child.kill("SIGTERM");
    await ended;
  }
}

/** @param {() => boolean} condition @param {number} milliseconds */
async function waitFor(condition, milliseconds) {
  const deadline = Date.now() + milliseconds;
  while (!condition() && Date.now() < deadline) await sleep(20);
  return condition();
}

/** The four processes it is made of, by their numbers. */
function parts() {
  const { launcher, server } = JSON.parse(readFileSync(path.join(data, "run", `${port}.json`), "utf8"));
  const postmaster = Number(
    readFileSync(path.join(data, "postgres", "data", "postmaster.pid"), "utf8").split("\n")[0],
  );
  const keeper = Number(
    spawnSync("ps", ["-o", "ppid=", "-p", String(postmaster)], { encoding: "utf8" }).stdout,
  );
  return { launcher, server, postmaster, keeper };
}

/** @param {string} address */
async function ask(address) {
  return (await fetch(`http://127.0.0.1:${port}${address}`)).status;
}

/** @param {http.Agent} agent @returns {Promise<number | undefined>} */
function askBy(agent) {
  return new Promise((resolve, reject) => {
    http
      .get({ port, host: "127.0.0.1", path: "/api/v1/setup/status", agent }, (response) => {
        response
          .resume()
          .on("end", () => resolve(response.statusCode))
          .on("error", reject);
      })
      .on("error", reject);
  });
}

function database() {
  const { port: databasePort, password } = JSON.parse(
    readFileSync(path.join(data, "postgres", "cluster.json"), "utf8"),
  );
  return postgres({
    host: "127.0.0.1",
    port: databasePort,
    user: "gatehouse",
    password,
    database: "gatehouse",
    max: 1,
    onnotice: () => {},
  });
}

describe("started", () => {
  test("it is ready, tells each step with its time, and keeps its secrets to its owner", async () => {
    const { output } = await launch();
    expect(await ask("/ready")).toBe(200);
    for (const step of ["Packages", "Postgres", "Settings", "Database", "Build", "Server"]) {
      expect(output()).toMatch(new RegExp(`✓ ${step} .* \\d+\\.\\d s`));
    }
    expect(output()).toContain(`http://localhost:${port}`);
    for (const file of ["secret-key", "postgres/cluster.json", "postgres/postgres.log"]) {
      expect(statSync(path.join(data, file)).mode & 0o077, file).toBe(0);
    }
    expect(readFileSync(path.join(data, "secret-key"), "utf8")).toMatch(/^[0-9a-f]{64,}\n$/);
  });

  test("a second time it takes less than five seconds and has the same secret", async () => {
    const secret = readFileSync(path.join(data, "secret-key"), "utf8");
    const began = Date.now();
    await launch();
    expect(Date.now() - began).toBeLessThan(5_000);
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
  test.each(/** @type {const} */ (["SIGTERM", "SIGINT"]))(
    "by %s all of it ends, with the code 0",
    async (signal) => {
      const { child, ended } = await launch();
      const pids = Object.values(parts());
      child.kill(signal);
      expect(await ended).toBe(0);
      expect(pids.filter(isAlive)).toEqual([]);
      expect(existsSync(path.join(data, "postgres", "data", "postmaster.pid"))).toBe(false);
    },
  );

  test("by SIGTERM under load no client sees its connection reset", async () => {
    const { child, ended } = await launch();
    /** @type {string[]} */
    const faults = [];
    let answered = 0;
    let stopped = false;
    const clients = Array.from({ length: 12 }, async () => {
      const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
      while (!stopped) {
        try {
          expect(await askBy(agent)).toBe(200);
          answered++;
        } catch (error) {
          stopped = true;
          // Nobody listens any more: that one was never taken in.
          const { code } = /** @type {NodeJS.ErrnoException} */ (error);
          if (code !== "ECONNREFUSED") faults.push(code ?? String(error));
        }
      }
    });
    await sleep(1_000);
    child.kill("SIGTERM");
    await Promise.all(clients);
    expect(faults).toEqual([]);
    expect(answered).toBeGreaterThan(clients.length);
    expect(await ended).toBe(0);
  });

  test.each(/** @type {const} */ (["launcher", "server", "keeper", "postmaster"]))(
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

  test("by kill -9 of launcher and keeper together, the next start takes care of the orphan", async () => {
    await launch();
    const before = parts();
    process.kill(before.keeper, "SIGKILL");
    process.kill(before.launcher, "SIGKILL");
    const { output } = await launch();
    expect(output()).toContain("Ready in");
    expect(Object.values(before).filter(isAlive)).toEqual([]);
  });
});

describe("a command beside it", () => {
  const QUERY = ["scripts/with-postgres.mjs", process.execPath, "--input-type=module", "--eval"];
  const SHOW = `
    import postgres from "postgres";
    const sql = postgres(process.env.DATABASE_URL, { max: 1 });
    const [{ started }] = await sql\`select pg_postmaster_start_time()::text as started\`;
    console.log("started " + started);
    await sql.end();`;

  test("joins the running database; alone it has one of its own for as long as it takes", async () => {
    await launch();
    const { keeper } = parts();
    const beside = await launch({ args: [...QUERY, SHOW] });
    expect(await beside.ended).toBe(0);
    expect(beside.output()).toContain("started ");
    expect(isAlive(keeper)).toBe(true);
    expect(await ask("/ready")).toBe(200);
    await stopAll();
    const alone = await launch({ args: [...QUERY, SHOW] });
    expect(await alone.ended).toBe(0);
    expect(alone.output()).toContain("started ");
    expect(existsSync(path.join(data, "postgres", "data", "postmaster.pid"))).toBe(false);
  });

  test("ends with the command's own code", async () => {
    const run = await launch({ args: [...QUERY, "process.exit(7)"] });
    expect(await run.ended).toBe(7);
  });

  test("with DATABASE_URL set starts nothing", async () => {
    const env = { DATABASE_URL: "postgres://elsewhere/db", GATEHOUSE_DATA_DIR: path.join(data, "untouched") };
    const run = await launch({ args: [...QUERY, "console.log(process.env.DATABASE_URL)"], env });
    expect(await run.ended).toBe(0);
    expect(run.output()).toContain("postgres://elsewhere/db");
    expect(existsSync(path.join(data, "untouched"))).toBe(false);
  });
});

describe("what stands in the way is said, with what to do", () => {
  /**
   * @param {{ env?: Record<string, string>, args?: string[] }} options
   * @returns {Promise<string>} what it said as it gave up
   */
  async function refusal(options = {}) {
    const run = await launch(options);
    expect(await run.ended).toBe(1);
    return run.output();
  }

  test("a second instance on the same data", async () => {
    await launch();
    const said = await refusal({ env: { PORT: String(await anyFreePort()) } });
    expect(said).toContain(`Gatehouse already runs on this data: http://localhost:${port}`);
    expect(said).toContain("→ ");
    expect(await ask("/ready")).toBe(200);
  });

  test("a port that is taken", async () => {
    const other = net.createServer().listen(port, "127.0.0.1");
    await once(other, "listening");
    const said = await refusal();
    other.close();
    expect(said).toContain(`Port ${port} on 127.0.0.1 is taken by another program.`);
    expect(said).toContain(`PORT=${port + 1} npm start`);
  });

  test("a setting that is wrong, by its name", async () => {
    const said = await refusal({ env: { LOG_LEVEL: "loud", TRUSTED_PROXY_HOPS: "many" } });
    expect(said).toContain("The settings are not right");
    expect(said).toMatch(/LOG_LEVEL: /);
    expect(said).toMatch(/TRUSTED_PROXY_HOPS: /);
    expect(said).not.toContain("many");
  });

  test("a database of one's own that can't be reached", async () => {
    const said = await refusal({
      env: { DATABASE_URL: `postgres://me:secretpw@127.0.0.1:${await anyFreePort()}/mine` },
    });
    expect(said).toMatch(/The database 127\.0\.0\.1:\d+\/mine can't be used: nobody listens there\./);
    expect(said).not.toContain("secretpw");
  });

  test("data of another version of Postgres, which stays as it is", async () => {
    const version = path.join(data, "postgres", "data", "PG_VERSION");
    const ours = readFileSync(version, "utf8");
    writeFileSync(version, "15\n");
    const said = await refusal();
    expect(readFileSync(version, "utf8")).toBe("15\n");
    writeFileSync(version, ours);
    expect(said).toContain("belongs to Postgres 15; this version brings Postgres 18");
  });

  test("a folder that is no database, which stays as it is", async () => {
    const broken = mkdtempSync(path.join(os.tmpdir(), "gatehouse-broken-"));
    const folder = path.join(broken, "postgres", "data");
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "holiday.jpg"), "");
    const said = await refusal({ env: { GATEHOUSE_DATA_DIR: broken } });
    expect(existsSync(path.join(folder, "holiday.jpg"))).toBe(true);
    rmSync(broken, { recursive: true });
    expect(said).toContain("is not a data directory of Postgres");
    expect(said).toMatch(/mv .*\.old/);
  });

  test("a database whose files are damaged, with Postgres's own last words", async () => {
    const control = path.join(data, "postgres", "data", "global", "pg_control");
    const whole = readFileSync(control);
    writeFileSync(control, Buffer.alloc(whole.length));
    const said = await refusal();
    writeFileSync(control, whole);
    expect(said).toContain("Postgres did not start.");
    expect(said).toMatch(/│ .*(FATAL|PANIC)/);
  });

  test("a secret that is damaged, which is not replaced", async () => {
    const file = path.join(data, "secret-key");
    const secret = readFileSync(file);
    writeFileSync(file, "short\n");
    const said = await refusal();
    expect(readFileSync(file, "utf8")).toBe("short\n");
    writeFileSync(file, secret);
    expect(said).toContain("is not a key of at least 64 hexadecimal characters");
  });

  test("a Node that is too old", async () => {
    const pretend = `Object.defineProperty(process.versions, "node", { value: "14.21.3" }); import("./scripts/run.mjs");`;
    const said = await refusal({ args: ["--eval", pretend] });
    expect(said).toContain("Gatehouse needs Node 20.19 or newer; this is Node 14.21.3.");
  });
});
