import { createHmac } from "node:crypto";
import { clientNetwork } from "@/lib/client-address.mjs";
import { deriveKey } from "@/lib/keys";

/** All callers whose address can't be believed are one. */
export function addressKey(address: string | null): Promise<string> {
  return keyFor("address", address === null ? "unknown" : clientNetwork(address));
}

export function identifierKey(identifier: string): Promise<string> {
  return keyFor("identifier", identifier);
}

export function mailKey(mail: string): Promise<string> {
  return keyFor("mail", mail);
}

/** Nobody can read out of the counters who tried from where, and two installations may share one Redis. */
async function keyFor(kind: string, text: string) {
  return `${kind}:${createHmac("sha256", await deriveKey("rate-limit"))
    .update(`${kind} ${text}`)
    .digest("base64url")}`;
}
