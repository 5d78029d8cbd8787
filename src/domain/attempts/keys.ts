import { createHmac } from "node:crypto";
import { clientNetwork, networksAround } from "@/lib/client-address.mjs";
import { deriveKey } from "@/lib/keys";

/** All callers whose address can't be believed are one. */
export function addressKey(address: string | null): Promise<string> {
  return keyFor("address", address === null ? "unknown" : clientNetwork(address));
}

/** Who guesses: whoever types a name, a device that its owner has used, or a session that is to prove itself again. */
export type GuessedBy = "identifier" | "device" | "account";

export function guessKey(identifier: string, by: GuessedBy = "identifier"): Promise<string> {
  return keyFor(by, identifier);
}

type Networks = { near: string | null; far: string | null };

/** The networks around an address that one person may have to themselves: /56 and /48 of IPv6, /24 of IPv4. */
export async function networkKeys(address: string | null): Promise<Networks> {
  const [near, far] = address === null ? [] : networksAround(address);
  return {
    near: near ? await keyFor("network", near) : null,
    far: far ? await keyFor("network", far) : null,
  };
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
