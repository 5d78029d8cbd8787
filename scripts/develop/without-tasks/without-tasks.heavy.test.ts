import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Copy, copyTree } from "@/testing/copied-tree";
import { makePostgres, type ThrowawayPostgres } from "@/testing/throwaway-postgres";

// What `npm run without:tasks` leaves, in a copy of this tree: as green as before, with nothing of tasks in what runs.

const MINUTES = 60_000;
const REMOVE = "scripts/develop/without-tasks/without-tasks.mjs";
const BIOME = "node_modules/@biomejs/biome/bin/biome";

let copy: Copy;
let postgres: ThrowawayPostgres;

beforeAll(async () => {
  postgres = await makePostgres();
  copy = copyTree({ DATABASE_URL: postgres.url });
  await copy.run(REMOVE);
}, 10 * MINUTES);

afterAll(async () => {
  await postgres.remove();
  copy.remove();
});

test.each([
  ["format and lint", BIOME, "ci", "src", "scripts", "messages", "drizzle", "e2e", "bench", "package.json"],
  ["unused code and packages", "node_modules/knip/bin/knip.js"],
  ["the migration", "src/db/migrate.mjs"],
])("%s", { timeout: 10 * MINUTES }, async (_name, ...command) => {
  await copy.run(...command);
});

test("types", { timeout: 20 * MINUTES }, () => copy.checkTypes());

test("the tests of what is left hold: lists, boundaries, migrations, GraphQL, and what had tasks for an example", {
  timeout: 20 * MINUTES,
}, async () => {
  const rooms = [
    "src/db",
    "src/i18n",
    "src/testing/boundaries",
    "src/http/openapi",
    "src/http/every-endpoint",
  ];
  const examples = ["src/app/graphql", "src/app/api/v1/budgets", "src/domain/retention", "src/domain/audit"];
  const own = [
    "src/lib/load",
    "src/lib/settings",
    "src/app/metrics",
    "src/client/schema",
    "src/brand.test.ts",
  ];
  await copy.run("node_modules/vitest/vitest.mjs", "run", "--project", "unit", ...rooms, ...examples, ...own);
});

test("no address, table, field or sentence of theirs is left", () => {
  const read = (file: string) => readFileSync(path.join(copy.folder, file), "utf8");
  const paths = Object.keys(JSON.parse(read("docs/openapi.json")).paths);
  expect(paths.filter((address) => /task|tag/.test(address))).toEqual([]);
  for (const file of ["docs/schema.graphql", "docs/data-model.md", "messages/en.json", ".env.example"])
    expect(read(file)).not.toMatch(/\btasks?\b/i);
  expect(existsSync(path.join(copy.folder, "src/app/(signed-in)/tasks"))).toBe(false);
});

test("a second time it says that there are none and changes nothing", async () => {
  const refused = await copy.run(REMOVE).catch((error) => error);
  expect(String(refused)).toMatch(/no tasks here|Cannot find module/);
});
