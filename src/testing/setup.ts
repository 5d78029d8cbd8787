import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import { useCheapHashing } from "./cheap-hashing";
import { createTestDatabase } from "./database";
import "./matchers";

// Runs before each test file, after forget.ts and ahead of its imports: the file gets a database of its own.
const database = await createTestDatabase(`gatehouse_test_${process.env.VITEST_POOL_ID ?? "0"}`);

const files = mkdtempSync(path.join(tmpdir(), "gatehouse-files-"));

Object.assign(process.env, {
  DATABASE_URL: database.url,
  STORAGE: files,
  SECRET_KEY: "5e".repeat(32),
  APP_URL: "http://localhost:3000",
  LOG_LEVEL: "silent",
  RATE_LIMIT_AUTH_PER_MINUTE: "0",
  RATE_LIMIT_ACCOUNT_FAILURES: "0",
  RATE_LIMIT_USER_PER_MINUTE: "0",
});

beforeAll(useCheapHashing);

/** Something that complains on the console in a test is a problem, unless the test says that it expects it. */
beforeEach(() => {
  vi.spyOn(console, "error");
});

afterEach(() => {
  const spy = vi.mocked(console.error);
  if (vi.isMockFunction(spy)) expect(spy, "console.error was called").not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

afterAll(async () => {
  // Many files never open one.
  if (Symbol.for("gatehouse.database") in globalThis) await (await import("@/db/pool")).closeDatabase();
  rmSync(files, { recursive: true, force: true });
});
