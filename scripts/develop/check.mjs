import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync } from "node:fs";
import { install } from "../launch/ground/install.mjs";
import { ROOT } from "../launch/ground/paths.mjs";
import { reportError, say, strong } from "../launch/ground/terminal.mjs";

// npm run check [-- --no-tests]: what CI runs, in its order. All of it runs, so that one look shows every problem. Without the
// tests for whom runs npm test as well, as CI does.

const TESTS = "unit tests: boundaries, messages and settings among them";

/** @type {[name: string, program: string, ...args: string[]][]} */
const CHECKS = [
  ["format and lint", "node_modules/@biomejs/biome/bin/biome", "ci", "."],
  ["types of routes", "node_modules/next/dist/bin/next", "typegen"],
  ["types", "node_modules/typescript/bin/tsc", "--noEmit"],
  ["unused code", "node_modules/knip/bin/knip.js"],
  [TESTS, "src/testing/runner/run.mjs", "unit"],
  ["build", "scripts/launch/build.mjs", "--if-changed"],
];

try {
  await install({ onStart: () => say("Installing the packages (npm ci) …"), show: true });
  const failed = [];
  for (const [name, program, ...args] of CHECKS) {
    if (name === TESTS && process.argv.includes("--no-tests")) continue;
    say("", strong(name));
    const child = spawn(process.execPath, [program, ...args], {
      cwd: ROOT,
      stdio: ["ignore", "inherit", "inherit"],
    });
    const [code] = await once(child, "exit");
    if (code !== 0) failed.push(name);
  }
  const outcome = failed.length === 0 ? "All checks passed." : `Failed: ${failed.join(", ")}`;
  say("", strong(outcome));
  if (process.env.CI_SUMMARY) appendFileSync(process.env.CI_SUMMARY, `${outcome}\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
} catch (error) {
  reportError(error);
  process.exitCode = 1;
}
