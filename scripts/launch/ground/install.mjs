import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { LaunchError } from "./failure.mjs";
import { ROOT } from "./paths.mjs";
import { runSupervised } from "./supervised.mjs";

const INSTALLED = path.join(ROOT, "node_modules", ".package-lock.json");
const MARK = path.join(ROOT, "node_modules", ".gatehouse-install.json");

/**
 * Brings node_modules to what the lockfile says.
 *
 * @param {{ onStart: (why: string) => void, show: boolean }} options
 * @returns {Promise<string | null>} why it was needed, or null
 */
export async function install({ onStart, show }) {
  const why = whyInstall();
  if (!why) return null;
  onStart(why);
  const npm = findNpm();
  // A build needs the tools too, whatever NODE_ENV says.
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const { code, output } = await runSupervised(npm.command, [...npm.args, ...args], {
    show,
    shell: npm.shell,
  });
  if (code !== 0) throw installError(output);
  remember();
  return why;
}

/** @returns {string | null} why what is installed is not what the lockfile says, or null */
export function whyInstall() {
  if (!existsSync(INSTALLED)) return "not installed yet";
  const mark = readJson(MARK);
  const now = fingerprint();
  if (mark?.patches !== undefined && mark.patches !== now.patches) return "the patches have changed";
  if (mark?.lock !== now.lock) {
    if (!matchesLock()) return "the lockfile has changed";
    remember();
  }
  return null;
}

/** What is installed by hand (npm ci, npm install) counts as well: each package of the lockfile in its version. */
function matchesLock() {
  const wanted = readJson(path.join(ROOT, "package-lock.json"))?.packages ?? {};
  const found = readJson(INSTALLED)?.packages ?? {};
  return Object.entries(wanted).every(
    ([place, { version, optional }]) =>
      place === "" || (found[place] ? found[place].version === version : optional === true),
  );
}

function fingerprint() {
  const patches = createHash("sha256");
  const folder = path.join(ROOT, "patches");
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    patches.update(name).update(readFileSync(path.join(folder, name)));
  }
  const lock = createHash("sha256").update(readFileSync(path.join(ROOT, "package-lock.json")));
  return { lock: lock.digest("hex"), patches: patches.digest("hex") };
}

function remember() {
  writeFileSync(MARK, `${JSON.stringify(fingerprint())}\n`);
}

/** npm is itself a program for Node: run so, it needs no shell, on Windows neither. */
function findNpm() {
  const beside = path.dirname(process.execPath);
  const places = [
    /npm-cli\.c?js$/.test(process.env.npm_execpath ?? "")
      ? /** @type {string} */ (process.env.npm_execpath)
      : "",
    path.join(beside, "node_modules", "npm", "bin", "npm-cli.js"),
    path.join(beside, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
  ];
  const cli = places.find((file) => file && existsSync(file));
  return cli
    ? { command: process.execPath, args: [cli], shell: false }
    : { command: "npm", args: [], shell: process.platform === "win32" };
}

/** @param {string} output */
function installError(output) {
  const todo = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output)
    ? [
        "The package registry can't be reached: look at the network, or the proxy in npm's settings, and start again.",
      ]
    : /EUSAGE|in sync/.test(output)
      ? ["package.json and package-lock.json don't agree: run npm install, and commit the lockfile."]
      : ["Start again; if it fails the same way: rm -rf node_modules, npm ci, and read what it says."];
  return new LaunchError("Installing the packages failed (npm ci).", { todo, output: excerpt(output) });
}

/** npm says first what is wrong, and then at length what one could try. @param {string} output */
function excerpt(output) {
  const lines = output.trim().split("\n");
  const errors = lines.filter((line) => /^npm (error|ERR!) ./.test(line));
  return (errors.length > 0 ? errors.slice(0, 6) : lines.slice(-6)).join("\n");
}

/** @param {string} file */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
