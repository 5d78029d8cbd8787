import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

// Copies what /docs and /redoc load in the browser out of the packages that bring it, so that both pages fetch nothing
// from elsewhere and the packages are needed for a build only. Called by next.config.mjs; does nothing the second time.

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const VENDOR = path.join(ROOT, "public", "vendor");
const MARK = path.join(VENDOR, "contents.json");

/** Redoc shows its maker's logo from its maker's server. */
const REDOC_LOGO = "https://cdn.redoc.ly/redoc/logo-mini.svg";
const NOTHING_TO_SEE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E";

const require = createRequire(import.meta.url);

/** @type {{ from: string, to: string, mend?: (text: string) => string }[]} */
const FILES = [
  { from: "swagger-ui-dist/swagger-ui-bundle.js", to: "swagger-ui/swagger-ui-bundle.js" },
  { from: "swagger-ui-dist/swagger-ui.css", to: "swagger-ui/swagger-ui.css" },
  { from: "swagger-ui-dist/LICENSE", to: "swagger-ui/LICENSE.txt" },
  { from: "swagger-ui-dist/NOTICE", to: "swagger-ui/NOTICE.txt" },
  { from: "redoc/bundles/redoc.standalone.js", to: "redoc/redoc.standalone.js", mend: withoutLogo },
  {
    from: "redoc/bundles/redoc.standalone.js.LICENSE.txt",
    to: "redoc/redoc.standalone.js.LICENSE.txt",
  },
  { from: "redoc/LICENSE", to: "redoc/LICENSE.txt" },
];

export function vendorApiDocs() {
  const wanted = contents();
  if (existsSync(MARK) && readFileSync(MARK, "utf8") === wanted) return;
  rmSync(MARK, { force: true });
  for (const { from, to, mend = asItIs } of FILES) {
    write(path.join(VENDOR, to), mend(withoutMapLine(readFileSync(require.resolve(from), "utf8"))));
  }
  write(MARK, wanted);
}

/** The versions that the project asks for, and how they are mended: what the copies are made of. */
function contents() {
  const { devDependencies } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
  const { redoc, "swagger-ui-dist": swaggerUi } = devDependencies;
  return `${JSON.stringify({ redoc, "swagger-ui-dist": swaggerUi, logo: NOTHING_TO_SEE })}\n`;
}

/** @param {string} text */
function asItIs(text) {
  return text;
}

/** @param {string} text */
function withoutLogo(text) {
  if (text.split(REDOC_LOGO).length !== 2)
    throw new Error("redoc's bundle doesn't fetch its logo as it used to");
  return text.replace(REDOC_LOGO, NOTHING_TO_SEE);
}

/** @param {string} text */
function withoutMapLine(text) {
  return text.replace(/\n?(?:\/\/# sourceMappingURL=\S+|\/\*# sourceMappingURL=\S+\s*\*\/)\s*$/, "\n");
}

/**
 * Whole or not at all: a build and a server may be at it at the same time.
 *
 * @param {string} file
 * @param {string} text
 */
function write(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, file);
}
