import { readdirSync } from "node:fs";
import postgres from "postgres";
import { describe, expect, test } from "vitest";
import { NAME } from "@/lib/brand.mjs";
import { serveEmptyDatabase } from "@/testing/empty-database";
import journal from "../../drizzle/meta/_journal.json";
import { migrate, migrateDown } from "./migrate.mjs";

const { admin, name, url, emptyDatabase, describeSchema } = serveEmptyDatabase();

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

  test("take the time they need, whatever limits the role has for requests", async () => {
    await emptyDatabase();
    await admin.unsafe(`alter database ${name} set statement_timeout = '1ms'`);
    await migrate(url.href);
    await admin.unsafe(`alter database ${name} reset statement_timeout`);
    expect((await describeSchema()).length).toBeGreaterThan(50);
  });

  test("each have a way back", () => {
    const tags = journal.entries.map(({ tag }) => `${tag}.sql`);
    expect(readdirSync("drizzle/down").sort()).toEqual(tags.sort());
  });

  test("a second time there is nothing to do", async () => {
    await migrate(url.href);
    const said: string[] = [];
    await migrate(url.href, { log: (line) => said.push(line) });
    expect(said).toEqual(["The schema is up to date."]);
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
