import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** Which room may reach into which. Nothing else is allowed, and so no import goes up. */
const ALLOWED: Record<string, string[]> = {
  // What answers requests, from the address to the ground floor
  edge: ["http", "domain", "i18n", "lib"],
  boot: ["http", "jobs", "domain", "db", "lib"],
  app: [
    "boot",
    "brand.ts",
    "graphql",
    "http",
    "mails",
    "domain",
    "components",
    "client",
    "i18n",
    "lib",
    "docs",
    "messages",
  ],
  graphql: ["brand.ts", "http", "domain", "i18n", "lib"],
  jobs: ["mails", "domain", "lib"],
  mails: ["brand.ts", "domain", "i18n", "lib"],
  http: ["brand.ts", "domain", "i18n", "lib"],
  domain: ["brand.ts", "db", "lib", "drizzle"],
  db: ["lib"],
  components: ["brand.ts", "i18n"],
  client: [],
  i18n: ["lib", "messages"],
  lib: ["package.json"],
  // In front of it, before there is any bundle
  guard: ["lib", "messages"],
  // What starts it, what one runs on an installation, what one develops with
  "next.config.mjs": ["scripts/develop", "lib"],
  "scripts/launch": ["scripts/launch/ground", "scripts/launch/postgres", "lib"],
  "scripts/launch/doctor": ["scripts/launch/ground", "scripts/launch/postgres", "lib"],
  "scripts/launch/postgres": ["scripts/launch/ground", "lib"],
  "scripts/launch/ground": ["db", "lib"],
  "scripts/operate": ["brand.ts", "scripts/launch/ground", "mails", "http", "domain", "db", "lib"],
  "scripts/image": [
    "brand.ts",
    "scripts/operate",
    "scripts/launch/doctor",
    "scripts/launch/ground",
    "domain",
    "db",
    "lib",
  ],
  "scripts/develop/brand": ["brand.ts"],
  "scripts/develop/without-tasks": ["scripts/develop", "scripts/launch/ground", "lib"],
  "scripts/develop": ["scripts/launch/ground", "graphql", "http", "db", "lib"],
  // What tests stand on
  testing: [
    "testing/servers",
    "scripts/develop",
    "scripts/operate",
    "scripts/launch/ground",
    "scripts/launch/postgres",
    "boot",
    "guard",
    "jobs",
    "http",
    "domain",
    "db",
    "lib",
  ],
  "testing/runner": [
    "testing/servers",
    "scripts/launch",
    "scripts/launch/ground",
    "scripts/launch/postgres",
    "lib",
  ],
  "testing/servers": ["scripts/launch/ground"],
};

/** The only files of the domain that client components may load: they hold limits and schemas, and no server. */
const FOR_CLIENTS = /^src\/domain\/[\w-]+\/schema\.ts$/;

/** Files of templates: what stands in them as text is no import of theirs. */
const TEMPLATES = /^scripts\/develop\/new-noun\//;

const files = [...listFiles("src"), ...listFiles("scripts"), "middleware.ts", "next.config.mjs"];
const imports = files.flatMap((file) => importsOf(file).map((target) => ({ file, target })));

test("every import goes along the one way", () => {
  const wrong = imports
    .map(({ file, target }) => ({ file, target, from: roomOf(file), to: roomOf(target) }))
    .filter(({ from, to }) => from !== to && !ALLOWED[from]?.includes(to));
  expect(wrong).toEqual([]);
});

test("no two files import each other in a circle", () => {
  expect(findCircle(imports.map(({ file, target }) => [file, target]))).toBeNull();
});

test("no two folders import each other in a circle, neither by their own files nor by all that is in them", () => {
  // The brand imports nothing, and so closes no circle; beside it stands what starts everything.
  const own = imports
    .filter(({ target }) => target !== "src/brand.ts")
    .map(({ file, target }): Edge => [path.posix.dirname(file), path.posix.dirname(target)])
    .filter((folders) => !folders.includes("."));
  const whole = imports.map(({ file, target }) => whereTheyPart(file, target));
  expect(findCircle(own)).toBeNull();
  expect(findCircle(whole)).toBeNull();
});

test("the guard starts where only the files of its own glob are: plain modules of its own and of the ground floor", () => {
  const reached = new Set(files.filter((file) => file.startsWith("src/guard/")));
  for (const file of reached) {
    for (const { target } of imports.filter((it) => it.file === file)) reached.add(target);
  }
  const elsewhere = [...reached].filter(
    (file) => !/^(?:src\/(?:guard|lib)\/[\w-]+\.mjs|messages\/\w+\.json)$/.test(file),
  );
  expect(elsewhere).toEqual([]);
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

test("a test that replaces a module gives it back, since the next file runs in the same process", () => {
  const tests = readdirSync(path.join(ROOT, "src"), { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.test\.tsx?$/.test(file),
  );
  const replaced = tests.flatMap((file) => {
    const text = readFileSync(path.join(ROOT, "src", file), "utf8");
    const named = (call: string) => [...text.matchAll(new RegExp(`\\bvi\\.${call}\\(\\s*("[^"]+")`, "g"))];
    const back = named("doUnmock").map(([, module]) => module);
    return [...named("mock"), ...named("doMock")].map(([, module]) => ({
      file,
      module,
      isGivenBack: back.includes(module),
    }));
  });
  expect(replaced.length).toBeGreaterThan(0);
  expect(replaced.filter(({ isGivenBack }) => !isGivenBack)).toEqual([]);
});

function listFiles(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => path.posix.join(folder, name.replaceAll("\\", "/")))
    .filter((file) => /\.(?:ts|tsx|mjs)$/.test(file) && !/\.test\.|\.d\.ts$/.test(file))
    .filter((file) => !TEMPLATES.test(file));
}

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), "utf8");
  const specifiers = [...text.matchAll(/(?:from|import|require)\s*\(?\s*"([@.][^"]*)"/g)].map(
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
  if (/^src\/(?:boot|compiled-routes|instrumentation)\.ts$/.test(file)) return "boot";
  if (/^(?:scripts|src\/testing)\//.test(file)) return path.posix.dirname(file).replace(/^src\//, "");
  return (file.startsWith("src/") ? file.split("/")[1] : file.split("/")[0]) ?? "";
}

type Edge = readonly [from: string, to: string];

/** The two folders, beside each other, that an import goes between. What tests and builds `src` is the table's matter. */
function whereTheyPart(file: string, target: string): Edge {
  const [from, to] = [file.split("/"), target.split("/")];
  const shared = from.findIndex((name, depth) => name !== to[depth]);
  return shared === 0
    ? [file, target]
    : [path.join(...from.slice(0, shared + 1)), path.join(...to.slice(0, shared + 1))];
}

function findCircle(edges: Iterable<Edge>): string[] | null {
  const targets = new Map<string, Set<string>>();
  for (const [from, to] of edges)
    if (from !== to) targets.set(from, (targets.get(from) ?? new Set()).add(to));
  const done = new Set<string>();
  const follow = (node: string, trail: string[]): string[] | null => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node];
    if (done.has(node)) return null;
    for (const target of targets.get(node) ?? []) {
      const circle = follow(target, [...trail, node]);
      if (circle) return circle;
    }
    done.add(node);
    return null;
  };
  for (const node of targets.keys()) {
    const circle = follow(node, []);
    if (circle) return circle;
  }
  return null;
}
