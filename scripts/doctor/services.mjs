import net from "node:net";
import { right, wrong } from "./finding.mjs";

/**
 * @typedef {import("./finding.mjs").Finding} Finding
 */

const PATIENCE_MS = 5_000;

/** @type {Record<string, number>} */
const USUAL_PORTS = { "redis:": 6379, "rediss:": 6379, "smtp:": 25, "smtps:": 465 };

/**
 * Each service that is set: whether somebody answers there.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<Finding[]>}
 */
export async function checkServices(env) {
  const { REDIS_URL, SMTP_URL, S3_ENDPOINT, TEMPORAL_ADDRESS, AUTH_OIDC_ISSUER } = env;
  return await Promise.all([
    ...(REDIS_URL ? [checkListener("REDIS_URL", REDIS_URL)] : []),
    ...(SMTP_URL ? [checkListener("SMTP_URL", SMTP_URL)] : []),
    ...(TEMPORAL_ADDRESS ? [checkListener("TEMPORAL_ADDRESS", `tcp://${TEMPORAL_ADDRESS}`, 7233)] : []),
    ...(S3_ENDPOINT ? [checkHttp("S3_ENDPOINT", S3_ENDPOINT)] : []),
    ...(AUTH_OIDC_ISSUER ? [checkIssuer(AUTH_OIDC_ISSUER)] : []),
  ]);
}

/**
 * @param {string} setting
 * @param {string} address
 * @param {number} [usualPort]
 * @returns {Promise<Finding>}
 */
async function checkListener(setting, address, usualPort) {
  if (!URL.canParse(address)) return unreadable(setting);
  const { protocol, hostname, port } = new URL(address);
  const target = {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port) || USUAL_PORTS[protocol] || usualPort || 0,
  };
  const fault = await new Promise((resolve) => {
    /** @param {string | null | undefined} result */
    const settle = (result) => {
      socket.destroy();
      resolve(result);
    };
    const socket = net.connect(target, () => settle(null));
    socket.setTimeout(PATIENCE_MS, () => settle("it does not answer"));
    socket.on("error", (error) => settle(/** @type {NodeJS.ErrnoException} */ (error).code));
  });
  if (fault === null) return right(`${setting}: ${target.host}:${target.port} answers`);
  return unreachable(setting, `${target.host}:${target.port}`, fault);
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
    await fetch(origin, { method: "HEAD", redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) });
    return right(`${setting}: ${origin} answers`);
  } catch (error) {
    return unreachable(setting, origin, causeOf(error));
  }
}

/**
 * @param {string} issuer
 * @returns {Promise<Finding>}
 */
async function checkIssuer(issuer) {
  if (!URL.canParse(issuer)) return unreadable("AUTH_OIDC_ISSUER");
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const document = response.ok ? await response.json() : {};
    if (document.issuer === issuer) return right("AUTH_OIDC_ISSUER: describes itself as that issuer");
    return wrong(
      response.ok
        ? `AUTH_OIDC_ISSUER: the document at ${address} names another issuer, ${document.issuer}.`
        : `AUTH_OIDC_ISSUER: ${address} answers ${response.status}.`,
      "Set it to the issuer exactly as the provider writes it, the slash at its end included.",
    );
  } catch (error) {
    return unreachable("AUTH_OIDC_ISSUER", new URL(issuer).origin, causeOf(error));
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

/** @param {string} setting @param {string} target @param {string} fault */
function unreachable(setting, target, fault) {
  return wrong(
    `${setting}: ${target} can't be reached (${fault}).`,
    "Start that service, mend the address, or empty the setting.",
  );
}
