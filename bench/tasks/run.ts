import postgres, { type Sql } from "postgres";
import { closeDatabase } from "@/db/pool";
import { migrate } from "../../src/db/migrate.mjs";
import { type NamedQuery, queriesOf } from "./queries";
import { seed, TASKS } from "./seed";

// npm run bench:tasks: what each list of tasks, and the stats of the dashboard, cost Postgres with 10,000 tasks a person and 1,000,000 in the table.
// The rows are kept in a database of their own, so a second run only measures.

const MOST_MS = 10;
const RUNS = 15;
const DATABASE = "gatehouse_bench_tasks";

type Plan = { "Node Type": string; "Index Name"?: string; "Shared Hit Blocks"?: number; Plans?: Plan[] };
type Explained = { Plan: Plan; "Planning Time": number; "Execution Time": number };

const sql = await openDatabase();
if ((await countTasks(sql)) < TASKS) {
  console.log(`Writing ${TASKS.toLocaleString("en")} tasks …`);
  await seed(sql);
}
const [person] = await sql<{ id: string }[]>`select id from users where username = 'u1'`;
const queries = await queriesOf(person?.id ?? "");

console.log(
  `\nEXPLAIN ANALYZE, planning and execution, the least of ${RUNS} runs; in brackets as a prepared statement's`,
);
console.log("general plan, which Postgres may come to use after some calls.\n");
const slow: string[] = [];
for (const query of queries) {
  const special = await explain(sql, query, "force_custom_plan");
  const general = await explain(sql, query, "force_generic_plan");
  const worst = Math.max(special.ms, general.ms);
  if (worst > MOST_MS) slow.push(query.name);
  console.log(
    `${worst > MOST_MS ? "!" : " "} ${query.name.padEnd(52)} ${special.ms.toFixed(2).padStart(7)} ms ` +
      `(${general.ms.toFixed(2).padStart(6)})  ${special.pages} pages  ${special.way}`,
  );
}
console.log(slow.length === 0 ? `\nNone over ${MOST_MS} ms.` : `\nOver ${MOST_MS} ms: ${slow.length}`);
process.exitCode = slow.length === 0 ? 0 : 1;
await closeDatabase();
await sql.end();

async function openDatabase(): Promise<Sql> {
  const url = new URL(process.env.DATABASE_URL ?? "");
  const admin = postgres(url.href, { max: 1, onnotice: () => {} });
  const known = await admin`select 1 from pg_database where datname = ${DATABASE}`;
  if (known.length === 0) {
    await admin.unsafe(
      `create database ${DATABASE} template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' lc_collate 'C' lc_ctype 'C'`,
    );
  }
  await admin.end();
  url.pathname = `/${DATABASE}`;
  await migrate(url.href);
  // What the product itself asks goes there too.
  process.env.DATABASE_URL = url.href;
  return postgres(url.href, { max: 1, connection: { TimeZone: "UTC" } });
}

async function countTasks(sql: Sql) {
  const [row] = await sql<{ count: number }[]>`select count(*)::int from tasks`;
  return row?.count ?? 0;
}

async function explain(sql: Sql, { query }: NamedQuery, mode: string) {
  await sql.unsafe(`set plan_cache_mode = ${mode}`).simple();
  const { sql: text, params } = query.toSQL();
  // By hand, since EXPLAIN of anything but EXECUTE plans for the values at hand, whatever the mode.
  await sql.unsafe(`prepare explained as ${text}`).simple();
  const runs: Explained[] = [];
  for (let run = 0; run < RUNS; run++) {
    const [row] = await sql.unsafe<{ "QUERY PLAN": [Explained] }[]>(
      `explain (analyze, buffers, format json) execute explained (${params.map(literal).join(", ")})`,
    );
    if (row) runs.push(row["QUERY PLAN"][0]);
  }
  await sql.unsafe("deallocate explained").simple();
  // The least of all: what the statement takes where nothing else wants the machine.
  const least = runs.sort((a, b) => total(a) - total(b))[0];
  if (!least) throw new Error("Nothing was explained");
  return { ms: total(least), pages: least.Plan["Shared Hit Blocks"] ?? 0, way: wayOf(least.Plan) };
}

function literal(value: unknown): string {
  const list = Array.isArray(value) ? `{${value.join(",")}}` : value;
  const text = list instanceof Date ? list.toISOString() : String(list);
  return `'${text.replaceAll("'", "''")}'`;
}

function total(explained: Explained) {
  return explained["Planning Time"] + explained["Execution Time"];
}

function wayOf(plan: Plan): string {
  const below = (plan.Plans ?? []).map(wayOf).find(Boolean) ?? "";
  return plan["Index Name"] ?? below;
}
