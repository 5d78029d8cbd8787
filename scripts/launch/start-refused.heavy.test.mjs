import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { NAME } from "../../src/lib/brand.mjs";
import { ask, data, launch, port, stopAll } from "../../src/testing/servers/launching.mjs";
import { anyFreePort } from "./ground/ports.mjs";

// Something to stand in the way of: an installation that has run before.
beforeAll(async () => {
  await launch();
  await stopAll();
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
    expect(said).toContain(`${NAME} already runs on this data: http://localhost:${port}`);
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
});
