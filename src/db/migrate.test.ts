import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { promisify } from "node:util";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NAME } from "@/lib/brand.mjs";
import journal from "../../drizzle/meta/_journal.json";
import { migrate, migrateDown } from "./migrate.mjs";

const run = promisify(execFile);
const name = `gatehouse_migrations_${process.env.VITEST_POOL_ID}`;
const url = new URL(process.env.TEST_CLUSTER_URL ?? "");
const admin = postgres(url.href, { max: 1, onnotice: () => {} });
url.pathname = `/${name}`;

beforeAll(emptyDatabase);
afterAll(async () => {
  await admin.unsafe(`drop database if exists ${name} with (force)`);
  await admin.end();
});

async function emptyDatabase() {
  await admin.unsafe(`drop database if exists ${name} with (force)`);
  await admin.unsafe(`create database ${name}`);
}

/** Every table, column, index, constraint, trigger and function of ours, as Postgres itself spells them. */
async function describeSchema() {
  const sql = postgres(url.href, { max: 1 });
  const rows = await sql`
    select 'column' as kind, table_name || '.' || column_name as name,
      concat_ws(' ', data_type, character_maximum_length, is_nullable, column_default, is_identity) as definition
    from information_schema.columns where table_schema = 'public'
    union all select 'index', indexname, indexdef from pg_indexes where schemaname = 'public'
    union all select 'constraint', conname, pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
    union all select 'trigger', tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select 'function', proname, prosrc from pg_proc where pronamespace = 'public'::regnamespace
    union all select 'persistence', relname, relpersistence::text from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r'
    order by 1, 2, 3
  `;
  await sql.end();
  return rows.map(({ kind, name, definition }) => `${kind} ${name}: ${definition}`);
}

describe("the migrations", () => {
  test("walk up, all the way down, and up again to the same schema", async () => {
    await migrate(url.href);
    const first = await describeSchema();
    expect(first.length).toBeGreaterThan(50);

    await migrateDown(url.href, { steps: journal.entries.length });
    expect(await describeSchema()).toEqual([]);

    await migrate(url.href);
    expect(await describeSchema()).toEqual(first);
  });

  test.each([0, -1, 1.5, Number.NaN, journal.entries.length + 1])(
    "aren't taken back by %s",
    async (steps) => {
      await migrate(url.href);
      const first = await describeSchema();
      await expect(migrateDown(url.href, { steps })).rejects.toThrow(`from 1 to ${journal.entries.length}`);
      expect(await describeSchema()).toEqual(first);
    },
  );

  test("leave a schema of a newer version alone, and say whose it is", async () => {
    await migrate(url.href);
    const sql = postgres(url.href, { max: 1 });
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of the future', 9999999999999)`;
    await expect(migrate(url.href)).rejects.toThrow(`newer version of ${NAME}`);
    await sql`delete from drizzle.__drizzle_migrations where hash = 'of the future'`;
    await sql.end();
  });

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

  test("take the time they need, whatever limits the role has for requests", async () => {
    await emptyDatabase();
    await admin.unsafe(`alter database ${name} set statement_timeout = '1ms'`);
    await migrate(url.href);
    await admin.unsafe(`alter database ${name} reset statement_timeout`);
    expect((await describeSchema()).length).toBeGreaterThan(50);
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

  test("each have a way back", () => {
    const tags = journal.entries.map(({ tag }) => `${tag}.sql`);
    expect(readdirSync("drizzle/down").sort()).toEqual(tags.sort());
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

  test("a second time there is nothing to do", async () => {
    const said: string[] = [];
    await migrate(url.href, { log: (line) => said.push(line) });
    expect(said).toEqual(["The schema is up to date."]);
  });

  test("plain drizzle-kit migrate brings an empty database to the same schema, and each knows what the other did", async () => {
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

describe("the schema", () => {
  const sql = () => postgres(process.env.DATABASE_URL ?? "", { max: 1 });

  test("audit events can be added, not changed and not removed", async () => {
    const client = sql();
    await client`insert into audit_events (action) values ('session.started')`;
    await expect(client`update audit_events set action = 'x'`).rejects.toThrow("append only");
    await expect(client`delete from audit_events`).rejects.toThrow("append only");
    await client.end();
  });

  test("every table that has updated_at keeps it by a trigger", async () => {
    const client = sql();
    const rows = await client`
      select c.table_name from information_schema.columns c
      where c.column_name = 'updated_at' and c.table_schema = 'public' and not exists (
        select 1 from pg_trigger t where t.tgrelid = c.table_name::regclass and t.tgname = c.table_name || '_updated_at'
      )
    `;
    expect(rows).toEqual([]);
    await client.end();
  });

  test("names are folded beyond ASCII", async () => {
    const client = sql();
    const [row] = await client`select lower('ПРИВЕТ') as folded`;
    expect(row?.folded).toBe("привет");
    await client.end();
  });
});
