import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import * as tables from "@/db/tables";

// docs/decisions/0015: the domain asks through Drizzle, by the tables' own names.

/** What is no table of ours, with the reason for writing it out. */
const EXCEPTIONS: Record<string, string> = {
  "drizzle.__drizzle_migrations": "Drizzle's own table, which no schema of ours describes",
};

const files = readdirSync("src/domain", { recursive: true, encoding: "utf8" })
  .map((name) => path.posix.join("src/domain", name.replaceAll("\\", "/")))
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));

const sources = files.map((file) => ({ file, text: readFileSync(file, "utf8") }));

describe("the domain", () => {
  test("doesn't know the driver or its pool", () => {
    const wrong = sources.filter(({ text }) => /from "(?:postgres|@\/db\/pool)"/.test(text));
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  test("puts no text into a statement unchecked", () => {
    const wrong = sources.filter(({ text }) => /\bsql\s*\.raw\b|\.unsafe\(/.test(text));
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  test("names tables and columns by what defines them, so that the compiler knows all who ask for one", () => {
    const wrong = sources.flatMap(({ file, text }) =>
      templatesOf(text).flatMap((template) => namesIn(template).map((name) => `${file}: ${name}`)),
    );
    expect(wrong).toEqual([]);
  });

  test("asks beyond our tables only where a reason is given", () => {
    const asked = sources.flatMap(({ text }) => templatesOf(text).flatMap(foreignTablesIn));
    expect(asked.sort()).toEqual(Object.keys(EXCEPTIONS));
  });
});

test.each([
  ["select * from sessions", ["sessions"]],
  ["delete from $ where user_id = $", ["user_id"]],
  ["select max(created_at) from drizzle.__drizzle_migrations", []],
  ["select * from $ where $ is null", []],
])("a statement is read right: %s", (template, expected) => {
  expect(namesIn(template)).toEqual(expected);
});

/** The words of each sql`…`, with a $ where something is put in. */
function templatesOf(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === "sql") {
      const { template } = node;
      const parts = ts.isTemplateExpression(template)
        ? [template.head, ...template.templateSpans.map(({ literal }) => literal)]
        : [template];
      found.push(parts.map((part) => part.text).join("$"));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true));
  return found;
}

/** Column names of one word may be anything, so only those of several are looked for. */
function namesIn(template: string): string[] {
  if (foreignTablesIn(template).length > 0) return [];
  const names = Object.values(tables).flatMap((table: PgTable) => [
    getTableName(table),
    ...Object.values(getTableColumns(table))
      .map(({ name }) => name)
      .filter((name) => name.includes("_")),
  ]);
  const words = template.replaceAll(/'[^']*'/g, "").match(/\w+/g) ?? [];
  return words.filter((word) => names.includes(word));
}

function foreignTablesIn(template: string): string[] {
  return [...template.matchAll(/\b(?:from|join|into|update) (\w+\.\w+)/g)].map(([, name = ""]) => name);
}
