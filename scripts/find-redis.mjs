import { accessSync, constants } from "node:fs";
import path from "node:path";

const NAMES = ["redis-server", "valkey-server"];
// Where it is put by those who don't put it on everybody's PATH: Homebrew, MacPorts, Debian's sbin.
const USUAL_PLACES = ["/opt/homebrew/bin", "/opt/local/bin", "/usr/local/bin", "/usr/bin", "/usr/sbin"];

/** The server that the tests start, by its path; throws with the way to get one. */
export function findRedis() {
  const { REDIS_SERVER, PATH = "" } = process.env;
  const places = [...PATH.split(path.delimiter).filter(Boolean), ...USUAL_PLACES];
  const candidates = REDIS_SERVER
    ? [REDIS_SERVER]
    : places.flatMap((place) => NAMES.map((name) => path.join(place, name)));
  const found = candidates.find(isExecutable);
  if (found) return found;
  throw new Error(
    REDIS_SERVER
      ? "REDIS_SERVER is set, but there is no program at that path."
      : "The tests need redis-server or valkey-server: apt-get install redis-server, brew install redis, or its path in REDIS_SERVER.",
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
