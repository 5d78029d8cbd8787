import { accessSync, constants } from "node:fs";
import path from "node:path";

const NAMES = ["redis-server", "valkey-server"];
// Where it is for those who have it, but not on their PATH: Homebrew, MacPorts, what was made by hand, Debian.
const USUAL_PLACES = ["/opt/homebrew/bin", "/opt/local/bin", "/usr/local/bin", "/usr/bin", "/usr/sbin"];

/** The server that the tests start: REDIS_SERVER, else the first that is found. */
export function lookForRedis() {
  const { REDIS_SERVER, PATH = "" } = process.env;
  const places = [...PATH.split(path.delimiter).filter(Boolean), ...USUAL_PLACES];
  const files = REDIS_SERVER
    ? [REDIS_SERVER]
    : places.flatMap((place) => NAMES.map((name) => path.join(place, name)));
  return files.find(isExecutable) ?? null;
}

/** The same for those who can't do without. */
export function findRedis() {
  const file = lookForRedis();
  if (file) return file;
  throw new Error(
    "This test needs redis-server or valkey-server: `apt-get install redis-server`, `brew install redis`, or its path in REDIS_SERVER.",
  );
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
