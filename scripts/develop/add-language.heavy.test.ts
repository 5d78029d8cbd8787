import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Copy, copyTree } from "@/testing/copied-tree";
import { makePostgres, type ThrowawayPostgres } from "@/testing/throwaway-postgres";

// What `npm run add-language` writes, in a copy of this tree: a language that is nobody's yet, in all lists at once.

const MINUTES = 60_000;
const ADD = "scripts/develop/add-language.mjs";

let copy: Copy;
let postgres: ThrowawayPostgres;

beforeAll(async () => {
  postgres = await makePostgres();
  copy = copyTree({ DATABASE_URL: postgres.url });
  await copy.run(ADD, "eo");
}, 10 * MINUTES);

afterAll(async () => {
  await postgres.remove();
  copy.remove();
});

test("format and types", { timeout: 20 * MINUTES }, async () => {
  await copy.run("node_modules/@biomejs/biome/bin/biome", "ci", "src", "messages");
  await copy.checkTypes();
});

test("the tests of languages, messages and the API's document hold", { timeout: 20 * MINUTES }, async () => {
  const rooms = ["src/i18n", "src/lib/locale.test.ts", "src/http/openapi", "src/http/problem.test.ts"];
  await copy.run("node_modules/vitest/vitest.mjs", "run", "--project", "unit", ...rooms);
});

test("it is offered under its own name, and its sentences wait to be translated", () => {
  const read = (file: string) => readFileSync(path.join(copy.folder, file), "utf8");
  expect(read("src/components/language-names.ts")).toContain('eo: "Esperanto"');
  expect(read("messages/eo.json")).toBe(read("messages/en.json"));
});

test.each([
  ["eo", "already"],
  ["en", "already"],
  ["pt-BR", "two or three letters"],
  ["../x", "two or three letters"],
  ["", "two or three letters"],
])("“%s” is refused: %s", async (code, reason) => {
  const refused = await copy.run(ADD, code).catch((error) => error);
  expect(String(refused)).toContain(reason);
});
