import { afterAll, beforeAll, expect, test } from "vitest";
import { type Copy, copyTree } from "@/testing/copied-tree";
import { makePostgres, type ThrowawayPostgres } from "@/testing/throwaway-postgres";

// What `npm run new:noun` writes, in a copy of this tree: it compiles, migrates, and is as green as what was there before.

const MINUTES = 60_000;
// A field of each kind, and of each that may be empty.
const NOUN = [
  "notes",
  "title:line",
  "body:text?",
  "summary:text",
  "by_whom:line?",
  "stars:number?",
  "pinned:flag",
];

let copy: Copy;
let postgres: ThrowawayPostgres;

beforeAll(async () => {
  postgres = await makePostgres();
  copy = copyTree({ DATABASE_URL: postgres.url });
  await copy.run("scripts/develop/new-noun/new-noun.mjs", ...NOUN);
}, 10 * MINUTES);

afterAll(async () => {
  await postgres.remove();
  copy.remove();
});

const CHECKS: [name: string, ...command: string[]][] = [
  ["format and lint", "node_modules/@biomejs/biome/bin/biome", "ci", "src", "scripts", "messages", "drizzle"],
  ["unused code", "node_modules/knip/bin/knip.js"],
  ["migrations", "src/db/migrate.mjs"],
];

test.each(CHECKS)(
  "%s",
  async (_name, ...command) => {
    await copy.run(...command);
  },
  10 * MINUTES,
);

test(
  "types",
  async () => {
    await copy.checkTypes();
  },
  20 * MINUTES,
);

test(
  "its own test, and those that hold the lists it stands in",
  async () => {
    const rooms = ["src/app/api/v1/notes", "src/db", "src/app/graphql", "src/i18n", "src/testing"];
    const http = ["src/http/openapi", "src/http/every-endpoint", "src/app/api/v1/openapi.json"];
    const said = await copy.run(
      "node_modules/vitest/vitest.mjs",
      "run",
      "--project",
      "unit",
      ...rooms,
      ...http,
    );
    expect(said).toContain("src/app/api/v1/notes/notes.test.ts");
  },
  20 * MINUTES,
);

test("a second time it says what is there and changes nothing", async () => {
  const refused = await copy.run("scripts/develop/new-noun/new-noun.mjs", ...NOUN).catch((error) => error);
  expect(String(refused)).toContain("There is already src/db/tables/notes.ts");
});
