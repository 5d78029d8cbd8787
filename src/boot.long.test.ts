import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { beforeEach, expect, it } from "vitest";
import { SETTING_NAMES } from "@/lib/setting-names.mjs";
import { VERSION } from "@/lib/version";
import { createUser, forgetEverything } from "@/testing/factories";

beforeEach(forgetEverything);

const bootAnd = (afterwards: string) => `
  const { boot } = await import("./src/boot.ts");
  const { closeDatabase } = await import("./src/db/pool.ts");
  const { stopWork } = await import("./src/lib/stopping.mjs");
  await boot();
  ${afterwards}
  await stopWork();
  await closeDatabase();
`;

/** What an instance of these settings logs while it boots, line by line. */
async function bootInstance(settings: Record<string, string>, afterwards = "") {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", bootAnd(afterwards)],
    {
      env: { ...process.env, LOG_FORMAT: "json", ...settings },
    },
  );
  const [log, problems] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(problems).toBe("");
  return log.split("\n").filter(Boolean);
}

const ADDRESS = /^https:\/\/id\.example\.com\/setup#token=[0-9a-f]{32}$/;

it("of two that boot at once one logs the address of the setup, whatever the level, and a later one none", async () => {
  const settings = { HOST: "0.0.0.0", APP_URL: "https://id.example.com", LOG_LEVEL: "error" };
  const logs = await Promise.all([bootInstance(settings), bootInstance(settings)]);
  const [line, ...others] = logs.flat();
  expect(others).toEqual([]);
  expect(JSON.parse(line ?? "{}")).toMatchObject({
    level: "info",
    time: expect.stringMatching(/^\d{4}-.*Z$/),
    msg: "set-up address",
    url: expect.stringMatching(ADDRESS),
  });
  expect(await bootInstance(settings)).toEqual([]);
}, 120_000);

it("it is logged wherever the server listens, since a proxy may stand in front, and none after the setup", async () => {
  const settings = { HOST: "127.0.0.1", APP_URL: "https://id.example.com", LOG_LEVEL: "error" };
  expect(JSON.parse((await bootInstance(settings))[0] ?? "{}")).toMatchObject({
    url: expect.stringMatching(ADDRESS),
  });
  await createUser();
  expect(await bootInstance({ HOST: "0.0.0.0", LOG_LEVEL: "error" })).toEqual([]);
}, 120_000);

it("what a package says on the console afterwards is one line of the log, in production", async () => {
  await createUser();
  const settings = { NODE_ENV: "production", LOG_LEVEL: "warn" };
  const lines = await bootInstance(settings, 'console.warn("two\\nlines of %s", "0f".repeat(64));');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { level: "warn", time: expect.any(String), source: "console", msg: "two\nlines of [redacted]" },
  ]);
}, 120_000);

it("the first line says what starts, its version and commit, and which settings it has: their names, and no value", async () => {
  await createUser();
  const secrets = { METRICS_TOKEN: "nobody reads this one", AUTH_GITHUB_SECRET: "nor this one here" };
  const settings = { LOG_LEVEL: "info", AUTH_GITHUB_ID: "an-id-of-ours", SIGN_IN_LINKS: "", ...secrets };
  const lines = await bootInstance({ ...settings, SOURCE_COMMIT: "c0ffee1" });
  const first = JSON.parse(lines[0] ?? "{}");
  expect(first).toEqual({
    level: "info",
    time: expect.any(String),
    version: VERSION,
    commit: "c0ffee1",
    node: process.versions.node,
    settings: expect.any(String),
    msg: "the server starts",
  });
  const names = first.settings.split(", ");
  for (const name of ["DATABASE_URL", "SECRET_KEY", "LOG_LEVEL", "AUTH_GITHUB_ID", ...Object.keys(secrets)])
    expect(names).toContain(name);
  expect(names).not.toContain("SIGN_IN_LINKS");
  expect(SETTING_NAMES).toEqual(expect.arrayContaining(names));
  const values = [
    ...Object.values(secrets),
    "an-id-of-ours",
    process.env.SECRET_KEY,
    process.env.DATABASE_URL,
  ];
  for (const value of values) expect(lines.join()).not.toContain(String(value));
}, 120_000);
