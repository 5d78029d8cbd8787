import { type AnyColumn, type Placeholder, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { SelectResultFields } from "drizzle-orm/query-builders/select.types";

// Words that the builder lacks.

/** What stands for one value in a statement; text and numbers become parameters. */
export type Value = SQLWrapper | string | number | boolean | null;

export const now = sql<Date>`now()`;

/** Places for what a prepared statement is given each time, by the names of what goes there. */
export function placeholders<N extends string>(...names: N[]) {
  return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as {
    [K in N]: Placeholder<K>;
  };
}

/** A moment so many seconds away from now; negative ones are past. */
export function inSeconds(seconds: Value): SQL<Date> {
  return sql`now() + make_interval(secs => ${seconds})`;
}

/** Bare names, as the column list of an insert wants them. */
export function columnNames(...columns: AnyColumn[]): SQL {
  return sql.join(
    columns.map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
}

/** A whole array as one parameter, so that the statement is the same for any number of them. */
export function arrayOf(
  values: readonly (string | number)[],
  type: "int" | "text" | "uuid" | "timestamptz",
): SQL {
  return sql`${sql.param(values)}::${sql.raw(type)}[]`;
}

/** Rows as a JSON array of objects; for columns of text, numbers and booleans, which JSON has too. */
export function jsonListOf<C extends Record<string, AnyColumn>>(columns: C, { by }: { by: SQL }) {
  const entries = Object.entries(columns).map(([key, column]) => sql`${sql.raw(`'${key}'`)}, ${column}`);
  const object = sql`json_build_object(${sql.join(entries, sql`, `)})`;
  return sql<SelectResultFields<C>[]>`coalesce(json_agg(${object} order by ${by}), '[]')`;
}
