import { NAME } from "../../../src/lib/brand.mjs";
import { doubtful, right, wrong } from "../ground/finding.mjs";

/**
 * @typedef {import("../ground/finding.mjs").Finding} Finding
 * @typedef {{ appUrl: string, host: string, port: number, hops: number, cookieDomain?: string, composed?: boolean }} Address
 */

/**
 * Whether the address that people use, the one that is listened on and the number of proxies in front fit together. Under Compose
 * nginx is always in front, and nobody reaches the port past it.
 *
 * @param {Address} address
 * @returns {Finding[]}
 */
export function checkAddress({ appUrl, host, port, hops, cookieDomain, composed = false }) {
  const { protocol, hostname, port: ownPort } = new URL(appUrl);
  const outside = !isLoopback(hostname);
  const proxies = Number(composed) + Number(protocol === "https:");
  /** @type {Finding[]} */
  const findings = [];
  if (outside && protocol === "http:") {
    findings.push(
      wrong(
        `APP_URL is ${appUrl}: passwords and cookies would travel in the clear.`,
        "Put a proxy with TLS in front and name its https address in APP_URL.",
      ),
    );
  }
  if (hops < proxies) {
    const why = composed
      ? `In front are the nginx of Compose${proxies > 1 ? " and what speaks https for it" : ""}`
      : "APP_URL is https, which a proxy in front must speak";
    findings.push(
      doubtful(
        `${why}, but TRUSTED_PROXY_HOPS is ${hops}: all callers count as one, the proxy.`,
        `Set TRUSTED_PROXY_HOPS to the number of proxies (${proxies}${composed ? "" : " for one nginx"}), and let each add to X-Forwarded-For.`,
      ),
    );
  }
  if (hops > proxies && protocol === "http:") {
    findings.push(
      doubtful(
        `TRUSTED_PROXY_HOPS is ${hops}, but APP_URL is http: is there ${composed ? "another" : "a"} proxy? Without one, callers choose their own address.`,
        `Set TRUSTED_PROXY_HOPS to ${proxies}, or APP_URL to the proxy's https address.`,
      ),
    );
  }
  if (hops > 0 && !isLoopback(host) && !composed) {
    findings.push(
      doubtful(
        `Proxies are trusted, and HOST is ${host}: who reaches port ${port} past the proxy chooses their own address.`,
        "Let only the proxy reach that port (firewall, container network), or set HOST to 127.0.0.1.",
      ),
    );
  }
  if (outside && isLoopback(host) && hops === 0) {
    findings.push(
      doubtful(
        `APP_URL is ${appUrl}, but HOST is ${host}: nobody outside this machine reaches it without a proxy.`,
        "Set HOST to 0.0.0.0, or run a proxy on this machine and set TRUSTED_PROXY_HOPS to 1.",
      ),
    );
  }
  if (!outside && Number(ownPort || (protocol === "https:" ? 443 : 80)) !== port && hops === 0 && !composed) {
    findings.push(
      wrong(
        `APP_URL is ${appUrl}, but PORT is ${port}: links would lead elsewhere.`,
        "Give both the same port.",
      ),
    );
  }
  if (!outside && !isLoopback(host) && !composed) {
    findings.push(
      doubtful(
        `HOST is ${host}, but APP_URL is ${appUrl}: from other machines links and forms would not work.`,
        "Set APP_URL to the address by which others reach it.",
      ),
    );
  }
  if (cookieDomain && !`.${hostname}`.endsWith(`.${cookieDomain.replace(/^\./, "")}`)) {
    findings.push(
      wrong(
        `COOKIE_DOMAIN is ${cookieDomain}, which ${hostname} is not part of: browsers would refuse the cookies.`,
        "Leave COOKIE_DOMAIN empty, or set it to a parent of APP_URL's host.",
      ),
    );
  }
  return findings.length > 0 ? findings : [right(`Address: ${appUrl}, listening on ${host}:${port}`)];
}

/**
 * From this machine, as people would come: through the proxy, where there is one.
 *
 * @param {string} appUrl
 * @returns {Promise<Finding[]>}
 */
export async function checkReach(appUrl) {
  if (isLoopback(new URL(appUrl).hostname)) return [];
  const todo = "Where the product runs already: look at the name, the certificate and the proxy's target.";
  try {
    const response = await fetch(`${appUrl}/live`, {
      redirect: "manual",
      signal: AbortSignal.timeout(5_000),
    });
    if (response.status === 200 && response.headers.has("x-trace-id"))
      return [right(`${appUrl} leads to ${NAME}`)];
    return [doubtful(`${appUrl}/live answers ${response.status}, and not as ${NAME} does.`, todo)];
  } catch (error) {
    const { cause, message } = /** @type {Error & { cause?: { code?: string } }} */ (error);
    return [doubtful(`${appUrl} can't be reached from here (${cause?.code ?? message}).`, todo)];
  }
}

/** @param {string} host */
function isLoopback(host) {
  return /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host);
}
