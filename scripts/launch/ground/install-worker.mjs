import { execFile } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { LaunchError } from "./failure.mjs";
import { ROOT } from "./paths.mjs";

const FOLDER = path.join(ROOT, "worker");
const LOCK = path.join(FOLDER, "package-lock.json");
/** What was installed: a copy of the lockfile beside the packages. */
const INSTALLED = path.join(FOLDER, "node_modules", ".installed-lock.json");

/** The worker's packages as its lockfile says; nothing where they are there. */
export async function installWorker() {
  const wanted = readFileSync(LOCK, "utf8");
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, "utf8") === wanted) return false;
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  try {
    const options = { cwd: FOLDER, shell: process.platform === "win32" };
    await promisify(execFile)(npm, ["ci", "--no-audit", "--no-fund"], options);
  } catch (error) {
    const { stderr = "" } = /** @type {{ stderr?: string }} */ (error);
    throw new LaunchError("The worker's packages can't be installed.", { output: stderr.trim() });
  }
  writeFileSync(INSTALLED, wanted);
  return true;
}
