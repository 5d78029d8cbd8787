import { lookForProgram } from "./find-program.mjs";

export function lookForPgBouncer() {
  return lookForProgram(["pgbouncer"]);
}

export function findPgBouncer() {
  const file = lookForPgBouncer();
  if (file) return file;
  throw new Error("This test needs pgbouncer: `apt-get install pgbouncer`, or `brew install pgbouncer`.");
}
