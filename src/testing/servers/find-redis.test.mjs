import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findRedis, lookForRedis } from "./find-redis.mjs";

/** @type {string} */
let folder;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "gatehouse-redis-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** @param {string} name */
function program(name, mode = 0o755) {
  const file = path.join(folder, name);
  writeFileSync(file, "");
  chmodSync(file, mode);
  return file;
}

describe("the Redis of the tests", () => {
  it("is the one that REDIS_SERVER names, before any on the PATH", () => {
    program("redis-server");
    const named = program("keydb-server");
    vi.stubEnv("PATH", folder);
    vi.stubEnv("REDIS_SERVER", named);
    expect(lookForRedis()).toBe(named);
  });

  it("is the first on the PATH, Valkey's too", () => {
    const valkey = program("valkey-server");
    vi.stubEnv("REDIS_SERVER", "");
    vi.stubEnv("PATH", ["/nowhere", folder].join(path.delimiter));
    expect(findRedis()).toBe(valkey);
  });

  it.skipIf(process.platform === "win32")("can be run", () => {
    vi.stubEnv("REDIS_SERVER", program("redis-server", 0o644));
    expect(lookForRedis()).toBeNull();
  });

  it("is asked for in one line where there is none", () => {
    vi.stubEnv("REDIS_SERVER", path.join(folder, "none"));
    expect(() => findRedis()).toThrow(/^This test needs redis-server .*REDIS_SERVER\.$/);
  });
});
