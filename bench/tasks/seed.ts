import type { Sql, TransactionSql } from "postgres";

// A table as it is after years: ten busy people with 10,000 tasks each and 9,000 with a hundred, written in no order, so
// that what belongs to one person lies scattered over the whole of it. The pages read what a query names and no more,
// whoever's it is; and this is the worst that they can find.

export const TASKS = 1_000_000;
export const TASKS_OF_THE_BUSY = 10_000;
const BUSY = 10;
const OTHERS = (TASKS - BUSY * TASKS_OF_THE_BUSY) / 100;

const WORDS =
  "report invoice call buy milk water plants review deploy fix write letter garden clean kitchen car ticket flight " +
  "hotel paint wall read book chapter встреча позвонить купить хлеб отчёт цветы письмо";

/** All of it or nothing. */
export async function seed(client: Sql) {
  await client.begin((sql) => write(sql));
  await client.unsafe("vacuum (analyze) users, tasks, tags, task_tag_link");
}

async function write(sql: TransactionSql) {
  await sql`select setseed(0.42)`;
  await sql`insert into providers (name) values ('Bench')`;
  await sql`
    insert into users (email, username, provider_id)
    select 'u' || n || '@example.com', 'u' || n, (select id from providers) from generate_series(1, ${BUSY + OTHERS}::int) n
  `;
  await sql`
    create temp table seeded as
    select case when n <= ${BUSY * TASKS_OF_THE_BUSY}::int then 1 + n % ${BUSY}::int
      else ${BUSY + 1}::int + n % ${OTHERS}::int end as person, n
    from generate_series(1, ${TASKS}::int) n
  `;
  await sql`
    insert into tasks (user_id, title, description, completed_at, priority, due_date, created_at)
    select u.id, ${words(sql, 3)} || ' ' || n, case when random() < 0.4 then ${words(sql, 20)} end,
      case when random() < 0.7 then now() - random() * interval '365 days' end,
      (array['low', 'medium', 'medium', 'high'])[1 + floor(random() * 4)],
      case when random() < 0.6 then now() + (random() - 0.8) * interval '365 days' end,
      now() - random() * interval '400 days'
    from seeded join users u on u.username = 'u' || person, string_to_array(${WORDS}, ' ') as word
    order by md5(n::text)
  `;
  await sql`
    insert into tags (user_id, name, color)
    select id, name, '#64748b' from users, unnest(array['everywhere', 'often', 'rarely', 'never']) as name
    where substr(username, 2)::int <= 1000
  `;
  await sql`
    insert into task_tag_link (task_id, tag_id)
    select t.id, g.id from tags g join tasks t on t.user_id = g.user_id
    where random() < case g.name when 'everywhere' then 0.5 when 'often' then 0.1 when 'rarely' then 0.005 else 0 end
    order by md5(t.id::text)
  `;
}

function words(sql: TransactionSql, count: number) {
  return Array.from({ length: count }, () => sql`word[1 + floor(random() * 31)]`).reduce(
    (before, one) => sql`${before} || ' ' || ${one}`,
  );
}
