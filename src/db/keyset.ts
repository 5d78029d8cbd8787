import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { readCursor } from "@/lib/page";

// A list page by page: each begins after the place where the last one ended, so that no row is shown twice or left out
// because others came meanwhile, and the 51st page costs what the first does.

type Key = AnyColumn | SQL;

type IdType = "uuid" | "int" | "bigint";

/** Numbers from one to so many; at most nine. */
type Ranks = { ranks: number };

type Walk = {
  /** Stands in front of the cursor, so that one of another order is none of this. */
  name?: string;
  key: Key;
  kind: "moment" | "anyMoment" | Ranks;
  /** Tells rows with equal keys apart. */
  id: AnyColumn;
  idType: IdType;
  descending: boolean;
};

export type Keyset = {
  by: SQL;
  /** Where a row stands: the cursor of a page that ends with it. */
  position: SQL<string>;
  /** What comes behind the place that a cursor names. */
  after: (cursor: string) => SQL;
};

// Microseconds, as Postgres counts: a Date would lose the last three digits. Moments of ours are near; what people type
// may be any, as far as both can compute.
const MOMENT_FORMS = { moment: "\\d{1,16}", anyMoment: "(?:-?\\d{1,17}|\\d{18}|infinity)" };

export const UUID_FORM = "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}";

const ID_FORMS: Record<IdType, string> = { uuid: UUID_FORM, int: "[1-9]\\d{0,9}", bigint: "\\d{1,18}" };

/** By a key and, among equal ones, by id. Its index has both, in this order. */
export function keysetBy({ name, key, kind, id, idType, descending }: Walk): Keyset {
  const { direction, beyond } = wayOf(descending);
  const prefix = prefixOf(name);
  const isMoment = typeof kind === "string";
  const keyForm = isMoment ? MOMENT_FORMS[kind] : `[1-${kind.ranks}]`;
  const form = new RegExp(`^${prefix}${keyForm}\\.${ID_FORMS[idType]}$`);
  return {
    by: sql`${key} ${direction}, ${id} ${direction}`,
    position: sql<string>`${prefix}::text || ${isMoment ? microsecondsOf(key) : key} || '.' || ${id}`,
    after(cursor) {
      const [keyText = "", idText = ""] = readCursor(cursor, form).slice(prefix.length).split(".");
      const keyValue = isMoment ? momentOf(keyText) : sql`${keyText}::int`;
      return sql`(${key}, ${id}) ${beyond} (${keyValue}, ${idText}::${sql.raw(idType === "int" ? "bigint" : idType)})`;
    },
  };
}

type TextWalk = { name: string; key: Key; form: string; id: AnyColumn; descending: boolean };

/** By a text and, among equal ones, by id, which stands in front in the cursor: its length is known. */
export function keysetByTextAndId({ name, key, form, id, descending }: TextWalk): Keyset {
  const { direction, beyond } = wayOf(descending);
  const prefix = prefixOf(name);
  const whole = new RegExp(`^${prefix}${UUID_FORM} ${form}$`, "u");
  return {
    by: sql`${key} ${direction}, ${id} ${direction}`,
    position: sql<string>`${prefix}::text || ${id} || ' ' || ${key}`,
    after(cursor) {
      const text = readCursor(cursor, whole).slice(prefix.length);
      const at = text.indexOf(" ");
      return sql`(${key}, ${id}) ${beyond} (${text.slice(at + 1)}::text, ${text.slice(0, at)}::uuid)`;
    },
  };
}

type UniqueWalk = { name?: string; key: Key; form: string; descending: boolean };

/** By a text that no two rows share, so that it is all that a cursor needs. */
export function keysetByText({ name, key, form, descending }: UniqueWalk): Keyset {
  const { direction, beyond } = wayOf(descending);
  const prefix = prefixOf(name);
  return {
    by: sql`${key} ${direction}`,
    position: sql<string>`${prefix}::text || ${key}`,
    after: (cursor) =>
      sql`${key} ${beyond} ${readCursor(cursor, new RegExp(`^${prefix}${form}$`, "u")).slice(prefix.length)}`,
  };
}

function prefixOf(name: string | undefined) {
  return name === undefined ? "" : `${name} `;
}

function wayOf(descending: boolean) {
  return descending ? { direction: sql`desc`, beyond: sql`<` } : { direction: sql`asc`, beyond: sql`>` };
}

function microsecondsOf(moment: Key): SQL<string> {
  return sql`case when isfinite(${moment}) then (extract(epoch from ${moment}) * 1000000)::bigint::text else 'infinity' end`;
}

/** Days apart from the rest: an interval is multiplied as a float, which has no room for all digits at once. */
function momentOf(microseconds: string): SQL<Date> {
  if (microseconds === "infinity") return sql`'infinity'::timestamptz`;
  const DAY = 86_400_000_000n;
  const days = String(BigInt(microseconds) / DAY);
  const rest = String(BigInt(microseconds) % DAY);
  return sql`(timestamptz 'epoch' + ${days}::bigint * interval '1 day' + ${rest}::bigint * interval '1 microsecond')`;
}
