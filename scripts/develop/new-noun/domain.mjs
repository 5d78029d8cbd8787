// The table, what may be said of the noun, and what may be done with it.

/** @typedef {import("./noun.mjs").Noun} Noun */
/** @typedef {import("./noun.mjs").Field} Field */

const MOST = { line: 200, text: 2000 };

/** @param {Noun} noun */
export function tableFile({ many, one, fields }) {
  const columns = fields.map((field) => `    ${field.name}: ${columnOf(field)},`).join("\n");
  const types = new Set(["index", "integer", "pgTable", "uuid", ...fields.map(typeOf)]);
  return `import { ${[...types].sort().join(", ")} } from "drizzle-orm/pg-core";
import { timestamps } from "./columns";
import { users } from "./users";

/** A person's own ${one}. */
export const ${many} = pgTable(
  "${many}",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
${columns}
    ...timestamps,
  },
  // In the order of the list, so that a page is read from where the last one ended.
  (t) => [index("ix_${many}_by_created_at").on(t.userId, t.createdAt, t.id)],
);
`;
}

/** @param {Field} field */
function typeOf({ kind }) {
  return kind === "number" ? "integer" : kind === "flag" ? "boolean" : "varchar";
}

/** @param {Field} field */
function columnOf(field) {
  const { column, kind, optional } = field;
  const length = kind === "line" || kind === "text" ? `, { length: ${MOST[kind]} }` : "";
  const rest = kind === "flag" ? ".notNull().default(false)" : optional ? "" : ".notNull()";
  return `${typeOf(field)}("${column}"${length})${rest}`;
}

/** @param {Noun} noun */
export function triggerOf({ many }) {
  return `
--> statement-breakpoint
CREATE TRIGGER ${many}_updated_at BEFORE UPDATE ON ${many} FOR EACH ROW EXECUTE FUNCTION set_updated_at();
`;
}

/** @param {Noun} noun */
export function wayBack({ many }) {
  return `DROP TABLE ${many};\n`;
}

/** @param {Noun} noun */
export function inputsFile({ many, one, One, ONE, fields }) {
  const limits = fields.flatMap(({ column, kind }) =>
    kind === "line" || kind === "text" ? [`${column}: ${MOST[kind]}`] : [],
  );
  const schemas = ["line", "text"].filter((kind) => fields.some((field) => field.kind === kind));
  const shape = fields.map((field) => `  ${field.column}: ${schemaOf(field, ONE)},`).join("\n");
  return `import { z } from "zod";
import { ${schemas.map((kind) => `${kind}Schema`).join(", ")} } from "@/lib/text-schemas";

// What the endpoints of ${many} take. Fields that aren't named are ignored: whose ${one} it is nobody can say in a body.

export const ${ONE}_LIMITS = { ${limits.join(", ")} } as const;

export const new${One}Schema = z
  .object({
${shape}
})
  .meta({ id: "New${One}" });

export const ${one}ChangeSchema = new${One}Schema.partial().meta({ id: "${One}Change" });

export type New${One} = z.output<typeof new${One}Schema>;
export type ${One}Change = z.output<typeof ${one}ChangeSchema>;
`;
}

/**
 * @param {Field} field
 * @param {string} ONE
 */
function schemaOf({ column, kind, optional }, ONE) {
  const limit = `${ONE}_LIMITS.${column}`;
  switch (kind) {
    case "line":
      return `lineSchema(${limit})${optional ? ".nullable().optional()" : ""}`;
    case "text":
      return optional
        ? `textSchema(${limit}).optional()`
        : `textSchema(${limit})
    .pipe(z.string("VALIDATION_ERROR"))
    .meta({ override: { type: "string", anyOf: undefined, minLength: 1, maxLength: ${limit} } })`;
    case "number":
      return `z.int32()${optional ? ".nullable().optional()" : ""}`;
    default:
      return "z.boolean().optional()";
  }
}

/** @param {Noun} noun */
export function domainFile(noun) {
  const { many, one, One, fields } = noun;
  const own = fields.map(({ column, name }) => `  ${column}: ${many}.${name},`).join("\n");
  const valuesOf = (/** @type {string} */ from) =>
    fields.map(({ column, name }) => `${name}: ${from}.${column}`).join(", ");
  return `import { and, eq } from "drizzle-orm";
import type { SelectResultFields } from "drizzle-orm/query-builders/select.types";
import { db } from "@/db/client";
import { keysetBy } from "@/db/keyset";
import { now } from "@/db/sql";
import { ${many} } from "@/db/tables";
import { Problem } from "@/lib/errors";
import { type Page, toPage } from "@/lib/page";
import type { New${One}, ${One}Change } from "./inputs";

/** What anybody ever gets to see of a ${one}. */
export const ${one}Columns = {
  id: ${many}.id,
${own}
  created_at: ${many}.createdAt,
  updated_at: ${many}.updatedAt,
};

export type ${One} = SelectResultFields<typeof ${one}Columns>;

const newestFirst = keysetBy({
  key: ${many}.createdAt,
  kind: "moment",
  id: ${many}.id,
  idType: "int",
  descending: true,
});

/** A person's ${many}, the newest first. */
export async function list${noun.Many}(options: {
  userId: string;
  limit: number;
  cursor?: string;
}): Promise<Page<${One}>> {
  const { userId, limit, cursor } = options;
  const rows = await db
    .select({ ...${one}Columns, position: newestFirst.position })
    .from(${many})
    .where(and(eq(${many}.userId, userId), cursor === undefined ? undefined : newestFirst.after(cursor)))
    .orderBy(newestFirst.by)
    .limit(limit + 1);
  return toPage(rows, limit, (row) => row.position);
}

type Which = { userId: string; ${one}Id: number };

export async function get${One}(which: Which): Promise<${One}> {
  const [found] = await db.select(${one}Columns).from(${many}).where(isOwn(which));
  return found ?? gone();
}

export async function create${One}({ userId, ${one} }: { userId: string; ${one}: New${One} }): Promise<${One}> {
  const row = { userId, ${valuesOf(one)} };
  const [created] = await db.insert(${many}).values(row).returning(${one}Columns);
  return created ?? gone();
}

export async function change${One}({ change, ...which }: Which & { change: ${One}Change }): Promise<${One}> {
  const [changed] = await db
    .update(${many})
    // What isn't given stays; the moment, so that there is always something to set.
    .set({ ${valuesOf("change")}, updatedAt: now })
    .where(isOwn(which))
    .returning(${one}Columns);
  return changed ?? gone();
}

export async function delete${One}(which: Which) {
  const deleted = await db.delete(${many}).where(isOwn(which)).returning({ id: ${many}.id });
  if (deleted.length === 0) gone();
}

/** Somebody else's isn't found. */
function isOwn({ userId, ${one}Id }: Which) {
  return and(eq(${many}.id, ${one}Id), eq(${many}.userId, userId));
}

function gone(): never {
  throw new Problem("NOT_FOUND");
}
`;
}

/** @param {Noun} noun */
export function answersFile({ many, one, One }) {
  return `import { answerOf } from "@/db/answer";
import { ${one}Columns } from "./${many}";

export const ${one}Answer = answerOf(${one}Columns, {}).meta({ id: "${One}" });
`;
}
