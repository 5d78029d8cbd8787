import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { LOCALES } from "../../src/lib/locale.mjs";
import { ROOT } from "../launch/ground/paths.mjs";
import { bundle } from "./bundle.mjs";

/** What Next itself looks with; it comes without types. */
const nft = createRequire(import.meta.url)("next/dist/compiled/@vercel/nft/index.js");

/** Run as they are: each needs what it imports, and nothing else. */
const PROGRAMS = ["src/guard/index.mjs", "src/lib/hashing/hasher.mjs", "src/lib/images/image-process.mjs"];
/** Read while they run. */
const DATA_FILES = ["drizzle", ...LOCALES.map((locale) => `messages/${locale}.json`), "package.json"];
const COMMANDS = "commands";
/** A link is to lead within the image, and not to where it led from. */
const COPY = { recursive: true, verbatimSymlinks: true };

/**
 * Puts into a folder what the image holds beside Next's own server: the commands, the guard, what they run and read, and of each
 * package the files that are used.
 *
 * @param {string} folder
 */
export async function assemble(folder) {
  // Within the clone, where its imports lead to the clone's packages.
  const bundled = path.join(ROOT, "dist", COMMANDS);
  rmSync(bundled, { recursive: true, force: true });
  await bundle({ entries: { commands: "scripts/image/commands.ts" }, outdir: bundled, place: COMMANDS });

  const entries = [...PROGRAMS.map((file) => path.join(ROOT, file)), path.join(bundled, "commands.mjs")];
  // What the hidden require of environment.mjs asks for.
  entries.push(path.join(ROOT, "node_modules/yaml/dist/index.js"));
  await copyTraced(entries, folder);
  for (const file of DATA_FILES) copy(file, path.join(folder, file));
  copy("scripts/image/gatehouse.mjs", path.join(folder, "gatehouse.mjs"));
}

/**
 * @param {string[]} entries
 * @param {string} folder
 * @param {string[]} [ignore]
 */
export async function copyTraced(entries, folder, ignore = []) {
  const conditions = ["node", "import", "react-server"];
  const { fileList } = await nft.nodeFileTrace(entries, { base: ROOT, conditions, ignore });
  for (const file of fileList) copy(file, path.join(folder, file.replace(/^dist\//, "")));
  removeOtherSystems(folder);
}

/** @param {string} folder Next's own server, as the build has made it */
export function addServer(folder) {
  const next = path.join(ROOT, ".next");
  if (!existsSync(path.join(next, "standalone")))
    throw new Error("Build it with GATEHOUSE_STANDALONE=1 first.");
  for (const [from, to] of [
    // Its tracing takes half the clone along, tests and documents, for paths that are put together while it runs.
    ...["server.js", ".next", "node_modules"].map((name) => [
      path.join(next, "standalone", name),
      path.join(folder, name),
    ]),
    [path.join(next, "static"), path.join(folder, ".next", "static")],
    [path.join(ROOT, "public"), path.join(folder, "public")],
  ])
    cpSync(/** @type {string} */ (from), /** @type {string} */ (to), COPY);
  removeTraces(path.join(folder, ".next", "server"));
  removeOtherSystems(folder);
}

/**
 * Which files each page needs, as the build has written it down: 15 MB that nobody reads afterwards.
 *
 * @param {string} folder
 */
function removeTraces(folder) {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }))
    if (name.endsWith(".nft.json")) rmSync(path.join(folder, name));
}

/**
 * Compiled parts for a C library that the image's base doesn't have, 20 MB of them.
 *
 * @param {string} folder
 */
function removeOtherSystems(folder) {
  for (const scope of ["@img", "@node-rs"].map((name) => path.join(folder, "node_modules", name)))
    for (const name of existsSync(scope) ? readdirSync(scope) : [])
      if (/musl|wasm32/.test(name)) rmSync(path.join(scope, name), { recursive: true });
}

/**
 * @param {string} file
 * @param {string} target
 */
function copy(file, target) {
  mkdirSync(path.dirname(target), { recursive: true });
  cpSync(path.join(ROOT, file), target, COPY);
}
