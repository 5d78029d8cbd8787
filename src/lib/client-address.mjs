import net from "node:net";

/**
 * The address of who really calls. Each trusted proxy has put the address that it saw at the right end of X-Forwarded-For,
 * so as many entries count from the right; what stands further left anyone may have written.
 *
 * @param {string | undefined} peer the other end of the socket
 * @param {string | undefined} forwardedFor all X-Forwarded-For headers, joined by commas in their order
 * @param {number} trustedHops
 * @returns {string} one normalised address; empty where the socket has none
 */
export function clientAddress(peer, forwardedFor, trustedHops) {
  const nearest = normalizeAddress(peer ?? "") ?? "";
  const entries = (forwardedFor ?? "").split(",").map((entry) => entry.trim());
  let address = nearest;
  for (let hop = 1; hop <= trustedHops; hop++) {
    const entry = entries[entries.length - hop];
    // What isn't an address ("unknown") or is missing: the proxy that should have named it stands for its client.
    const seen = entry ? normalizeAddress(entry) : null;
    if (seen === null) break;
    address = seen;
  }
  return address;
}

/** @param {string} text */
export function isLoopbackAddress(text) {
  return /^(?:127\.\d+\.\d+\.\d+|::1)$/.test(normalizeAddress(text) ?? "");
}

/**
 * One spelling for one address, so that no notation is a second identity: without port, brackets and zone, IPv4 not
 * dressed up as IPv6, IPv6 as RFC 5952 writes it.
 *
 * @param {string} text
 * @returns {string | null}
 */
export function normalizeAddress(text) {
  const bare = /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  const address = bare.replace(/%.*$/, "");
  if (net.isIPv4(address)) return address;
  if (!net.isIPv6(address)) return null;
  // Lower case, shortened, the mapped form as hexadecimal digits: ::ffff:7f00:1
  const compressed = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(compressed);
  if (!mapped) return compressed;
  const [high, low] = [Number.parseInt(mapped[1] ?? "", 16), Number.parseInt(mapped[2] ?? "", 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

/**
 * What one client has to itself: its IPv4 address, or its /64 of IPv6.
 *
 * @param {string} address
 * @returns {string}
 */
export function clientNetwork(address) {
  const normal = normalizeAddress(address) ?? address;
  if (!net.isIPv6(normal)) return normal;
  const [left = [], right = []] = normal.split("::").map((half) => half.split(":").filter(Boolean));
  const zeros = Array(Math.max(8 - left.length - right.length, 0)).fill("0");
  return `${[...left, ...zeros, ...right].slice(0, 4).join(":")}::/64`;
}

/**
 * The networks around one client that one person may have to themselves: /24 of IPv4, /56 and /48 of IPv6.
 *
 * @param {string} address
 * @returns {string[]} the nearest first
 */
export function networksAround(address) {
  const client = clientNetwork(address);
  if (net.isIPv4(client)) return [client.replace(/\d+$/, "0/24")];
  const groups = /^(.+)::\/64$/.exec(client)?.[1]?.split(":");
  if (groups === undefined) return [];
  const wide = (Number.parseInt(groups[3] ?? "0", 16) & 0xff00).toString(16);
  return [`${[...groups.slice(0, 3), wide].join(":")}::/56`, `${groups.slice(0, 3).join(":")}::/48`];
}
