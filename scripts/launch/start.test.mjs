import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { ask, data, launch, parts, port, waitFor } from "../../src/testing/servers/launching.mjs";
import { slowness } from "../../src/testing/servers/slowness.mjs";
import { isAlive } from "./ground/processes.mjs";

// Real processes. Killed in every way: start-killed.heavy.test.mjs; with whatever stands in the way: start-refused.heavy.test.mjs.

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
});

describe("stopped", () => {
  test.each(/** @type {const} */ (["SIGTERM", "SIGINT"]))(
    "by %s all of it ends, with the code 0",
    async (signal) => {
      const { child, ended } = await launch();
      const pids = Object.values(parts());
      child.kill(signal);
      expect(await ended).toBe(0);
      // Releasing is the last thing that the supervisor does before it exits, which takes a moment.
      await waitFor(() => !pids.some(isAlive), 1_000 * slowness());
      expect(pids.filter(isAlive)).toEqual([]);
      expect(existsSync(path.join(data, "postgres", "data", "postmaster.pid"))).toBe(false);
    },
  );
});

describe("a command beside it", () => {
  const QUERY = ["scripts/launch/with-postgres.mjs", process.execPath, "--input-type=module", "--eval"];

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

  test("a setting that is wrong, by its name", async () => {
    const said = await refusal({ env: { LOG_LEVEL: "loud", TRUSTED_PROXY_HOPS: "many" } });
    expect(said).toContain("The settings are not right");
    expect(said).toMatch(/LOG_LEVEL: /);
    expect(said).toMatch(/TRUSTED_PROXY_HOPS: /);
    expect(said).not.toContain("many");
  });

  test("a Node that is too old", async () => {
    const pretend = `Object.defineProperty(process.versions, "node", { value: "14.21.3" }); import("./scripts/launch/start.mjs");`;
    const said = await refusal({ args: ["--eval", pretend] });
    expect(said).toContain("This needs Node 20.19 or newer; this is Node 14.21.3.");
  });
});
