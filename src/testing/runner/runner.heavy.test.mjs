import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test, vi } from "vitest";
import { ROOT } from "../../../scripts/launch/ground/paths.mjs";
import { readPlaywright } from "./results.mjs";
import { runVitest } from "./suites.mjs";
import { summarize } from "./summary.mjs";

// The real runners over tests that pass, fail, and fail the first time only.

const cache = path.join(ROOT, "node_modules", ".cache");
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(path.join(cache, "runner-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** @param {string} from @param {string} once a file that is there once it has failed */
function threeTests(from, once) {
  return `
    import { existsSync, writeFileSync } from "node:fs";
    import { expect, test } from "${from}";
    test("passes", () => {});
    test("fails", () => expect("this").toBe("that"));
    test("wavers", () => {
      if (existsSync(${JSON.stringify(once)})) return;
      writeFileSync(${JSON.stringify(once)}, "");
      throw new Error("only the first time");
    });`;
}

/** @param {import("./results.mjs").Result} result */
function named({ passed, failures, wavered }) {
  const names = (/** @type {typeof failures} */ list) => list.map(({ name }) => name);
  return { passed, failures: names(failures), wavered: names(wavered) };
}

test("on CI what failed is asked once more: what passes then wavered, what fails twice failed", async () => {
  const own = mkdtempSync(path.join(folder, "vitest-"));
  writeFileSync(path.join(own, "three.test.mjs"), threeTests("vitest", path.join(own, "once")));
  const config = path.join(own, "vitest.config.mjs");
  writeFileSync(config, `export default { root: ${JSON.stringify(own)}, cacheDir: "cache" };`);
  const run = () => runVitest({ projects: [], args: ["--config", config], show: false });

  vi.stubEnv("CI", "true");
  const asked = await run();
  expect(named(asked)).toEqual({ passed: 2, failures: ["fails"], wavered: ["wavers"] });
  expect(asked.failures[0]?.why).toContain("expected 'this' to be 'that'");

  rmSync(path.join(own, "once"));
  vi.stubEnv("CI", "");
  expect(named(await run())).toEqual({ passed: 1, failures: ["fails", "wavers"], wavered: [] });
});

test("a run that dies without a report has failed", async () => {
  const config = path.join(folder, "no-such.config.mjs");
  const { passed, failures } = await runVitest({ projects: [], args: ["--config", config], show: false });
  expect(passed).toBe(0);
  expect(failures.map(({ name }) => name)).toEqual(["the run itself"]);
});

test("a browser test that passes only when tried again is told apart from one that fails", async () => {
  const own = mkdtempSync(path.join(folder, "playwright-"));
  writeFileSync(path.join(own, "three.spec.mjs"), threeTests("@playwright/test", path.join(own, "once")));
  const config = path.join(own, "playwright.config.mjs");
  writeFileSync(config, `export default { testDir: ".", retries: 1, outputDir: "out" };`);
  const report = path.join(own, "report.json");
  const cli = path.join(ROOT, "node_modules", "playwright", "cli.js");
  await promisify(execFile)(process.execPath, [cli, "test", "--reporter=json", "--config", config], {
    cwd: ROOT,
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  }).catch(() => {});
  const result = readPlaywright(report);
  expect(named(result)).toEqual({ passed: 2, failures: ["fails"], wavered: ["wavers"] });
  expect(result.wavered[0]?.why).toContain("only the first time");
});

test("the summary names what failed and what wavered, with the reason, in the file that CI prints last", () => {
  const summary = path.join(folder, "summary.txt");
  vi.stubEnv("CI_SUMMARY", summary);
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const failure = { file: "a.test.ts", name: "holds", why: "Error: it doesn't" };
  const wavering = { file: "b.test.ts", name: "wavers", why: "Error: too late" };

  expect(summarize([{ passed: 2, failures: [], wavered: [wavering] }])).toBe(true);
  expect(summarize([{ passed: 0, failures: [], wavered: [] }])).toBe(false);
  expect(summarize([{ passed: 1, failures: [failure], wavered: [] }])).toBe(false);
  const text = readFileSync(summary, "utf8");
  expect(text).toContain("FAILED: a.test.ts › holds\n    Error: it doesn't");
  expect(text).toContain("WAVERED (failed, then passed): b.test.ts › wavers\n    Error: too late");
  expect(text).toContain("2 passed, 0 failed, 1 of the passed wavered");
  log.mockRestore();
});
