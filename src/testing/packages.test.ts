import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import packageJson from "../../package.json";

const DOCS = readdirSync("docs", { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".md"),
);
const TEXTS = ["README.md", "CONTRIBUTING.md", ...DOCS.map((file) => `docs/${file}`)];

test("every override has its reason beside it, and every reason its override", () => {
  expect(Object.keys(packageJson["//overrides"])).toEqual(Object.keys(packageJson.overrides));
});

test("the embedded Postgres is locked for every platform that it is offered for", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  for (const [name, version] of Object.entries(packageJson.optionalDependencies))
    expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version]);
});

test("every script that a text names is there", () => {
  const named = TEXTS.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, script]) => script),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((script = "") => !(script in packageJson.scripts))).toEqual([]);
});
