import { readdirSync } from "node:fs";
import { build } from "../../../scripts/launch/ground/build.mjs";
import { LaunchError } from "../../../scripts/launch/ground/failure.mjs";
import { install } from "../../../scripts/launch/ground/install.mjs";
import { installWorker } from "../../../scripts/launch/ground/install-worker.mjs";
import { reportError, say, step } from "../../../scripts/launch/ground/terminal.mjs";
import { leasePostgres } from "../../../scripts/launch/postgres/lease.mjs";
import { resolveEnvironment } from "../../lib/environment.mjs";
import { SETTING_NAMES } from "../../lib/setting-names.mjs";
import { provideGoServer, TEMPORAL, VERSITYGW } from "../servers/go-server.mjs";
import { findChromium } from "./chromium.mjs";
import { provideNginx, providePgBouncer, provideRedis } from "./debian.mjs";
import { runPlaywright, runVitest } from "./suites.mjs";
import { summarize } from "./summary.mjs";

// npm test [-- unit | e2e | heavy [arguments for Vitest or Playwright…]]; npm run test:all is all three.

const PARTS = ["unit", "e2e", "heavy"];

/** What `heavy` is made of; arguments that name files of one kind run that one only. */
const HEAVY_KINDS = [
  { name: "long", folders: ["src", "scripts"], ending: ".long.test." },
  { name: "alone", folders: ["src", "scripts", "worker/src"], ending: ".heavy.test." },
  { name: "browser", folders: ["e2e"], ending: ".heavy.spec." },
];

/** @type {import("./results.mjs").Result[]} */
const results = [];
let giveBack = async () => {};

try {
  await main(process.argv.slice(2));
} catch (error) {
  reportError(error);
  results.push({ passed: 0, failures: [{ file: "", name: "npm test", why: String(error) }], wavered: [] });
}
await giveBack();
process.exit(summarize(results) ? 0 : 1);

/** @param {string[]} given */
async function main(given) {
  const { parts, args } = readArguments(given);
  forgetSettings();
  await step("Packages", async (report) => {
    const why = await install({ onStart: (reason) => report(`installing: ${reason}`), show: false });
    return why ? "installed" : "up to date";
  });
  await step("Postgres", async (report) => {
    if (process.env.DATABASE_URL) return "that of DATABASE_URL";
    const lease = await leasePostgres("test", { onProgress: report });
    lease.lost.then(reportError);
    giveBack = lease.release;
    process.env.DATABASE_URL = lease.databaseUrl;
    return `${lease.version} on port ${lease.port}, for tests only`;
  });
  if (parts.includes("unit")) results.push(await runUnits(args));
  if (parts.includes("e2e")) await runEndToEnd(args);
  if (parts.includes("heavy")) await runHeavy(args);
}

/** @param {string[]} given */
function readArguments(given) {
  const count = given.findIndex((word) => !PARTS.includes(word));
  const parts = count === -1 ? given : given.slice(0, count);
  const args = given.slice(parts.length);
  // What Vitest understands, Playwright doesn't.
  if (args.length > 0 && parts.length !== 1)
    throw new LaunchError(`Usage: npm test [-- ${PARTS.join(" | ")} [arguments…]]`);
  return { parts: parts.length > 0 ? parts : ["unit", "e2e"], args };
}

/** @param {string[]} args */
async function runUnits(args) {
  await step("Redis", provideRedis);
  // A part of the tests can't cover what all of them do.
  return runVitest({ projects: ["unit", "scripts"], args, coverage: args.length === 0 });
}

/** @param {string[]} args */
async function runEndToEnd(args) {
  const chromium = await prepareProduct();
  // Another configuration has projects of its own.
  const own = args.some((word) => word.startsWith("--config")) ? [] : ["--project=chromium"];
  const browser = runPlaywright({ chromium, args: [...own, ...args] });
  // Starting and stopping is mostly waiting, so it goes on beside the browser.
  const launch =
    args.length === 0 ? [runVitest({ projects: ["launch"], args: ["--no-file-parallelism"] })] : [];
  results.push(...(await Promise.all([browser, ...launch])));
}

/** @param {string[]} args for Playwright where they name a spec of its, for Vitest else; without any, all of it runs */
async function runHeavy(args) {
  const named = HEAVY_KINDS.filter(({ folders, ending }) => isNamed(args, { folders, ending }));
  const kinds = (named.length > 0 ? named : HEAVY_KINDS).map(({ name }) => name);
  const inBrowser = kinds.includes("browser") && named.length > 0;
  if (!inBrowser && kinds.includes("long")) await runLong(args);
  if (!inBrowser && kinds.includes("alone")) await runAlone(args);
  if (inBrowser || args.length === 0) {
    const chromium = await prepareProduct();
    results.push(await runPlaywright({ chromium, args: ["--project=heavy", ...args] }));
  }
}

/** @param {string[]} args @param {{ folders: string[], ending: string }} kind */
function isNamed(args, { folders, ending }) {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map(
      (name) => `${folder}/${name.replaceAll("\\", "/")}`,
    ),
  );
  return files.some((file) => file.includes(ending) && args.some((word) => file.includes(word)));
}

/** What only takes long: beside each other, as the quick ones. @param {string[]} args */
async function runLong(args) {
  await step("Redis", provideRedis);
  results.push(await runVitest({ projects: ["long"], args: ["--passWithNoTests", ...args] }));
}

/** What measures, or asks for more than Node: one after the other. @param {string[]} args */
async function runAlone(args) {
  await step("Redis", provideRedis);
  await step("PgBouncer", providePgBouncer);
  await step("nginx", provideNginx);
  await step("S3", (report) => provideGoServer(VERSITYGW, report));
  await step("Temporal", async (report) => {
    report("the worker's packages");
    await installWorker();
    return provideGoServer(TEMPORAL, report);
  });
  await prepareProduct();
  const one = ["--no-file-parallelism", "--passWithNoTests"];
  results.push(await runVitest({ projects: ["heavy"], args: [...one, ...args] }));
}

async function prepareProduct() {
  let chromium = "";
  await step("Chromium", async (report) => {
    const { file, from } = await findChromium(report);
    chromium = file;
    return `${from}, ${file}`;
  });
  await step("Build", async (report) => ((await build({ onStart: report })) ? "made" : "up to date"));
  return chromium;
}

/** A developer's own settings must not decide what passes, nor be used by tests. */
function forgetSettings() {
  for (const name of SETTING_NAMES) {
    if (name !== "DATABASE_URL") delete process.env[name];
    delete process.env[`${name}_FILE`];
  }
  delete process.env.CONFIG_FILE;
  process.env.ENV_FILE = "";
  resolveEnvironment();
  say("");
}
