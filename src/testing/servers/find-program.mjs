import { accessSync, constants } from "node:fs";
import path from "node:path";

// Where it is for those who have it, but not on their PATH: Homebrew, MacPorts, what was made by hand, Debian.
const USUAL_PLACES = ["/opt/homebrew/bin", "/opt/local/bin", "/usr/local/bin", "/usr/bin", "/usr/sbin"];

/**
 * A program that tests start: the one that a variable names, else the first that is found.
 *
 * @param {string[]} names
 * @param {string} [named] its path, which then is the only one
 */
export function lookForProgram(names, named) {
  const places = [...(process.env.PATH ?? "").split(path.delimiter).filter(Boolean), ...USUAL_PLACES];
  const files = named ? [named] : places.flatMap((place) => names.map((name) => path.join(place, name)));
  return files.find(isExecutable) ?? null;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
