import { setTimeout as sleep } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { databaseAddress } from "@/lib/database-address.mjs";
import { statements } from "@/lib/load.mjs";
import { settings } from "@/lib/settings";

/** Little, so that connections are made anew before the request that found out is given up. */
const PATIENCE_MS = 500;
const OWN_PATIENCE_MS = 1_000;
const TURN_MS = 50;
/** Longer than a statement may take, so that by then at least one has ended. */
const STANDSTILL_MS = 3_200;
const REFUSED = "refused";

type Asked = { pid: () => number | undefined; isOpen: () => boolean; answered: Promise<void> };

/** Of the connections asked about those that the server does nothing for; whose they are a pooler between doesn't say. */
type View = { isPooled: boolean; idle: number[] };

/**
 * Whether connections of a pool have fallen silent and aren't merely busy. A bare statement on each may stand behind what is
 * under way there. So where one is late, the server is asked on a connection of its own, which stands in no queue: what waits
 * on a connection that the server does nothing for, or doesn't know, waits for ever.
 */
export async function isSilent(pool: Sql): Promise<boolean> {
  const asked = Array.from({ length: settings().DATABASE_POOL_MAX }, () => ask(pool));
  const own = connectAlone();
  try {
    const reached = own`select 1`.then(
      () => "reached",
      () => REFUSED,
    );
    const all = Promise.all(asked.map(({ answered }) => answered));
    if (await within(PATIENCE_MS, all)) return false;
    const outcome = await within(OWN_PATIENCE_MS, reached);
    // That is an answer too, and connections that can't be had are none to renew by.
    if (outcome === REFUSED) return false;
    const late = asked.filter(({ isOpen }) => isOpen());
    const view = outcome && (await within(OWN_PATIENCE_MS, viewOf(own, late)));
    if (!view) return true;
    return view.isPooled ? standsStill(late) : await areIdle(late, view.idle);
  } finally {
    void own.end({ timeout: 0 });
  }
}

/** On whatever connection the pool has it wait for. */
function ask(pool: Sql): Asked {
  let isOpen = true;
  const statement = pool`select 1`;
  const close = () => {
    isOpen = false;
  };
  const answered = statement.then(close, close);
  // Where the driver notes which connection it has found.
  const sent = statement as unknown as { state: { pid: number } | null };
  return { pid: () => sent.state?.pid, isOpen: () => isOpen, answered };
}

function connectAlone(): Sql {
  const { options } = databaseAddress(settings().DATABASE_URL);
  return postgres({
    ...options,
    max: 1,
    fetch_types: false,
    // Longer than anybody waits for it here: that it takes long is not a refusal.
    connect_timeout: 10,
    onnotice: () => {},
    // Some providers find the database by what stands there.
    connection: { application_name: "gatehouse", ...options.connection },
  });
}

async function viewOf(own: Sql, late: Asked[]): Promise<View> {
  const pids = late.flatMap(({ pid }) => pid() ?? []).join();
  // Between two statements of its line a connection is idle as well, but not for so long.
  const rows = await own<{ own: number; idle: string }[]>`
    select pg_backend_pid() as own, array_to_string(array(
      select asked.pid from unnest(string_to_array(${pids}, ',')::int[]) as asked (pid)
      where not exists (
        select from pg_stat_activity as known
        where known.pid = asked.pid and not (state = 'idle' and state_change < now() - interval '500 ms')
      )
    ), ',') as idle`;
  const [row] = rows;
  // Of none the text is empty, which would be split into one.
  const idle = row?.idle ? row.idle.split(",").map(Number) : [];
  return { isPooled: row?.own !== (rows.state as unknown as { pid: number }).pid, idle };
}

/** Of those that found no connection none may be free for long, which looks the same; but then others end. */
async function areIdle(late: Asked[], idle: number[]): Promise<boolean> {
  // What has come in while this process had no time to look at it counts as well.
  await sleep(2 * TURN_MS, undefined, { ref: false });
  if (late.some(({ pid, isOpen }) => isOpen() && idle.some((known) => known === pid()))) return true;
  return late.some(({ pid }) => pid() === undefined) && (await standsStill(late));
}

async function standsStill(late: Asked[]): Promise<boolean> {
  const before = statements.ended;
  await within(STANDSTILL_MS, Promise.any(late.map(({ answered }) => answered)));
  return statements.ended === before && late.every(({ isOpen }) => isOpen());
}

/** In turns of the event loop, so that one that is held up takes nobody's time away. */
async function within<T>(ms: number, answer: Promise<T>): Promise<T | undefined> {
  let known: T | undefined;
  let isOver = false;
  answer
    .then((value) => {
      known = value;
    })
    .catch(() => {})
    .finally(() => {
      isOver = true;
    });
  for (let turn = 0; turn < ms / TURN_MS && !isOver; turn++) await sleep(TURN_MS, undefined, { ref: false });
  return known;
}
