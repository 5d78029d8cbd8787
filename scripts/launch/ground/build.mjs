import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { LaunchError } from "./failure.mjs";
import { ROOT } from "./paths.mjs";
import { listRuns } from "./runs.mjs";
import { shareChunks } from "./share-chunks.mjs";
import { runSupervised } from "./supervised.mjs";

const NEXT = path.join(ROOT, ".next");
const MARK = path.join(NEXT, "gatehouse-build");
const BUILD_ID = path.join(NEXT, "BUILD_ID");

const READ_BY_A_BUILD = [
  "docs/openapi.json",
  "messages",
  "middleware.ts",
  "next.config.mjs",
  "package-lock.json",
  "package.json",
  "patches",
  "postcss.config.mjs",
  "public",
  "scripts/develop/vendor-api-docs.mjs",
  "scripts/launch/ground/share-chunks.mjs",
  "src",
  "tsconfig.json",
];
const NOT_READ = /\.test\.tsx?$|^src\/testing\/|^public\/vendor\/|\.d\.json\.ts$/;

/**
 * Makes the production build where the one that is there was made from something else.
 *
 * @param {{ onStart?: (why: string) => void, show?: boolean, anyway?: boolean }} [options]
 * @returns {Promise<boolean>} whether it was needed
 */
export async function build({ onStart = () => {}, show = false, anyway = false } = {}) {
  const fingerprint = sourceFingerprint();
  const known = existsSync(BUILD_ID) && readIfThere(MARK) === fingerprint;
  if (known && !anyway) return false;
  refuseUnderRunningServer();
  onStart(existsSync(BUILD_ID) ? "the source has changed" : "the first one takes a minute");

  rmSync(MARK, { force: true });
  // Left by `next dev`; the types of routes that are gone would fail the build.
  rmSync(path.join(NEXT, "dev", "types"), { recursive: true, force: true });
  const next = path.join(ROOT, "node_modules", "next", "dist", "bin", "next");
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const { code, output } = await runSupervised(process.execPath, [next, "build"], { show, env });
  if (code !== 0) {
    throw new LaunchError("The build failed.", {
      todo: ["Fix what it names and start again. The full output: npm run build"],
      output: excerpt(output),
    });
  }
  for (const made of [NEXT, path.join(NEXT, "standalone", ".next")]) shareChunks(made);
  writeFileSync(MARK, fingerprint);
  return true;
}

/** @param {string} output */
function excerpt(output) {
  const lines = stripVTControlCharacters(output)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const start = lines.findIndex((line) => /Build error occurred|Failed to compile/.test(line));
  return (start === -1 ? lines.slice(-15) : lines.slice(start, start + 15)).join("\n");
}

/** The server reads its files as it needs them: replaced under its feet, it would answer with half of each build. */
function refuseUnderRunningServer() {
  const running = listRuns().find(({ mode }) => mode === "start");
  if (!running) return;
  throw new LaunchError(
    `The source has changed, and the build before runs on port ${running.port} (process ${running.launcher}).`,
    {
      todo: [
        "Stop that one first (Ctrl-C in its terminal): a build would replace its files while it serves them.",
      ],
    },
  );
}

/** @returns {string} of the content of all that a build reads */
export function sourceFingerprint() {
  const hash = createHash("sha256").update(`node ${process.versions.node.split(".")[0]}\n`);
  for (const [name, value] of Object.entries(process.env).sort()) {
    if (name.startsWith("NEXT_PUBLIC_") || name === "GATEHOUSE_STANDALONE") hash.update(`${name}=${value}\n`);
  }
  for (const entry of READ_BY_A_BUILD) {
    for (const file of filesUnder(entry)) {
      if (!NOT_READ.test(file)) hash.update(`${file}\n`).update(readFileSync(path.join(ROOT, file)));
    }
  }
  return hash.digest("hex");
}

/**
 * @param {string} entry
 * @returns {Generator<string>} in an order of its own making, with / as on every system
 */
function* filesUnder(entry) {
  const stat = statSync(path.join(ROOT, entry), { throwIfNoEntry: false });
  if (stat?.isFile()) yield entry;
  if (!stat?.isDirectory()) return;
  for (const name of readdirSync(path.join(ROOT, entry)).sort()) yield* filesUnder(`${entry}/${name}`);
}

/** @param {string} file */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
