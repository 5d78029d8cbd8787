import path from "node:path";
import { SETTING_NAMES } from "../../../src/lib/setting-names.mjs";
import { ROOT } from "../ground/paths.mjs";
import { reportFindings, say } from "../ground/terminal.mjs";
import { checkAddress, checkReach } from "./address.mjs";
import { checkBucket } from "./bucket.mjs";
import { checkDatabase } from "./database.mjs";
import { checkInstances } from "./instances.mjs";
import { checkDisk, checkPort, checkSecretFiles, checkStorage } from "./machine.mjs";
import { checkServices } from "./services.mjs";
import { readSettings } from "./settings.mjs";

/**
 * @typedef {import("../ground/finding.mjs").Finding} Finding
 * @typedef {{ poolMax: number, appUrl: string }} Installation
 * @typedef {object} Examination
 * @property {Finding[]} first what is found before anything of the product is loaded
 * @property {() => Promise<Pick<typeof import("../../../src/lib/settings"), "readSettings">>} loadSettings
 * @property {import("./mail.mjs").LoadSmtp} loadSmtp what tries the mail server
 * @property {boolean} [composed] whether it runs under docker-compose.yml
 * @property {(installation: Installation) => Promise<Finding[]>} [lookAtEmbedded] where no DATABASE_URL is set
 */

/**
 * Looks at everything, reports it, and changes nothing.
 *
 * @param {Examination} examination
 * @returns {Promise<0 | 1>} the code to end with
 */
export async function examine(examination) {
  const findings = [...examination.first, checkDisk(), ...checkSecretFiles(filesNamedBySettings())];
  if (findings.every(({ state }) => state !== "wrong")) findings.push(...(await lookAtSettings(examination)));

  reportFindings(findings);
  const problems = findings.filter(({ state }) => state === "wrong").length;
  say("", problems === 0 ? "  Nothing is wrong." : `  Wrong: ${problems}`, "");
  return problems === 0 ? 0 : 1;
}

/**
 * @param {Examination} examination
 * @returns {Promise<Finding[]>}
 */
async function lookAtSettings({ loadSettings, loadSmtp, lookAtEmbedded, composed }) {
  const { readSettings: read } = await loadSettings();
  const { settings, findings: ofSettings } = readSettings(read);
  if (!settings) return ofSettings;
  const { APP_URL, HOST, PORT, TRUSTED_PROXY_HOPS, COOKIE_DOMAIN, DATABASE_POOL_MAX: poolMax } = settings;
  const own = process.env.DATABASE_URL;
  return [
    ...ofSettings,
    ...checkAddress({
      appUrl: APP_URL,
      host: HOST,
      port: PORT,
      hops: TRUSTED_PROXY_HOPS,
      cookieDomain: COOKIE_DOMAIN,
      composed,
    }),
    ...(await checkReach(APP_URL)),
    ...(await checkInstances(APP_URL, { secret: settings.SECRET_KEY, hops: TRUSTED_PROXY_HOPS })),
    await checkPort({ host: HOST, port: PORT }),
    ...(own
      ? await checkDatabase(own, { poolMax, appUrl: APP_URL, migratesItself: false, composed })
      : ((await lookAtEmbedded?.({ poolMax, appUrl: APP_URL })) ?? [])),
    checkStorage(settings),
    ...(await checkServices(process.env, loadSmtp, { composed })),
    ...(await checkBucket(settings)),
  ];
}

function filesNamedBySettings() {
  return SETTING_NAMES.map((name) => process.env[`${name}_FILE`] ?? "")
    .filter(Boolean)
    .map((file) => path.resolve(ROOT, file));
}
