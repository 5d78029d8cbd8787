import { appendFileSync } from "node:fs";

/**
 * @typedef {import("./results.mjs").Failure} Failure
 * @typedef {import("./results.mjs").Result} Result
 */

/**
 * What failed, said once more where one looks first: at the end, and in the file that CI prints last.
 *
 * @param {Result[]} results
 * @returns {boolean} whether all is well
 */
export function summarize(results) {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failures = results.flatMap((result) => result.failures);
  const wavered = results.flatMap((result) => result.wavered);
  const lines = [
    ...failures.map((failure) => described("FAILED", failure)),
    ...wavered.map((failure) => described("WAVERED (failed, then passed)", failure)),
    `${passed} passed, ${failures.length} failed${wavered.length > 0 ? `, ${wavered.length} of the passed wavered` : ""}`,
  ];
  console.log(`\n${lines.join("\n\n")}`);
  if (process.env.CI_SUMMARY) appendFileSync(process.env.CI_SUMMARY, `${lines.join("\n")}\n`);
  return failures.length === 0 && passed > 0;
}

/** @param {string} what @param {Failure} failure */
function described(what, { file, name, why }) {
  const reason = why.split("\n").map((line) => `    ${line}`);
  return [`${what}: ${[file, name].filter(Boolean).join(" › ")}`, ...reason].join("\n");
}
