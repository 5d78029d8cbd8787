import { execFileSync } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { NAME } from "../../src/lib/brand.mjs";

// npm run build:client: makes dist/ a package of its own out of src/client, to be packed, published or linked. It needs
// openapi-fetch and nothing else of ours.

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DIST = path.join(ROOT, "dist");
const CLIENT = path.join(DIST, "client");

rmSync(DIST, { recursive: true, force: true });
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
execFileSync(process.execPath, [tsc, "--project", "tsconfig.client.json"], { cwd: ROOT, stdio: "inherit" });
copyFileSync(path.join(ROOT, "src/client/schema.d.ts"), path.join(CLIENT, "schema.d.ts"));
for (const name of readdirSync(CLIENT)) {
  const file = path.join(CLIENT, name);
  writeFileSync(file, withExtensions(readFileSync(file, "utf8")));
}
copyFileSync(path.join(ROOT, "LICENSE"), path.join(DIST, "LICENSE"));
copyFileSync(path.join(ROOT, "docs/clients.md"), path.join(DIST, "README.md"));
writeFileSync(path.join(DIST, "package.json"), `${JSON.stringify(manifest(), null, 2)}\n`);

/**
 * Bundlers find a file without its extension, Node doesn't.
 *
 * @param {string} text
 */
function withExtensions(text) {
  return text.replace(/(from\s+"\.\/[\w-]+)"/g, '$1.js"');
}

function manifest() {
  const { name, version, license, type, engines, exports, dependencies } = JSON.parse(
    readFileSync(path.join(ROOT, "package.json"), "utf8"),
  );
  const { types, default: file } = exports["./client"];
  return {
    name,
    version,
    description: `Client of the ${NAME} API for browsers and Node`,
    license,
    type,
    engines,
    exports: { "./client": { types: inDist(types), default: inDist(file) } },
    sideEffects: false,
    dependencies: { "openapi-fetch": dependencies["openapi-fetch"] },
  };
}

/** @param {string} target */
function inDist(target) {
  return target.replace("./dist/", "./");
}
