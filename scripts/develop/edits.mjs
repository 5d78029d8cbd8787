import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { LaunchError } from "../launch/ground/failure.mjs";
import { ROOT } from "../launch/ground/paths.mjs";

// What scripts that write source have in common. Whatever isn't found where it is looked for ends them.

/**
 * @param {string} file
 * @param {string} text
 */
export function write(file, text) {
  const full = path.join(ROOT, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
}

/** @param {string} file */
export function read(file) {
  return readFileSync(path.join(ROOT, file), "utf8");
}

/**
 * @param {string} file
 * @param {(text: string) => string} change
 */
export function edit(file, change) {
  write(file, change(read(file)));
}

/**
 * @param {string} text
 * @param {string | RegExp} mark
 * @param {string} instead `$1` and the like stand for groups of the mark
 */
export function replace(text, mark, instead) {
  const changed = text.replace(mark, instead);
  if (changed === text) throw new LaunchError(`There is no ${String(mark).trim()} to replace.`);
  return changed;
}

/**
 * @param {string} text
 * @param {string} mark
 * @param {string} line
 */
export function insertBefore(text, mark, line) {
  if (!text.includes(mark)) throw new LaunchError(`There is no ${mark.trim()} to write before.`);
  return text.replace(mark, () => line + mark);
}

/** @param {string[]} command */
export function run(...command) {
  const { status } = spawnSync(process.execPath, command, {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new LaunchError(`node ${command.join(" ")} failed.`);
}

/** @param {string} script of scripts/develop, in TypeScript */
export function generate(script) {
  run("--import", "tsx", "--import", "./scripts/develop/server-only.mjs", `scripts/develop/${script}.ts`);
}
