import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import path from "node:path";
import { NAME } from "../../../src/lib/brand.mjs";
import { doubtful, right, wrong } from "../ground/finding.mjs";
import { whyInstall } from "../ground/install.mjs";
import { DATA, ROOT, shown } from "../ground/paths.mjs";
import { listRuns } from "../ground/runs.mjs";
import { get } from "../ground/server.mjs";
import { portError } from "../ground/web-port.mjs";

/**
 * @typedef {import("../ground/finding.mjs").Finding} Finding
 */

const MEGABYTE = 1_000_000;

/** @returns {Finding} */
export function checkNode() {
  const { node } = process.versions;
  const [major = 0, minor = 0] = node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return right(`Node ${node}`);
  return wrong(`Node ${node} is too old.`, "Install 20.19 or newer: https://nodejs.org, or: nvm install 22");
}

/** @returns {Finding} */
export function checkPackages() {
  const why = whyInstall();
  return why
    ? wrong(`The packages are not those of the lockfile: ${why}.`, "npm ci (npm start does it by itself)")
    : right("Packages: as the lockfile says");
}

/**
 * @param {{ host: string, port: number }} where
 * @returns {Promise<Finding>}
 */
export async function checkPort(where) {
  const answer = await get(where, "/live");
  if (answer?.status === 200 && answer.body === '{"status":"ok"}')
    return right(`Port ${where.port}: ${NAME} answers there`);
  const failure = await portError(where, listRuns());
  return failure ? wrong(failure.message, failure.todo.join(" ").trim()) : right(`Port ${where.port}: free`);
}

/** @returns {Finding} */
export function checkDisk() {
  const { bavail, bsize } = statfsSync(existsSync(DATA) ? DATA : ROOT);
  const free = Math.round((bavail * bsize) / MEGABYTE);
  const text = `Disk: ${free > 10_000 ? `${Math.round(free / 1000)} GB` : `${free} MB`} free`;
  if (free < 200) return wrong(`${text}; the database may stop at any write.`, "Make room.");
  if (free < 2_000)
    return doubtful(`${text}, less than packages and a build take.`, "Make room before the next update.");
  return right(text);
}

/**
 * Files with secrets in them, which nobody but their owner should read.
 *
 * @param {string[]} others
 * @returns {Finding[]}
 */
export function checkSecretFiles(others) {
  if (process.platform === "win32") return [];
  const kept = [
    path.join(DATA, "secret-key"),
    path.join(DATA, "postgres", "cluster.json"),
    path.join(ROOT, ".env"),
  ];
  return (
    [...kept, ...others]
      // What an engine mounts there is its own to guard, and can't be changed from inside.
      .filter((file) => existsSync(file) && !file.startsWith("/run/"))
      .flatMap((file) => {
        const mode = statSync(file).mode & 0o777;
        return mode & 0o077
          ? [
              wrong(
                `${shown(file)} can be read by others (mode ${mode.toString(8)}).`,
                `chmod 600 ${shown(file)}`,
              ),
            ]
          : [];
      })
  );
}

/**
 * Where avatars and the logo go. A folder is this machine's alone, and lasts as long as the machine.
 *
 * @param {{ STORAGE: string, S3_BUCKET?: string }} settings
 * @param {Record<string, string | undefined>} [env]
 * @returns {Finding}
 */
export function checkStorage({ STORAGE, S3_BUCKET }, env = process.env) {
  if (S3_BUCKET) return right(`Files: in the bucket ${S3_BUCKET}`);
  const todo = "Set S3_BUCKET and the settings beside it, or STORAGE to a folder that can be written to.";
  const service = SERVERLESS.find((name) => env[name]);
  if (service) return wrong(`Files: nothing stays in a folder here (${service} is set).`, todo);
  const folder = path.resolve(ROOT, STORAGE);
  try {
    const nearest = nearestExisting(folder);
    accessSync(nearest, constants.W_OK);
    if (!statSync(nearest).isDirectory()) throw Object.assign(new Error(), { code: "ENOTDIR" });
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    return wrong(`Files: ${shown(folder)} can't be written to (${code}).`, todo);
  }
  return right(`Files: in ${shown(folder)}, for one instance; several share a bucket`);
}

/** What such services set for whatever runs there. */
const SERVERLESS = ["VERCEL", "NETLIFY", "AWS_LAMBDA_FUNCTION_NAME", "K_SERVICE"];

/** @param {string} folder @returns {string} */
function nearestExisting(folder) {
  return existsSync(folder) ? folder : nearestExisting(path.dirname(folder));
}
