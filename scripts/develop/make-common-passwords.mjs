import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { dictionary } from "@zxcvbn-ts/language-common";

// Run it after an update of @zxcvbn-ts/language-common. A list read at run time would be missed by the tracing of
// the standalone server, and the package itself keeps three megabytes in memory.

const SHORTEST = 8;
const FILE = fileURLToPath(new URL("../../src/domain/users/common-passwords-list.ts", import.meta.url));

const entries = new Set(
  dictionary["passwords-common"]
    .map((password) => password.toLowerCase())
    .filter((password) => password.length >= SHORTEST),
);

/** @type {string[][]} */
const byLength = [];
for (const password of [...entries].sort()) {
  byLength[password.length] ??= [];
  byLength[password.length]?.push(password);
}
const lines = Array.from(byLength, (passwords) => (passwords ?? []).join(""));
const packed = deflateRawSync(lines.join("\n"), { level: 9 }).toString("base64");

writeFileSync(
  FILE,
  `// Made by scripts/develop/make-common-passwords.mjs from @zxcvbn-ts/language-common: its "passwords-common", ${entries.size} entries of
// ${SHORTEST} characters and more. MIT licence, © 2012-2016 Dan Wheeler and Dropbox, Inc., © 2021 zxcvbn-ts.

/** Deflated, in base64: on line n the entries of n characters, sorted, with nothing between them. */
export const COMMON_PASSWORDS =
  "${packed}";
`,
);
