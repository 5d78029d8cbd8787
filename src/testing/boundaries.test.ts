import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** Which room may reach into which. Nothing else is allowed, and so no import goes up. */
const ALLOWED: Record<string, string[]> = {
  edge: ["http", "domain", "i18n", "lib"],
  boot: ["domain", "db", "lib"],
  app: ["graphql", "http", "domain", "components", "client", "i18n", "lib", "docs", "messages"],
  graphql: ["http", "domain", "i18n", "lib"],
  http: ["domain", "i18n", "lib"],
  domain: ["db", "lib", "drizzle"],
  db: ["lib"],
  components: ["i18n"],
  client: [],
  i18n: ["messages"],
  lib: ["package.json"],
};

/** The only files of the domain that client components may load: they hold limits and schemas, and no server. */
const FOR_CLIENTS = /^src\/domain\/[\w-]+\/schema\.ts$/;

const files = listFiles("src").concat("middleware.ts");
const imports = files.flatMap((file) => importsOf(file).map((target) => ({ file, target })));

test("every import goes along the one way", () => {
  const wrong = imports
    .map(({ file, target }) => ({ file, target, from: roomOf(file), to: roomOf(target) }))
    .filter(({ from, to }) => from !== to && !ALLOWED[from]?.includes(to));
  expect(wrong).toEqual([]);
});

test("no two folders or files import each other in a circle", () => {
  const edges = new Map<string, string[]>();
  for (const { file, target } of imports) edges.set(file, [...(edges.get(file) ?? []), target]);
  expect(findCircle(edges)).toBeNull();
});

test("client components load no server code", () => {
  const clients = files.filter((file) =>
    /^["']use client["']/.test(readFileSync(path.join(ROOT, file), "utf8")),
  );
  const wrong = imports.filter(
    ({ file, target }) =>
      clients.includes(file) && /^src\/(?:domain|http|db|lib)\//.test(target) && !FOR_CLIENTS.test(target),
  );
  expect(wrong).toEqual([]);
});

test("only what answers requests reads headers and cookies", () => {
  const wrong = files.filter(
    (file) =>
      !/^src\/(?:http|i18n|app)\//.test(file) &&
      readFileSync(path.join(ROOT, file), "utf8").includes("next/headers"),
  );
  expect(wrong).toEqual([]);
});

test("the domain knows neither React nor Next", () => {
  const wrong = files.filter(
    (file) =>
      /^src\/(?:domain|db|lib)\//.test(file) &&
      /from "(?:react|next)(?:["/])/.test(readFileSync(path.join(ROOT, file), "utf8")),
  );
  expect(wrong).toEqual([]);
});

function listFiles(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => path.posix.join(folder, name.replaceAll("\\", "/")))
    .filter((file) => /\.(?:ts|tsx|mjs)$/.test(file) && !/\.test\.|\.d\.ts$|^src\/testing\//.test(file));
}

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), "utf8");
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*"([@.][^"]*)"/g)].map(
    (match) => match[1] ?? "",
  );
  return specifiers
    .filter((specifier) => specifier.startsWith("@/") || specifier.startsWith("."))
    .map((specifier) => resolveFile(file, specifier))
    .filter((target) => target !== null);
}

function resolveFile(from: string, specifier: string): string | null {
  const bare = specifier.startsWith("@/")
    ? path.posix.join("src", specifier.slice(2))
    : path.posix.join(path.posix.dirname(from), specifier);
  const candidates = [bare, `${bare}.ts`, `${bare}.tsx`, `${bare}/index.ts`, `${bare}.mjs`];
  return candidates.find((candidate) => files.includes(candidate)) ?? (/\.json$/.test(bare) ? bare : null);
}

function roomOf(file: string): string {
  if (/^(?:src\/)?middleware\.ts$/.test(file)) return "edge";
  if (/^src\/(?:boot|instrumentation)\.ts$/.test(file)) return "boot";
  return (file.startsWith("src/") ? file.split("/")[1] : file.split("/")[0]) ?? "";
}

function findCircle(edges: Map<string, string[]>): string[] | null {
  const done = new Set<string>();
  const clientInfo = (file: string, trail: string[]): string[] | null => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const target of edges.get(file) ?? []) {
      const circle = clientInfo(target, [...trail, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of edges.keys()) {
    const circle = clientInfo(file, []);
    if (circle) return circle;
  }
  return null;
}
