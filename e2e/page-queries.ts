import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

// What each page reads of its address, taken from the code: of the page, and of what it is made of under src/app.

const APP = path.resolve("src/app");
const READS = [
  /\b(?:query|given|await searchParams)\)?\.(\w+)\b(?!\()/g, // query.cursor, (await query).next
  /const \{([^}]*)\} = (?:await )?(?:query|given|searchParams)\b/g,
];
// Read by a name that is computed: the numbers in the sentence about a refused form.
const COMPUTED: Record<string, string[]> = { query: ["min", "max", "seconds"] };

export type PageQuery = { path: string; names: string[] };

/** Every page there is, `[id]` in its path as it stands. */
export function listPages(): PageQuery[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx")
    .map((file) => ({ path: addressOf(file), names: [...namesIn(path.join(APP, file))].sort() }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function addressOf(file: string) {
  const segments = path.dirname(file).split(path.sep);
  return `/${segments.filter((segment) => !/^(?:\(.*\)|\.)$/.test(segment)).join("/")}`;
}

function namesIn(page: string): Set<string> {
  const names = new Set<string>();
  if (!readFileSync(page, "utf8").includes("searchParams")) return names;
  for (const file of closureOf(page)) {
    const text = readFileSync(file, "utf8");
    for (const pattern of READS)
      for (const [, found = ""] of text.matchAll(pattern))
        for (const part of found.split(",")) {
          const name = part.split(/[:=]/)[0]?.trim() ?? "";
          if (/^\w+$/.test(name)) names.add(name);
        }
    for (const [object, computed] of Object.entries(COMPUTED))
      if (text.includes(`${object}[name]`)) for (const name of computed) names.add(name);
  }
  return names;
}

function closureOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { fileName } of ts.preProcessFile(readFileSync(file, "utf8")).importedFiles) {
    const base = fileName.startsWith("@/app/")
      ? path.join(APP, fileName.slice("@/app/".length))
      : path.resolve(path.dirname(file), fileName);
    if (!base.startsWith(APP)) continue;
    const found = [`${base}.tsx`, `${base}.ts`].find((place) => existsSync(place));
    if (found) closureOf(found, seen);
  }
  return seen;
}
