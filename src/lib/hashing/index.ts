import { Worker } from "node:worker_threads";
import { estimateMs, parseHash } from "./formats.mjs";
import type { HashTask, VerifyTask } from "./hasher.mjs";
import { hashParameters } from "./parameters";
import { WorkerPool } from "./pool";

// Kept on globalThis: each bundle and each hot reload has a copy of this module, and the machine has two cores.
const KEY = Symbol.for("gatehouse.hashing");
const shared = globalThis as { [KEY]?: WorkerPool };

/** A hash for the column hashed_password. Throws SERVICE_UNAVAILABLE where too many are waiting. */
export function hashPassword(password: string): Promise<string> {
  const parameters = hashParameters();
  const task: HashTask = { task: "hash", password, parameters };
  return pool().run(task, { expectedMs: estimateMs(parameters) });
}

/**
 * Takes as long for an account that doesn't exist, or has no password, as for one that has: hand it null.
 * `renew` says that the hash is of another kind or cost than new ones are.
 */
export function verifyPassword(
  password: string,
  hash: string | null,
): Promise<{ matches: boolean; renew: boolean }> {
  const parameters = hashParameters();
  const task: VerifyTask = { task: "verify", password, hash, parameters };
  return pool().run(task, { expectedMs: estimateMs(parseHash(hash) ?? parameters) });
}

/** Ends the worker threads; the next call starts others. */
export async function closeHashing() {
  const open = shared[KEY];
  shared[KEY] = undefined;
  await open?.close();
}

function pool() {
  shared[KEY] ??= new WorkerPool({
    // No flags of the process: what it preloads (the guard in front of the server) has no business in here.
    startWorker: () => new Worker(new URL("hasher.mjs", import.meta.url), { execArgv: [] }),
    workers: 2,
    mostWaiting: 256,
    longestWaitMs: 2_000,
    deadlineMs: 4_000,
  });
  return shared[KEY];
}
