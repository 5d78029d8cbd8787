import { lookForProgram } from "./find-program.mjs";

/** The server that the tests start: REDIS_SERVER, else the first that is found. */
export function lookForRedis() {
  return lookForProgram(["redis-server", "valkey-server"], process.env.REDIS_SERVER);
}

/** The same for those who can't do without. */
export function findRedis() {
  const file = lookForRedis();
  if (file) return file;
  throw new Error(
    "This test needs redis-server or valkey-server: `apt-get install redis-server`, `brew install redis`, or its path in REDIS_SERVER.",
  );
}
