import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ROOT } from "../../../scripts/launch/ground/paths.mjs";
import { anyFreePort } from "../../../scripts/launch/ground/ports.mjs";
import { countPlaywright, countVitest, judge } from "./results.mjs";

/**
 * @typedef {import("./results.mjs").Count} Count
 */

/**
 * @param {{ projects: string[], args?: string[], coverage?: boolean }} what
 * @returns {Promise<Count>}
 */
export function runVitest({ projects, args = [], coverage = false }) {
  return withReport(async (report) => {
    const code = await run("vitest/vitest.mjs", [
      "run",
      ...projects.flatMap((project) => ["--project", project]),
      ...(coverage ? ["--coverage"] : []),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...args,
    ]);
    return judge(code, () => countVitest(report));
  });
}

/**
 * @param {{ chromium: string, args?: string[] }} what
 * @returns {Promise<Count>}
 */
export function runPlaywright({ chromium, args = [] }) {
  return withReport(async (report) => {
    const code = await run("playwright/cli.js", ["test", "--reporter=list,json", ...args], {
      E2E_CHROMIUM: chromium,
      E2E_PORT: String(await anyFreePort()),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    });
    return judge(code, () => countPlaywright(report));
  });
}

/**
 * @param {string} program of a package
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
async function run(program, args, env = {}) {
  const file = path.join(ROOT, "node_modules", program);
  const child = spawn(process.execPath, [file, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = await once(child, "exit");
  return code ?? 1;
}

/**
 * @param {(report: string) => Promise<Count>} work
 * @returns {Promise<Count>}
 */
async function withReport(work) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "gatehouse-test-"));
  try {
    return await work(path.join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
