import { log } from "./log";
import { SETTING_NAMES } from "./setting-names.mjs";
import { commitOf, VERSION } from "./version";

/** What begins to run here, of which version, and which settings it was given: their names, never a value. */
export function logStart(program: "server" | "worker") {
  const set = SETTING_NAMES.filter((name) => process.env[name]);
  log().info(
    {
      version: VERSION,
      commit: commitOf(process.env),
      node: process.versions.node,
      // One text rather than a list, which takes a line for each name on a terminal.
      settings: set.join(", "),
    },
    `the ${program} starts`,
  );
}
