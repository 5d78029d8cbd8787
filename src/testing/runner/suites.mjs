import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ROOT } from "../../../scripts/launch/ground/paths.mjs";
import { anyFreePort } from "../../../scripts/launch/ground/ports.mjs";
import { afterSecondChance, judge, readPlaywright, readVitest } from "./results.mjs";

/**
 * @typedef {import("./results.mjs").Result} Result
 */

/**
 * On CI what failed is asked once more, by itself: what passes then is named as wavering, a fault to mend, but none of the product.
 *
 * @param {{ projects: string[], args?: string[], coverage?: boolean, show?: boolean }} what
 * @returns {Promise<Result>}
 */
export async function runVitest({ projects, args = [], coverage = false, show = true }) {
  const chosen = projects.flatMap((project) => ["--project", project]);
  const first = await vitest([...chosen, ...(coverage ? ["--coverage"] : []), ...args], show);
  if (!process.env.CI || first.failures.length === 0) return first;
  const files = new Set(first.failures.map(({ file }) => file));
  // Whatever ended the run itself can only be asked again by all of it.
  return afterSecondChance(first, await vitest([...chosen, ...args, ...(files.has("") ? [] : files)], show));
}

/**
 * @param {string[]} args
 * @param {boolean} show
 * @returns {Promise<Result>}
 */
function vitest(args, show) {
  return withReport(async (report) => {
    const reporting = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const code = await run("vitest/vitest.mjs", ["run", ...reporting, ...args], { show });
    return judge(code, () => readVitest(report));
  });
}

/**
 * @param {{ chromium: string, args?: string[] }} what
 * @returns {Promise<Result>}
 */
export function runPlaywright({ chromium, args = [] }) {
  return withReport(async (report) => {
    const code = await run("playwright/cli.js", ["test", "--reporter=list,json", ...args], {
      env: {
        E2E_CHROMIUM: chromium,
        E2E_PORT: String(await anyFreePort()),
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    });
    return judge(code, () => readPlaywright(report));
  });
}

/**
 * @param {string} program of a package
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, show?: boolean }} [how]
 */
async function run(program, args, { env = {}, show = true } = {}) {
  const file = path.join(ROOT, "node_modules", program);
  const child = spawn(process.execPath, [file, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: show ? ["ignore", "inherit", "inherit"] : "ignore",
  });
  const [code] = await once(child, "exit");
  return code ?? 1;
}

/**
 * @param {(report: string) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
async function withReport(work) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "gatehouse-test-"));
  try {
    return await work(path.join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
