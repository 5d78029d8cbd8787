import { setTimeout as sleep } from "node:timers/promises";
import { PgPreparedQuery } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { statements } from "@/lib/load.mjs";
import { requestContext } from "@/lib/request-context.mjs";
import { traceStep } from "@/lib/tracing.mjs";
import { database } from "./pool";

type Connection = Pick<Sql, "unsafe"> & {
  begin?: Sql["begin"];
  savepoint?: (work: (connection: Connection) => unknown) => unknown;
};

/**
 * Drizzle over whatever pool is current: so prepared queries can stand at module level, and a build needs no database.
 */
export const db = drizzle(handleOf(database) as unknown as Sql);

export type Transaction = Parameters<Parameters<typeof db.transaction>[0]>[0];

/** All of it or nothing. What is sent in one go (Promise.all) runs in its order, without a round trip between. */
export function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return onceConnected(() => db.transaction(work));
}

/** What was prepared outside of it, for this transaction to execute. */
export function within<Q extends object>(tx: Transaction, prepared: Q): Q {
  const { client } = (tx as unknown as { session: { client: unknown } }).session;
  return Object.assign(Object.create(Object.getPrototypeOf(prepared)), prepared, { client });
}

function handleOf(connection: () => Connection) {
  return {
    // The pool's own stand: dates come as Date, and Drizzle's are dummies.
    options: { parsers: {}, serializers: {} },
    // Prepared by its text, and on its way at once: a transaction's statements go out in the order they are composed in.
    unsafe: (query: string, params: never[]) =>
      connection().unsafe(query, params, { prepare: true }).execute(),
    begin: (work: (handle: unknown) => unknown) =>
      connection().begin?.((transaction) => work(handleOf(() => transaction as unknown as Connection))),
    savepoint: (work: (handle: unknown) => unknown) =>
      connection().savepoint?.((nested) => work(handleOf(() => nested))),
  };
}

// Drizzle would wrap the driver's error in one whose message holds every parameter, hashes and addresses among them, and
// a log would print it. Postgres itself says in its details which row a statement broke at, with all that it holds.
const prepared = PgPreparedQuery.prototype as unknown as {
  queryWithCache: (query: string, params: unknown[], run: () => Promise<unknown>) => Promise<unknown>;
};
prepared.queryWithCache = (query, _params, run) =>
  traceStep(
    () => statementOf(query),
    () =>
      onceConnected(run).then(
        (rows) => {
          requestContext()?.reads?.add(`${query} ${JSON.stringify(rows)}`);
          return rows;
        },
        (error) => {
          throw withoutValues(error);
        },
      ),
  );

/** Without its values, which are sent beside it. */
function statementOf(query: string) {
  const [name = ""] = query.trimStart().split(/\s/, 1);
  const attributes = { "db.system.name": "postgresql", "db.query.text": query };
  return { name, kind: "client" as const, attributes };
}

const NO_CONNECTION_LEFT = "53300";
const WAIT_MS = 50;
const LONGEST_WAIT_MS = 2_000;

/**
 * Where the server gives out no more connections, the ones that this pool has are waited for: it is told before anything of the
 * statement or transaction has been sent.
 */
async function onceConnected<T>(run: () => Promise<T>): Promise<T> {
  const began = performance.now();
  statements.waiting++;
  try {
    for (;;) {
      try {
        return await run();
      } catch (error) {
        const { code } = error as { code?: unknown };
        if (code !== NO_CONNECTION_LEFT || performance.now() - began > LONGEST_WAIT_MS) throw error;
        await sleep(WAIT_MS);
      }
    }
  } finally {
    statements.waiting--;
    statements.ended++;
  }
}

function withoutValues(error: unknown): unknown {
  if (error instanceof postgres.PostgresError) {
    error.detail = undefined;
    error.where = undefined;
  }
  return error;
}
