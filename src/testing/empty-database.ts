import postgres from "postgres";
import { afterAll, beforeAll } from "vitest";

/** A database without any table, for the tests of this file to migrate. */
export function serveEmptyDatabase() {
  const name = `gatehouse_migrations_${process.env.VITEST_POOL_ID}`;
  const url = new URL(process.env.TEST_CLUSTER_URL ?? "");
  const admin = postgres(url.href, { max: 1, onnotice: () => {} });
  url.pathname = `/${name}`;

  async function emptyDatabase() {
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.unsafe(`create database ${name}`);
  }

  beforeAll(emptyDatabase);
  afterAll(async () => {
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
  });
  return { admin, name, url, emptyDatabase, describeSchema: () => describeSchema(url.href) };
}

/** Every table, column, index, constraint, trigger and function of ours, as Postgres itself spells them. */
async function describeSchema(databaseUrl: string) {
  const sql = postgres(databaseUrl, { max: 1 });
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
