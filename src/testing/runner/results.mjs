import { readFileSync } from "node:fs";

/**
 * @typedef {{ passed: number, failed: number }} Count
 */

/**
 * @param {string} file of Vitest's JSON reporter
 * @returns {Count}
 */
export function countVitest(file) {
  const { numPassedTests, numFailedTests, testResults } = readJson(file);
  // A file that could not be loaded has no test that could fail.
  const broken = testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ { status, assertionResults }) =>
      status === "failed" && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

/**
 * @param {string} file of Playwright's JSON reporter
 * @returns {Count}
 */
export function countPlaywright(file) {
  const { stats, errors } = readJson(file);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}

/**
 * A run that ends badly has failed even where no single test did: a threshold missed, a process that crashed, no report.
 *
 * @param {number} code
 * @param {() => Count} count
 * @returns {Count}
 */
export function judge(code, count) {
  let result = { passed: 0, failed: 0 };
  try {
    result = count();
  } catch {
    return { passed: 0, failed: 1 };
  }
  return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}
