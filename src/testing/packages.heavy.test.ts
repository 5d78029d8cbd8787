import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

// Node 20.19 brings npm 10.8.2. What later ones write, they alone may read.
const OLDEST_NPM = "npm@10.8.2";

test("the oldest npm that is promised accepts the lockfile, and no package asks for a newer Node than this", async () => {
  const args = ["--yes", OLDEST_NPM, "ci", "--dry-run", "--ignore-scripts", "--engine-strict", "--no-audit"];
  const { stdout } = await promisify(execFile)("npx", args, { maxBuffer: 16 * 1024 * 1024 });
  expect(stdout).toMatch(/\n(?:added|changed|up to date)/);
});
