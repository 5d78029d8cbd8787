import { readFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";

const WHY_LINES = 12;
const THE_FILE = "the file itself";

/**
 * @typedef {{ file: string, name: string, why: string }} Failure
 * @typedef {{ passed: number, failures: Failure[], wavered: Failure[] }} Result `wavered`: failed, and passed when asked once more
 */

/**
 * @param {string} report of Vitest's JSON reporter
 * @returns {Result}
 */
export function readVitest(report) {
  const { numPassedTests, testResults } = readJson(report);
  /** @type {Failure[]} */
  const failures = [];
  for (const { name: file, status, message, assertionResults } of testResults) {
    const failed = assertionResults.filter(
      (/** @type {{ status: string }} */ test) => test.status === "failed",
    );
    for (const { fullName, failureMessages } of failed)
      failures.push({ file: relative(file), name: fullName, why: shortened(failureMessages.join("\n")) });
    // A file that could not be loaded, or whose clean-up failed, has no test that could fail.
    if (status === "failed" && failed.length === 0)
      failures.push({ file: relative(file), name: THE_FILE, why: shortened(message) });
  }
  return { passed: numPassedTests, failures, wavered: [] };
}

/**
 * @param {string} report of Playwright's JSON reporter
 * @returns {Result}
 */
export function readPlaywright(report) {
  const { stats, errors, suites } = readJson(report);
  const failures = errors.map((/** @type {{ message: string }} */ { message }) => ({
    file: "",
    name: "the run itself",
    why: shortened(message),
  }));
  /** @type {Failure[]} */
  const wavered = [];
  for (const { title, file, tests } of suites.flatMap(specsOf)) {
    for (const { status, results } of tests) {
      if (status !== "unexpected" && status !== "flaky") continue;
      const bad = results.find((/** @type {{ status: string }} */ result) => result.status !== "passed");
      const failure = { file, name: title, why: shortened(bad?.error?.message ?? bad?.status ?? "") };
      (status === "flaky" ? wavered : failures).push(failure);
    }
  }
  return { passed: stats.expected + stats.flaky, failures, wavered };
}

/**
 * A run that ends badly has failed even where no single test did: a threshold missed, a process that crashed, no report.
 *
 * @param {number} code
 * @param {() => Result} read
 * @returns {Result}
 */
export function judge(code, read) {
  /** @param {string} why @returns {Failure} */
  const run = (why) => ({ file: "", name: "the run itself", why });
  try {
    const result = read();
    if (code === 0 || result.failures.length > 0) return result;
    return { ...result, failures: [run(`It ended with ${code}, though no test failed: see above.`)] };
  } catch (error) {
    return { passed: 0, failures: [run(`It left no report: ${error}`)], wavered: [] };
  }
}

/**
 * @param {Result} first
 * @param {Result} second of what failed in the first, and nothing else
 * @returns {Result}
 */
export function afterSecondChance(first, second) {
  const wavered = first.failures.filter(({ file, name }) => {
    return !second.failures.some((failure) => failure.file === file && failure.name === name);
  });
  // What ended the run itself was asked again by all of it.
  const passed = first.failures.some(({ file }) => file === "")
    ? second.passed
    : first.passed + wavered.filter(({ name }) => name !== THE_FILE).length;
  return { passed, failures: second.failures, wavered };
}

/** @param {any} suite @returns {any[]} */
function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

/** @param {string} text */
function shortened(text) {
  return stripVTControlCharacters(text).split("\n").slice(0, WHY_LINES).join("\n").trim();
}

/** @param {string} file */
function relative(file) {
  return path.relative(process.cwd(), file).split(path.sep).join("/");
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}
