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

/**
 * A statement that comes in a few kinds, composed and prepared when each is first asked for: where it has many parts, to compose
 * it takes longer than to execute it.
 */
export function preparedByKind<K extends Record<string, boolean>, S>(compose: (kind: K) => S) {
  const known = new Map<string, S>();
  return (kind: K): S => {
    const key = JSON.stringify(kind);
    const statement = known.get(key) ?? compose(kind);
    known.set(key, statement);
    return statement;
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

/** A whole array as one parameter, so that the statement is the same for any number of them; or the place for it. */
export function arrayOf(
  values: readonly (string | number)[] | Placeholder,
  type: "int" | "text" | "uuid" | "timestamptz",
): SQL {
  return sql`${Array.isArray(values) ? sql.param(values) : values}::${sql.raw(type)}[]`;
}

/** Rows as a JSON array of objects; for columns of text, numbers and booleans, which JSON has too. */
export function jsonListOf<C extends Record<string, AnyColumn>>(columns: C, { by }: { by: SQL }) {
  const entries = Object.entries(columns).map(([key, column]) => sql`${sql.raw(`'${key}'`)}, ${column}`);
  const object = sql`json_build_object(${sql.join(entries, sql`, `)})`;
  return sql<SelectResultFields<C>[]>`coalesce(json_agg(${object} order by ${by}), '[]')`;
}
