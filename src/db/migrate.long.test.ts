import { execFile } from "node:child_process";
import { promisify } from "node:util";
import postgres from "postgres";
import { describe, expect, test } from "vitest";
import { serveEmptyDatabase } from "@/testing/empty-database";
import journal from "../../drizzle/meta/_journal.json";
import { migrate, migrateDown } from "./migrate.mjs";

const run = promisify(execFile);
const { url, emptyDatabase, describeSchema } = serveEmptyDatabase();

describe("the migrations", () => {
  test("let go of a table that is in use, and try again", async () => {
    await migrate(url.href);
    const sql = postgres(url.href, { max: 1 });
    const lines: string[] = [];
    let taken: Promise<void> | undefined;
    await sql.begin(async (tx) => {
      await tx`lock table jobs, users in access share mode`;
      taken = migrateDown(url.href, { steps: journal.entries.length, log: (line) => lines.push(line) });
      await expect.poll(() => lines.join(), { timeout: 30_000 }).toContain("A table is in use; trying again");
    });
    await taken;
    await sql.end();
    expect(await describeSchema()).toEqual([]);
  });

  test("aren't taken back from the command line without a yes", async () => {
    await migrate(url.href);
    const first = await describeSchema();
    const env = { ...process.env, DATABASE_URL: url.href, ENV_FILE: "" };
    const refused = await run(process.execPath, ["src/db/migrate.mjs", "down"], { env }).catch(
      (error) => error,
    );
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("--yes") });
    expect(await describeSchema()).toEqual(first);
  });

  test("five at once: one does the work, all five succeed", async () => {
    await emptyDatabase();
    const env = { ...process.env, DATABASE_URL: url.href };
    const results = await Promise.all(
      Array.from({ length: 5 }, () => run(process.execPath, ["src/db/migrate.mjs"], { env })),
    );
    const said = results.map(({ stdout }) => stdout.trim()).sort();
    const done = `Applied ${journal.entries.length} migrations.`;
    expect(said).toEqual([done, ...Array(4).fill("The schema is up to date.")].sort());
  });

  test("plain drizzle-kit migrate brings an empty database to the same schema, and each knows what the other did", async () => {
    await migrate(url.href);
    const expected = await describeSchema();
    await emptyDatabase();
    const env = { ...process.env, DATABASE_URL: url.href };
    await run("npx", ["drizzle-kit", "migrate"], { env, shell: process.platform === "win32" });
    expect(await describeSchema()).toEqual(expected);
    const said: string[] = [];
    await migrate(url.href, { log: (line) => said.push(line) });
    expect(said).toEqual(["The schema is up to date."]);
  }, 30_000);

  test("say what is wrong, and don't quote the password, where there is no database", async () => {
    const env = { ...process.env, DATABASE_URL: "postgres://me:hunter22@127.0.0.1:1/none" };
    const failure = await run(process.execPath, ["src/db/migrate.mjs"], { env }).catch((error) => error);
    expect(failure.code).toBe(1);
    expect(failure.stderr).toMatch(/^Migrating failed: /);
    expect(failure.stderr).not.toContain("hunter22");
  });
});
