import { existsSync } from "node:fs";
import path from "node:path";
import { LOCALES } from "../../src/lib/locale.mjs";
import { LaunchError } from "../launch/ground/failure.mjs";
import { ROOT } from "../launch/ground/paths.mjs";
import { reportError, say } from "../launch/ground/terminal.mjs";
import { edit, generate, read, replace, run, write } from "./edits.mjs";

// npm run add-language de: a further language everywhere that languages are listed, its sentences still in English.

try {
  add(process.argv[2] ?? "");
} catch (error) {
  reportError(error);
  process.exitCode = 1;
}

/** @param {string} code */
function add(code) {
  const name = nameOf(code);
  const messages = `messages/${code}.json`;
  const known = /** @type {readonly string[]} */ (LOCALES).includes(code);
  if (known || existsSync(path.join(ROOT, messages)))
    throw new LaunchError(`There is ${name} (${code}) already.`);
  write(messages, read("messages/en.json"));
  edit("src/lib/locale.mjs", (text) => {
    const typed = replace(text, /(@type \{readonly \[.*)\]\}/, `$1, "${code}"]}`);
    return replace(typed, /(export const LOCALES = \[.*)\]/, `$1, "${code}"]`);
  });
  edit("src/i18n/locale.ts", (text) => {
    const imported = replace(text, /^import en (.*\/)en\.json";$/m, `import ${code} $1${code}.json";\n$&`);
    return replace(
      imported,
      /(MESSAGES: [^=]*= \{[^}]*?),?\s*\}/,
      `$1, ${code}: ${code} as unknown as typeof en }`,
    );
  });
  edit("src/components/language-names.ts", (text) =>
    replace(text, /,?\s*\};?\s*$/, `, ${code}: "${name}" };\n`),
  );
  run(
    "node_modules/@biomejs/biome/bin/biome",
    "check",
    "--write",
    messages,
    "src/i18n/locale.ts",
    "src/lib/locale.mjs",
    "src/components/language-names.ts",
  );
  generate("openapi");
  say(
    "",
    `Added ${name}: people can choose it, and browsers that ask for it get it.`,
    `Next: translate ${messages} (its sentences are the English ones), the line under the name in src/brand.ts`,
    "and the last of all pages in src/app/global-error.tsx; then npm run check.",
  );
}

/**
 * What its speakers call it.
 *
 * @param {string} code
 */
function nameOf(code) {
  const name = /^[a-z]{2,3}$/.test(code)
    ? new Intl.DisplayNames([code], { type: "language", fallback: "none" }).of(code)
    : undefined;
  if (name === undefined)
    throw new LaunchError("A language is named by two or three letters: npm run add-language de");
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}
