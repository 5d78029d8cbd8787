import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { shareChunks } from "./share-chunks.mjs";

const folder = mkdtempSync(path.join(os.tmpdir(), "gatehouse-chunks-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** @param {Record<string, string>} files */
function lay(files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

const read = (/** @type {string} */ name) => readFileSync(path.join(folder, name), "utf8");

test("of chunks that are the same, one stays, and whatever named another one names it", () => {
  const code = "module.exports=[1,e=>{}]";
  lay({
    "server/chunks/_a._.js": `${code}\n//# sourceMappingURL=_a._.js.map`,
    "server/chunks/_a._.js.map": "{}",
    "server/chunks/[root-of-the-server]__b._.js": `${code}\n//# sourceMappingURL=%5Broot-of-the-server%5D__b._.js.map`,
    "server/chunks/[root-of-the-server]__b._.js.map": "{}",
    "server/chunks/_other._.js": "module.exports=[2,e=>{}]",
    // Of the same names, and not the same.
    "server/chunks/ssr/_a._.js": "module.exports=[4]",
    "server/chunks/ssr/[root-of-the-server]__b._.js": "module.exports=[5]",
    "server/app/three/page.js":
      'R.c("server/chunks/ssr/_a._.js")R.c("server/chunks/ssr/[root-of-the-server]__b._.js")R.c("server/edge/chunks/_a._.js")R.c("server/edge/chunks/[root-of-the-server]__b._.js")',
    "server/chunks/ssr/_a2._.js": code,
    "server/app/one/route.js": 'R.c("server/chunks/_a._.js")\nR.c("server/chunks/_other._.js")',
    "server/app/two/page.js":
      'R.c("server/chunks/[root-of-the-server]__b._.js")\nR.c("server/chunks/ssr/_a2._.js")',
    "server/chunks/ssr/src_app_(signed-in)_dialog_tsx_1._.js": "module.exports=[3]",
    "server/chunks/ssr/src_app_(signed-in)_dialog_tsx_2._.js": "module.exports=[3]",
    "server/app/two/page_client-reference-manifest.js":
      'globalThis.X={"chunks":["server/chunks/ssr/src_app_(signed-in)_dialog_tsx_1._.js","server/chunks/ssr/src_app_(signed-in)_dialog_tsx_2._.js"]}',
    "server/app/two/page.js.nft.json":
      '{"files":["../../chunks/[root-of-the-server]__b._.js","../../chunks/_other._.js"]}',
  });
  shareChunks(folder);

  const left = readdirSync(path.join(folder, "server/chunks"), { recursive: true }).map(String);
  const [kept] = left.filter((name) => /^(?:_a|\[root).*\.js$/.test(name));
  const ofPages = ["_a2._.js", "_a._.js", "[root-of-the-server]__b._.js"].map((name) =>
    path.join("ssr", name),
  );
  expect(left.filter((name) => name.endsWith(".js") && !name.includes("dialog")).sort()).toEqual(
    [kept, "_other._.js", ...ofPages].sort(),
  );
  expect(read("server/app/three/page.js")).toBe(
    'R.c("server/chunks/ssr/_a._.js")R.c("server/chunks/ssr/[root-of-the-server]__b._.js")R.c("server/edge/chunks/_a._.js")R.c("server/edge/chunks/[root-of-the-server]__b._.js")',
  );
  expect(left.filter((name) => name.endsWith(".map"))).toEqual([`${kept}.map`]);
  expect(read("server/app/one/route.js")).toBe(
    `R.c("server/chunks/${kept}")\nR.c("server/chunks/_other._.js")`,
  );
  // Another folder's are loaded by another runtime.
  expect(read("server/app/two/page.js")).toBe(
    `R.c("server/chunks/${kept}")\nR.c("server/chunks/ssr/_a2._.js")`,
  );
  const ones = read("server/app/two/page_client-reference-manifest.js").match(/dialog_tsx_\d/g);
  expect(ones?.[0]).toBe(ones?.[1]);
  expect(left.filter((name) => name.includes("dialog"))).toEqual([
    path.join("ssr", `src_app_(signed-in)_${ones?.[0]}._.js`),
  ]);
  expect(JSON.parse(read("server/app/two/page.js.nft.json")).files).toEqual([
    `../../chunks/${kept}`,
    "../../chunks/_other._.js",
  ]);
});

test("where all differ, and where there is no build, nothing is touched", () => {
  lay({
    "server/chunks/_a._.js": "module.exports=[1]",
    "server/chunks/_b._.js": "module.exports=[2]",
    "server/app/route.js": 'R.c("server/chunks/_a._.js")R.c("server/chunks/_b._.js")',
  });
  shareChunks(folder);
  expect(readdirSync(path.join(folder, "server/chunks")).sort()).toEqual(["_a._.js", "_b._.js"]);
  expect(read("server/app/route.js")).toContain("_b._.js");
  expect(() => shareChunks(path.join(folder, "nowhere"))).not.toThrow();
});
