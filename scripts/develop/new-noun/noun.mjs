import { LaunchError } from "../../launch/ground/failure.mjs";

// What is asked for: `notes title:line body:text? stars:number pinned:flag`. A question mark: may be empty.

/** @typedef {"line" | "text" | "number" | "flag"} Kind */

/** @typedef {{ name: string, column: string, kind: Kind, optional: boolean, label: string }} Field */

/**
 * @typedef {{
 *   many: string, one: string, Many: string, One: string, MANY: string, ONE: string, fields: Field[], title: Field
 * }} Noun
 */

const KINDS = ["line", "text", "number", "flag"];
const RESERVED = new Set(["id", "user_id", "created_at", "updated_at"]);

/**
 * @param {string[]} given
 * @returns {Noun}
 */
export function readNoun(given) {
  const words = given.filter((word) => !word.startsWith("--one="));
  const [many = "", ...rest] = words;
  const one = given.find((word) => word.startsWith("--one="))?.slice(6) ?? singular(many);
  if (!/^[a-z]+$/.test(many) || !/^[a-z]+$/.test(one) || many === one || rest.length === 0)
    throw new LaunchError(
      "One word in the plural, then its fields: npm run new:noun notes title:line body:text? (kinds: line, text, number, " +
        "flag; `?` may be empty). A singular that is no plain one: -- --one=person people name:line",
    );
  const fields = rest.map(readField);
  const names = fields.map(({ column }) => column);
  if (new Set(names).size < names.length) throw new LaunchError("A field is there twice.");
  const [title] = fields;
  if (title?.kind !== "line" || title.optional)
    throw new LaunchError("The first field is what a row is called by: a line that may not be empty.");
  return {
    many,
    one,
    Many: capitalize(many),
    One: capitalize(one),
    MANY: many.toUpperCase(),
    ONE: one.toUpperCase(),
    fields,
    title,
  };
}

/**
 * @param {string} given
 * @returns {Field}
 */
function readField(given) {
  const [, column = "", kind = "", mark] = /^([a-z][a-z_]*[a-z]):([a-z]+)(\?)?$/.exec(given) ?? [];
  if (!KINDS.includes(kind) || RESERVED.has(column) || (kind === "flag" && mark))
    throw new LaunchError(
      `No field can be made of "${given}". Kinds: ${KINDS.join(", ")}; a flag is yes or no.`,
    );
  return {
    name: column.replaceAll(/_([a-z])/g, (_, letter) => letter.toUpperCase()),
    column,
    kind: /** @type {Kind} */ (kind),
    optional: mark === "?",
    label: capitalize(column.replaceAll("_", " ")),
  };
}

/** @param {string} many */
function singular(many) {
  return many.endsWith("ies") ? `${many.slice(0, -3)}y` : many.replace(/s$/, "");
}

/** @param {string} word */
function capitalize(word) {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
