import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makePostgres, type ThrowawayPostgres } from "@/testing/throwaway-postgres";
import { ROOT } from "../../launch/ground/paths.mjs";

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

let copy: string;
let postgres: ThrowawayPostgres;

beforeAll(async () => {
  copy = mkdtempSync(path.join(tmpdir(), "gatehouse-noun-"));
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  for (const file of files.trim().split("\n"))
    cpSync(path.join(ROOT, file), path.join(copy, file), { recursive: true });
  symlinkSync(path.join(ROOT, "node_modules"), path.join(copy, "node_modules"), "junction");
  postgres = await makePostgres();
  await run("scripts/develop/new-noun/new-noun.mjs", ...NOUN);
}, 10 * MINUTES);

afterAll(async () => {
  await postgres.remove();
  rmSync(copy, { recursive: true, force: true });
});

const CHECKS: [name: string, ...command: string[]][] = [
  ["format and lint", "node_modules/@biomejs/biome/bin/biome", "ci", "src", "scripts", "messages", "drizzle"],
  ["unused code", "node_modules/knip/bin/knip.js"],
  ["migrations", "src/db/migrate.mjs"],
];

test.each(CHECKS)(
  "%s",
  async (_name, ...command) => {
    await run(...command);
  },
  10 * MINUTES,
);

test(
  "types",
  async () => {
    rmSync(path.join(copy, "messages/en.d.json.ts"), { force: true });
    await run("node_modules/next/dist/bin/next", "typegen");
    await run("node_modules/typescript/bin/tsc", "--noEmit");
  },
  20 * MINUTES,
);

test(
  "its own test, and those that hold the lists it stands in",
  async () => {
    const rooms = ["src/app/api/v1/notes", "src/db", "src/app/graphql", "src/i18n", "src/testing"];
    const http = ["src/http/openapi", "src/http/every-endpoint", "src/app/api/v1/openapi.json"];
    const said = await run("node_modules/vitest/vitest.mjs", "run", "--project", "unit", ...rooms, ...http);
    expect(said).toContain("src/app/api/v1/notes/notes.test.ts");
  },
  20 * MINUTES,
);

test("a second time it says what is there and changes nothing", async () => {
  const refused = await run("scripts/develop/new-noun/new-noun.mjs", ...NOUN).catch((error) => error);
  expect(String(refused)).toContain("There is already src/db/tables/notes.ts");
});

async function run(...command: string[]): Promise<string> {
  const { TEST_CLUSTER_URL: _theirs, NODE_ENV: _test, ...rest } = process.env;
  const own = Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith("VITEST")));
  const env = { ...own, DATABASE_URL: postgres.url, NO_COLOR: "1" } as unknown as NodeJS.ProcessEnv;
  const limits = { cwd: copy, env, maxBuffer: 64 * 1024 * 1024 };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, command, limits);
    return stdout + stderr;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`node ${command.join(" ")}\n${stdout}\n${stderr}`);
  }
}
