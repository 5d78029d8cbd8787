import { readFileSync } from "node:fs";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createUser } from "@/testing/factories";
import { database } from "./pool";

const ROLE = `gatehouse_app_${process.env.VITEST_POOL_ID ?? 0}`;

let asApp: Sql;
let userId: string;

beforeAll(async () => {
  userId = (await createUser()).id;
  await database()`insert into audit_events (action, subject_id) values ('session.started', ${userId})`;
  await database().unsafe(`drop role if exists ${ROLE}`);
  await database().unsafe(`create role ${ROLE}`);
  const grants = readFileSync("deploy/app-role.sql", "utf8").replaceAll(':"role"', ROLE);
  // Twice, as after each migration.
  for (let times = 0; times < 2; times++) await database().unsafe(grants).simple();
  asApp = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
  await asApp.unsafe(`set role ${ROLE}`);
});
afterAll(async () => {
  await asApp.end();
  await database().unsafe(`drop owned by ${ROLE}; drop role ${ROLE}`).simple();
});

describe("the application's own role", () => {
  it.each([
    "truncate audit_events",
    "truncate users cascade",
    "delete from audit_events",
    "update audit_events set action = 'nothing'",
    "alter table audit_events disable trigger all",
    "drop table sessions",
    "create table of_its_own (id int)",
    "drop function redact_purged_person(uuid)",
    "set gatehouse.dropping = 'on'; delete from audit_events",
    "delete from drizzle.__drizzle_migrations",
  ])("can't: %s", async (statement) => {
    await expect(asApp.unsafe(statement)).rejects.toMatchObject({ code: "42501" });
  });

  it("does all that the application does: it reads, writes, adds to the log, and redacts by the one function", async () => {
    await asApp`insert into audit_events (action, subject_id) values ('session.ended', ${userId})`;
    await asApp`update users set full_name = 'Ada' where id = ${userId}`;
    await asApp`insert into tags (user_id, name, color) values (${userId}, 'home', '#000000')`;
    await asApp`delete from tags where user_id = ${userId}`;
    const [{ events } = { events: 0 }] = await asApp<{ events: number }[]>`
      select count(*)::int as events from audit_events where subject_id = ${userId}
    `;
    expect(events).toBe(2);
    await expect(asApp`select redact_purged_person(${userId})`).rejects.toMatchObject({ code: "23000" });
    expect(await asApp`select drop_old_events(1) as dropped`).toEqual([{ dropped: 0 }]);
    expect((await asApp`select * from drizzle.__drizzle_migrations`).length).toBeGreaterThan(5);
  });
});
