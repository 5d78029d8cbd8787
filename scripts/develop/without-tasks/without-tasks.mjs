import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { LOCALES } from "../../../src/lib/locale.mjs";
import { LaunchError } from "../../launch/ground/failure.mjs";
import { ROOT } from "../../launch/ground/paths.mjs";
import { reportError, say } from "../../launch/ground/terminal.mjs";
import { edit, generate, read, replace, run, write } from "../edits.mjs";
import { BLOCKS, ITEMS, LINES, PACKAGES, THEIRS } from "./places.mjs";

// npm run without:tasks: takes tasks and tags out of the source, and has a migration drop their tables.

const BIOME = "node_modules/@biomejs/biome/bin/biome";

const THEIR_ERRORS = ["TAG_ALREADY_EXISTS", "QUOTA_EXCEEDED", "INVALID_RECURRENCE_RULE"];

try {
  remove();
} catch (error) {
  reportError(error);
  process.exitCode = 1;
}

function remove() {
  if (!existsSync(path.join(ROOT, "src/domain/tasks"))) throw new LaunchError("There are no tasks here.");
  const wayBack = read("scripts/develop/without-tasks/back.sql");
  for (const place of THEIRS) rmSync(path.join(ROOT, place), { recursive: true });
  for (const [file, line] of LINES) edit(file, (text) => withoutLines(text, line, file));
  for (const [file, item, instead] of ITEMS) edit(file, (text) => replace(text, item, instead));
  for (const [file, start] of BLOCKS) edit(file, (text) => withoutBlock(text, start, file));
  for (const locale of LOCALES) edit(`messages/${locale}.json`, withoutSentences);
  edit("package-lock.json", withoutPackages);
  run("node_modules/drizzle-kit/bin.cjs", "generate", "--name", "without_tasks");
  const migration = readdirSync(path.join(ROOT, "drizzle")).find((name) =>
    name.endsWith("_without_tasks.sql"),
  );
  if (migration === undefined) throw new LaunchError("drizzle-kit has written no migration.");
  write(`drizzle/down/${migration}`, wayBack);
  // Whoever used them alone is used by nobody now.
  const unused = ["--only=correctness/noUnusedImports", "--write", "--unsafe"];
  run(BIOME, "lint", ...unused, "src", "e2e", "bench");
  run(BIOME, "check", "--write", "src", "e2e", "bench", "messages", "package.json", "knip.json");
  for (const script of ["openapi", "graphql-schema", "data-model", "settings-table"]) generate(script);
  say(
    "",
    "Tasks and tags are out. Next: npm run db:migrate (it drops their tables), then npm run check.",
    "What still speaks of them is prose, and browser tests that had them for an example: git grep -in task.",
  );
}

/**
 * @param {string} text
 * @param {RegExp} line
 * @param {string} file
 */
function withoutLines(text, line, file) {
  const lines = text.split("\n");
  const kept = lines.filter((it) => !line.test(it));
  if (kept.length === lines.length) throw new LaunchError(`${file} has no line like ${line}.`);
  return kept.join("\n");
}

/**
 * From a line that begins so to the one that closes it, as the formatter sets them.
 *
 * @param {string} text
 * @param {string} start
 * @param {string} file
 */
function withoutBlock(text, start, file) {
  const from = text.indexOf(`\n${start}`) + 1;
  const indent = /^ */.exec(start)?.[0] ?? "";
  const after = text.slice(from + start.length);
  const end = new RegExp(`\\n${indent}[})\\]]+[;,]?(?=\\n)`).exec(after);
  if (from === 0 || end === null) throw new LaunchError(`${file} has no ${start.trim()} … to leave out.`);
  return text.slice(0, from) + after.slice(end.index + end[0].length).replace(/^\n+/, "\n");
}

/** @param {string} text */
function withoutSentences(text) {
  const messages = JSON.parse(text, (key, value) =>
    ["tasks", "due"].includes(key) || THEIR_ERRORS.includes(key) ? undefined : value,
  );
  return `${JSON.stringify(messages, null, 2)}\n`;
}

/** @param {string} text */
function withoutPackages(text) {
  const lock = JSON.parse(text);
  for (const name of PACKAGES) {
    delete lock.packages[""].dependencies[name];
    delete lock.packages[`node_modules/${name}`];
  }
  return `${JSON.stringify(lock, null, 2)}\n`;
}
