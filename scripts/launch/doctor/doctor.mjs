import { existsSync } from "node:fs";
import path from "node:path";
import { SETTING_NAMES } from "../../../src/lib/setting-names.mjs";
import { asLaunchError } from "../ground/failure.mjs";
import { right, wrong } from "../ground/finding.mjs";
import { DATA, ROOT } from "../ground/paths.mjs";
import { reportFindings, say } from "../ground/terminal.mjs";
import { cluster } from "../postgres/cluster.mjs";
import { leasePostgres } from "../postgres/lease.mjs";
import { checkAddress, checkReach } from "./address.mjs";
import { checkDatabase } from "./database.mjs";
import {
  checkDisk,
  checkNode,
  checkPackages,
  checkPort,
  checkSecretFiles,
  checkStorage,
} from "./machine.mjs";
import { checkServices } from "./services.mjs";
import { readSettings } from "./settings.mjs";

// npm run doctor: checks everything that makes installations fail, and says what to do. It changes nothing; an embedded
// database that doesn't run is started for as long as the check takes.

/**
 * @typedef {import("../ground/finding.mjs").Finding} Finding
 */

const findings = [checkNode(), checkPackages(), checkDisk(), ...checkSecretFiles(filesNamedBySettings())];
if (findings.every(({ state }) => state !== "wrong")) findings.push(...(await lookAtSettings()));

reportFindings(findings);
const problems = findings.filter(({ state }) => state === "wrong").length;
say("", problems === 0 ? "  Nothing is wrong." : `  Wrong: ${problems}`, "");
process.exit(problems === 0 ? 0 : 1);

/** @returns {Promise<Finding[]>} */
async function lookAtSettings() {
  process.env.STORAGE ||= path.join(DATA, "files");
  const { settings, findings: ofSettings } = await readSettings();
  if (!settings) return ofSettings;
  const { APP_URL, HOST, PORT, TRUSTED_PROXY_HOPS, COOKIE_DOMAIN, DATABASE_POOL_MAX } = settings;
  return [
    ...ofSettings,
    ...checkAddress({
      appUrl: APP_URL,
      host: HOST,
      port: PORT,
      hops: TRUSTED_PROXY_HOPS,
      cookieDomain: COOKIE_DOMAIN,
    }),
    ...(await checkReach(APP_URL)),
    await checkPort({ host: HOST, port: PORT }),
    ...(await lookAtDatabase(DATABASE_POOL_MAX)),
    checkStorage(settings),
    ...(await checkServices(process.env)),
  ];
}

/**
 * @param {number} poolMax
 * @returns {Promise<Finding[]>}
 */
async function lookAtDatabase(poolMax) {
  const own = process.env.DATABASE_URL;
  if (own) return await checkDatabase(own, { poolMax, migratesItself: false });
  if (!existsSync(cluster("main").data))
    return [right("Database: the embedded one, made at the first start")];
  try {
    const lease = await leasePostgres("main");
    const found = await checkDatabase(lease.databaseUrl, { poolMax, migratesItself: true });
    await lease.release();
    return found;
  } catch (error) {
    const { message, todo } = asLaunchError(error);
    return [wrong(message, todo.map((line) => line.trim()).join(" "))];
  }
}

function filesNamedBySettings() {
  return SETTING_NAMES.map((name) => process.env[`${name}_FILE`] ?? "")
    .filter(Boolean)
    .map((file) => path.resolve(ROOT, file));
}
