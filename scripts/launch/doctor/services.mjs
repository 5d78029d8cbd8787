import net from "node:net";
import { right, wrong } from "../ground/finding.mjs";
import { checkMail } from "./mail.mjs";
import { checkTemporal } from "./temporal.mjs";

/**
 * @typedef {import("../ground/finding.mjs").Finding} Finding
 */

const TIMEOUT_MS = 5_000;

/** @type {Record<string, number>} */
const USUAL_PORTS = { "redis:": 6379, "rediss:": 6379 };

/**
 * Each service that is set: whether somebody answers there.
 *
 * @param {Record<string, string | undefined>} env
 * @param {import("./mail.mjs").LoadSmtp} loadSmtp
 * @param {{ composed?: boolean }} [where]
 * @returns {Promise<Finding[]>}
 */
export async function checkServices(env, loadSmtp, where) {
  const { REDIS_URL, SMTP_URL, S3_ENDPOINT, TEMPORAL_ADDRESS } = env;
  const { AUTH_GITHUB_ID, AUTH_GITHUB_URL, AUTH_GOOGLE_ID, AUTH_OIDC_ISSUER } = env;
  const findings = await Promise.all([
    ...(REDIS_URL ? [checkListener("REDIS_URL", REDIS_URL)] : []),
    ...(SMTP_URL ? [checkMail(env, loadSmtp, where)] : []),
    ...(TEMPORAL_ADDRESS ? [checkTemporal(env)] : []),
    ...(S3_ENDPOINT ? [checkHttp("S3_ENDPOINT", S3_ENDPOINT)] : []),
    ...(AUTH_GITHUB_ID ? [checkHttp("AUTH_GITHUB_URL", AUTH_GITHUB_URL || "https://github.com")] : []),
    ...(AUTH_GOOGLE_ID ? [checkIssuer("AUTH_GOOGLE_ID", "https://accounts.google.com")] : []),
    ...(AUTH_OIDC_ISSUER ? [checkIssuer("AUTH_OIDC_ISSUER", AUTH_OIDC_ISSUER)] : []),
    ...checkCallbacks(env),
  ]);
  return findings.flat();
}

/**
 * @param {string} setting
 * @param {string} address
 * @returns {Promise<Finding>}
 */
async function checkListener(setting, address) {
  if (!URL.canParse(address)) return unreadable(setting);
  const { protocol, hostname, port } = new URL(address);
  const target = {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port) || USUAL_PORTS[protocol] || 0,
  };
  const problem = await new Promise((resolve) => {
    /** @param {string | null | undefined} result */
    const finish = (result) => {
      socket.destroy();
      resolve(result);
    };
    const socket = net.connect(target, () => finish(null));
    socket.setTimeout(TIMEOUT_MS, () => finish("it does not answer"));
    socket.on("error", (error) => finish(/** @type {NodeJS.ErrnoException} */ (error).code));
  });
  if (problem === null) return right(`${setting}: ${target.host}:${target.port} answers`);
  return unreachable(setting, `${target.host}:${target.port}`, problem);
}

/**
 * Any answer will do: without credentials a refusal is the right one.
 *
 * @param {string} setting
 * @param {string} address
 * @returns {Promise<Finding>}
 */
async function checkHttp(setting, address) {
  if (!URL.canParse(address)) return unreadable(setting);
  const { origin } = new URL(address);
  try {
    await fetch(origin, { method: "HEAD", redirect: "manual", signal: AbortSignal.timeout(TIMEOUT_MS) });
    return right(`${setting}: ${origin} answers`);
  } catch (error) {
    return unreachable(setting, origin, causeOf(error));
  }
}

/**
 * Nobody but the provider knows whether this address is registered with it: it is the most frequent thing to be wrong.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {Finding[]}
 */
function checkCallbacks(env) {
  const ids = [
    env.AUTH_GITHUB_ID && "github",
    env.AUTH_GOOGLE_ID && "google",
    env.AUTH_OIDC_ISSUER && "oidc",
  ].filter((id) => id);
  const base = (env.APP_URL || `http://localhost:${env.PORT || 3000}`).replace(/\/$/, "");
  return ids.map((id) => right(`Sign-in with ${id} comes back to ${base}/api/auth/callback/${id}`));
}

/**
 * @param {string} setting
 * @param {string} issuer
 * @returns {Promise<Finding>}
 */
async function checkIssuer(setting, issuer) {
  if (!URL.canParse(issuer)) return unreadable(setting);
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const document = response.ok ? await response.json() : {};
    if (document.issuer === issuer) return right(`${setting}: ${issuer} describes itself as that issuer`);
    return wrong(
      response.ok
        ? `${setting}: the document at ${address} names another issuer, ${document.issuer}.`
        : `${setting}: ${address} answers ${response.status}.`,
      "Set it to the issuer exactly as the provider writes it, the slash at its end included.",
    );
  } catch (error) {
    return unreachable(setting, new URL(issuer).origin, causeOf(error));
  }
}

/** @param {unknown} error */
function causeOf(error) {
  const { cause, name, message } = /** @type {Error & { cause?: { code?: string } }} */ (error);
  return cause?.code ?? (name === "TimeoutError" ? "it does not answer" : message);
}

/** @param {string} setting */
function unreadable(setting) {
  return wrong(`${setting} is not an address.`, "Look at .env.example for how it is written.");
}

/** @param {string} setting @param {string} target @param {string} problem */
function unreachable(setting, target, problem) {
  return wrong(
    `${setting}: ${target} can't be reached (${problem}).`,
    "Start that service, fix the address, or empty the setting.",
  );
}
