import { clientAddress, isLoopbackAddress } from "../lib/client-address.mjs";
import { cutUserAgent } from "../lib/user-agent.mjs";

// What says who calls and by which address is written here and nowhere else. The rest are headers that Next sends itself,
// or that other hosts' proxies set, which a caller must not be able to send. Next's own client sends the two
// request ids in development.
const NOT_THE_CALLERS =
  /^(?:forwarded|content-security-policy(?:-report-only)?|x-nonce|x-gatehouse-.*|next-resume|(?:true-client|cf-connecting|fastly-client)-ip|x-(?:(?:real|client|cluster-client)-ip|host|http-method|(?:http-)?method-override|original-(?:host|url)|rewrite-url|url-scheme|action-forwarded|(?:forwarded|middleware|next|invoke|invocation|matched|now|prerender|vercel)-.*|nextjs-(?!(?:html-)?request-id$).*))$/i;

// What a proxy or a tunnel leaves on a request that it hands on, whatever it does to Host.
const FORWARDING =
  /forwarded|^(?:via|cdn-loop|proxy-client-ip)$|^(?:cf|fly|fastly|ngrok|tailscale|x-(?:amzn|appengine|arr|azure|client|cluster|envoy|fastly|ms|original|proxy\w*|real|sendfile|tunnel|vercel))-|-(?:client|connecting)-ip$/i;
const LOOPBACK_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/**
 * @typedef {{ trustedHops: number, proto: string, host: string, port: string }} Trust
 */

/**
 * @param {Record<string, string | undefined>} settings
 * @returns {Trust}
 */
export function trustFrom({ APP_URL = "", PORT, TRUSTED_PROXY_HOPS = "" }) {
  const url = new URL(URL.canParse(APP_URL) ? APP_URL : `http://localhost:${PORT || 3000}`);
  const proto = url.protocol.slice(0, -1);
  // A bad value stops the application at boot; until then nobody is trusted.
  const trustedHops = /^\d+$/.test(TRUSTED_PROXY_HOPS) ? Number(TRUSTED_PROXY_HOPS) : 0;
  return { trustedHops, proto, host: url.host, port: url.port || (proto === "https" ? "443" : "80") };
}

/**
 * Replaces what a caller says about itself by what is known.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {Trust} trust
 */
export function normalizeHeaders(request, { trustedHops, proto, host, port }) {
  const { headers, rawHeaders, socket } = request;
  const address = clientAddress(socket.remoteAddress, String(headers["x-forwarded-for"] ?? ""), trustedHops);
  const isLocal = isFromHere(request, trustedHops);
  for (const name of Object.keys(headers)) if (NOT_THE_CALLERS.test(name)) delete headers[name];
  // Node relies on the number of raw headers, so a value goes and its name stays.
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = String(rawHeaders[index]);
    if (NOT_THE_CALLERS.test(name)) rawHeaders[index + 1] = "";
    if (/^user-agent$/i.test(name)) rawHeaders[index + 1] = cutUserAgent(String(rawHeaders[index + 1]));
  }
  if (headers["user-agent"]) headers["user-agent"] = cutUserAgent(headers["user-agent"]);
  headers["x-forwarded-for"] = address;
  headers["x-forwarded-proto"] = proto;
  headers["x-forwarded-host"] = host;
  headers["x-forwarded-port"] = port;
  if (isLocal) headers["x-gatehouse-local"] = "1";
}

/**
 * Whether somebody at this very machine asks, and no proxy or tunnel for somebody else: of one that says nothing of itself
 * the name that it was asked by tells.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {number} trustedHops
 */
function isFromHere({ headers, socket }, trustedHops) {
  return (
    trustedHops === 0 &&
    isLoopbackAddress(socket.remoteAddress ?? "") &&
    LOOPBACK_HOST.test(headers.host ?? "") &&
    !Object.keys(headers).some((name) => FORWARDING.test(name))
  );
}
