import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

// Turbopack gives each route chunks of its own, even where those of two routes are the same to the byte. Whatever is loaded twice
// is read, compiled and kept in memory twice: here four fifths of all that the server loads. So of equal ones one stays.

const SOURCE_MAP = /\n?\/\/# sourceMappingURL=.*\s*$/;

/** @param {string} next the folder of a build */
export function shareChunks(next) {
  const server = path.join(next, "server");
  const chunks = path.join(server, "chunks");
  if (!existsSync(chunks)) return;
  const files = filesUnder(server);
  const shared = equalOnes(files.filter((file) => file.startsWith(chunks) && file.endsWith(".js")));
  if (shared.size === 0) return;

  const gone = new Set([...shared.keys()].flatMap((file) => [file, `${file}.map`]));
  /** @param {string} file as routes name it; another folder may have one of the same name */
  const nameOf = (file) => path.relative(server, file).replaceAll(path.sep, "/");
  const names = new Map([...shared].map(([file, kept]) => [nameOf(file), nameOf(kept)]));
  const named = new RegExp(`(?<!\\bedge/)\\b(?:${[...names.keys()].map(literal).join("|")})\\b`, "g");
  for (const file of files.filter((each) => /\.(?:js|json)$/.test(each) && !gone.has(each))) {
    const text = readFileSync(file, "utf8");
    const renamed = text.replace(named, (name) => names.get(name) ?? name);
    if (renamed !== text) writeFileSync(file, renamed);
  }
  for (const file of gone) rmSync(file, { force: true });
}

/**
 * @param {string[]} files
 * @returns {Map<string, string>} those that another one stands for, and that one
 */
function equalOnes(files) {
  /** @type {Map<string, string>} */
  const first = new Map();
  /** @type {Map<string, string>} */
  const shared = new Map();
  for (const file of files.sort()) {
    const content = readFileSync(file, "utf8").replace(SOURCE_MAP, "");
    const id = `${path.dirname(file)} ${createHash("sha256").update(content).digest("hex")}`;
    const kept = first.get(id);
    if (kept === undefined) first.set(id, file);
    else shared.set(file, kept);
  }
  return shared;
}

/** @param {string} name as it stands in a regular expression */
function literal(name) {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** @param {string} folder */
function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
