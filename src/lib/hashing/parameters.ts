import { settings } from "@/lib/settings";
import type { Argon2Parameters, BcryptParameters, HashParameters } from "./formats.mjs";

type Parameters = { argon2id: Argon2Parameters; bcrypt: BcryptParameters };

// What OWASP asks for (Password Storage Cheat Sheet): argon2id with 19 MiB and two passes, or bcrypt of cost 10 and above.
const LIVE: Parameters = {
  argon2id: { kind: "argon2id", memoryKib: 19_456, passes: 2, lanes: 1 },
  bcrypt: { kind: "bcrypt", cost: 12 },
};

let parameters = LIVE;

/** What new hashes are made with, by the kind that PASSWORD_HASH names. */
export function hashParameters(): HashParameters {
  return parameters[settings().PASSWORD_HASH];
}

/** For tests: the same formats at the least cost there is, or again at the real one. */
export function replaceHashParameters(others: Parameters = LIVE) {
  parameters = others;
}
