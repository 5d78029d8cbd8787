import { type AnyColumn, Column, is, type SQL } from "drizzle-orm";
import type { SelectResultFields } from "drizzle-orm/query-builders/select.types";
import { z } from "zod";
import { momentAnswer } from "@/lib/answers";

type Selection = Record<string, AnyColumn | SQL | SQL.Aliased>;

type Row<S extends Selection> = SelectResultFields<S>;

type KeysOfComputed<S extends Selection> = {
  [K in keyof S]: S[K] extends AnyColumn ? never : K;
}[keyof S];

type More<S extends Selection> = {
  /** What the document says beside the type. */
  notes?: { [K in keyof S]?: z.GlobalMeta };
} & ([KeysOfComputed<S>] extends [never]
  ? object
  : { computed: { [K in KeysOfComputed<S>]: z.ZodType<Row<S>[K & keyof Row<S>]> } });

type Answer<S extends Selection> = z.ZodObject<{ [K in keyof Row<S>]: z.ZodType<Row<S>[K]> }>;

/** The schema of what a select of these columns answers: the table says it all but of what is computed. */
export function answerOf<S extends Selection>(columns: S, more: More<S>): Answer<S> {
  const { notes = {}, computed = {} } = more as {
    notes?: Record<string, z.GlobalMeta>;
    computed?: Record<string, z.ZodType>;
  };
  const shape = Object.entries(columns).map(([name, column]) => {
    const schema = computed[name] ?? schemaOf(name, column);
    return [name, notes[name] ? schema.meta(notes[name]) : schema];
  });
  return z.object(Object.fromEntries(shape)) as Answer<S>;
}

function schemaOf(name: string, column: AnyColumn | SQL | SQL.Aliased): z.ZodType {
  const schema = is(column, Column) ? typeOf(column) : undefined;
  if (schema === undefined) throw new Error(`Nothing says how ${name} is answered.`);
  return (column as AnyColumn).notNull ? schema : schema.nullable();
}

const TYPES: Record<string, () => z.ZodType> = {
  PgUUID: z.uuid,
  PgVarchar: z.string,
  PgText: z.string,
  PgInteger: z.int,
  PgBoolean: z.boolean,
  PgTimestamp: () => momentAnswer,
  PgJsonb: () => z.record(z.string(), z.unknown()),
};

function typeOf({ columnType, enumValues }: AnyColumn): z.ZodType | undefined {
  return enumValues?.length ? z.enum(enumValues) : TYPES[columnType]?.();
}
