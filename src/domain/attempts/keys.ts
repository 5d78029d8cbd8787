import { createHmac } from "node:crypto";
import { isIP } from "node:net";
import { deriveKey } from "@/lib/keys";

/** All callers whose address can't be believed are one. */
export function addressKey(address: string | null): Promise<string> {
  return keyFor("address", address === null ? "unknown" : clientNetwork(address));
}

export function identifierKey(identifier: string): Promise<string> {
  return keyFor("identifier", identifier);
}

/** Nobody can read out of the counters who tried from where, and two installations may share one Redis. */
async function keyFor(kind: string, text: string) {
  return `${kind}:${createHmac("sha256", await deriveKey("rate-limit"))
    .update(`${kind} ${text}`)
    .digest("base64url")}`;
}

/** What one client has to itself, in one spelling: its IPv4 address, or its /64 of IPv6. */
export function clientNetwork(address: string): string {
  if (isIP(address) !== 6) return address;
  const groups = groupsOf(address);
  if (groups.slice(0, 6).join(":") === "0:0:0:0:0:ffff") return dotted(groups.slice(6));
  return `${groups.slice(0, 4).join(":")}::/64`;
}

function groupsOf(address: string): string[] {
  const [withoutZone] = address.split("%");
  const { hostname } = new URL(`http://[${withoutZone}]`); // lower case, no dots, the longest run of zeros as ::
  const [left = [], right = []] = hostname
    .slice(1, -1)
    .split("::")
    .map((half) => half.split(":").filter(Boolean));
  return [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right];
}

function dotted(groups: string[]) {
  return groups
    .map((group) => Number.parseInt(group, 16))
    .flatMap((number) => [number >> 8, number & 255])
    .join(".");
}
