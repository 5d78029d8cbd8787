import { setTimeout as sleep } from "node:timers/promises";
import { NAME } from "../../src/lib/brand.mjs";
import { build } from "./ground/build.mjs";
import { LaunchError } from "./ground/failure.mjs";
import { install } from "./ground/install.mjs";
import { migrateDatabase } from "./ground/migrate.mjs";
import { commandLine, isAlive, parentOf } from "./ground/processes.mjs";
import { endOrphans, listRuns } from "./ground/runs.mjs";
import { get, startServer, waitUntilReady } from "./ground/server.mjs";
import { checkSettings, prepareEnvironment } from "./ground/settings.mjs";
import { reportError, say, step, strong } from "./ground/terminal.mjs";
import { portError } from "./ground/web-port.mjs";
import { leasePostgres } from "./postgres/lease.mjs";

/** What has to be undone at the end, the last first. @type {(() => Promise<void>)[]} */
const undo = [];
let stopping = false;

/** @param {import("./ground/server.mjs").Mode} mode */
export async function run(mode) {
  const began = performance.now();
  stopAtSignals();
  try {
    const { address, where, secretGenerated } = await start(mode);
    await sayReady({ address, where, secretGenerated, mode, seconds: (performance.now() - began) / 1000 });
  } catch (error) {
    if (!stopping) await end(1, error);
  }
}

/** @param {import("./ground/server.mjs").Mode} mode */
async function start(mode) {
  say("", `  ${strong(NAME)}${mode === "dev" ? " (development)" : ""}`, "");

  await step("Packages", async (report) => {
    const why = await install({ onStart: (reason) => report(`installing: ${reason}`), show: false });
    return why ? "installed" : "up to date";
  });

  const { host, port, address, secretGenerated } = prepareEnvironment();
  const where = { host, port };
  const settings = checkSettings();
  settings.catch(() => {});
  await endOrphans();
  const databaseUrl = process.env.DATABASE_URL || (await startPostgres(address));
  // Who brings no database is trying it out: mail that can't be sent is to be read at /dev/mail.
  if (!process.env.DATABASE_URL) process.env.DEV_MAIL ||= "local";
  process.env.DATABASE_URL = databaseUrl;

  await step("Settings", async () => {
    await settings;
    return secretGenerated ? "valid; a SECRET_KEY was generated" : "valid";
  });
  await step("Port", async () => {
    const problem = await portError(where, listRuns());
    if (problem) throw problem;
    return `${port} is free`;
  });
  await step("Database", async () => {
    return (await migrateDatabase(process.env.DATABASE_URL_DIRECT || databaseUrl)).replace(/\.$/, "");
  });
  if (mode === "start") {
    await step("Build", async (report) => ((await build({ onStart: report })) ? "made" : "up to date"));
  }
  await step("Server", () => serve(mode, where), { quiet: true });
  return { address, where, secretGenerated };
}

/**
 * @param {import("./ground/server.mjs").Mode} mode
 * @param {{ host: string, port: number }} where
 */
async function serve(mode, where) {
  const server = startServer({ mode, ...where });
  undo.push(server.stop);
  server.ended.then((code) => {
    lose(
      new LaunchError(`The server has stopped by itself (${code ?? "killed"}).`, { todo: ["Start again."] }),
    );
  });
  await waitUntilReady(server, where);
  return `on ${where.host}:${where.port}`;
}

/** @param {string} address */
async function startPostgres(address) {
  let databaseUrl = "";
  await step("Postgres", async (report) => {
    const lease = await leasePostgres("main", { role: "product", address, onProgress: report });
    undo.push(lease.release);
    lease.lost.then(lose);
    databaseUrl = lease.databaseUrl;
    return `${lease.version} on port ${lease.port}`;
  });
  return databaseUrl;
}

/**
 * @param {{ address: string, where: { host: string, port: number }, secretGenerated: boolean, mode: string, seconds: number }} facts
 */
async function sayReady({ address, where, secretGenerated, mode, seconds }) {
  const status = await get(where, "/api/v1/setup/status");
  const { is_complete, requires_token } = status?.status === 200 ? JSON.parse(status.body) : {};
  const fresh = is_complete === false;
  say("", `  Ready in ${seconds.toFixed(1)} s: ${strong(address)}`, "");
  if (fresh) say(`  → Next: open ${address}/setup, name your organization and make its first administrator.`);
  else say("  → Next: open it and sign in.");
  if (fresh && requires_token)
    say(
      "    It asks for a token: the log above has the address with it, and npm run setup-token makes another.",
    );
  say(`  → The API: ${address}/docs${mode === "dev" ? `    GraphiQL: ${address}/graphql` : ""}`);
  if (!process.env.SMTP_URL && process.env.DEV_MAIL !== "off" && process.env.DEV_MAIL)
    say(`  → No SMTP_URL is set: what would be mailed is at ${address}/dev/mail`);
  if (secretGenerated)
    say("  → The database and the SECRET_KEY are in .data/: keep both in your backup, together.");
  say("  → Ctrl-C stops all of it.", "");
}

function stopAtSignals() {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => {
      // Whoever asks twice doesn't want to wait: the parts notice by themselves that we are gone.
      if (stopping) process.exit(1);
      beginStop();
    });
  }
  if (process.env.npm_lifecycle_event) watchParent();
}

function beginStop() {
  if (stopping) return;
  say("", "  Stopping …");
  end(0);
}

/** npm runs us through a shell, which may keep a signal to itself (dash does); and npm may be killed. */
async function watchParent() {
  const parent = process.ppid;
  const shell = /^\S*sh -c /.test(commandLine(parent));
  const npm = shell ? parentOf(parent) : parent;
  while (process.ppid === parent && isAlive(parent) && (npm === 0 || isAlive(npm))) {
    await sleep(100, undefined, { ref: false });
  }
  beginStop();
}

/** @param {LaunchError} failure */
function lose(failure) {
  if (!stopping) end(1, failure);
}

/**
 * @param {number} code
 * @param {unknown} [error]
 */
async function end(code, error) {
  stopping = true;
  if (error) reportError(error);
  for (const back of undo.reverse()) await back().catch(reportError);
  if (!error && code === 0) say("  Stopped.", "");
  process.exit(code);
}
