import { spawn } from "node:child_process";
import { once } from "node:events";
import os from "node:os";
import { resolveEnvironment } from "../../src/lib/environment.mjs";
import { LaunchError } from "./ground/failure.mjs";
import { install } from "./ground/install.mjs";
import { keepSecretKey } from "./ground/secret-key.mjs";
import { reportError, say } from "./ground/terminal.mjs";
import { leasePostgres } from "./postgres/lease.mjs";

// with-postgres [--cluster test] <command> [arguments…]
//
// Runs the command with DATABASE_URL pointing to the embedded Postgres: the one that runs, else one for as long as the
// command takes. Where DATABASE_URL is set, nothing is started.

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  reportError(error);
  process.exitCode = 1;
}

/** @param {string[]} args */
async function main(args) {
  const { name, command } = parse(args);
  await install({ onStart: () => say("Installing the packages (npm ci) …"), show: true });
  resolveEnvironment();
  if (process.env.DATABASE_URL) return await run(command);

  if (name === "main") process.env.SECRET_KEY ||= keepSecretKey().key;
  const lease = await leasePostgres(name);
  lease.lost.then(reportError);
  process.env.DATABASE_URL = lease.databaseUrl;
  try {
    return await run(command);
  } finally {
    await lease.release();
  }
}

/**
 * @param {string[]} args
 * @returns {{ name: import("./postgres/cluster.mjs").ClusterName, command: string[] }}
 */
function parse(args) {
  const [flag, value, ...rest] = args;
  const named = flag === "--cluster";
  const command = named ? rest : args;
  if (command.length === 0 || (named && value !== "main" && value !== "test")) {
    throw new LaunchError(
      "Usage: node scripts/launch/with-postgres.mjs [--cluster main|test] <command> [arguments…]",
    );
  }
  return { name: named && value === "test" ? "test" : "main", command };
}

/** @param {string[]} command */
async function run([program, ...args]) {
  const child = spawn(/** @type {string} */ (program), args, {
    shell: process.platform === "win32",
    stdio: "inherit",
  });
  // The terminal sends Ctrl-C to the command as well; here it must only not end us before the database is given back.
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => child.kill(signal));
  }
  const [code, signal] = await once(child, "exit").catch((error) => {
    throw new LaunchError(`${program} can't be run: ${error.code ?? error.message}`);
  });
  return code ?? 128 + os.constants.signals[/** @type {NodeJS.Signals} */ (signal)];
}
