import { Worker } from "node:worker_threads";
import { networksAround } from "@/lib/client-address.mjs";
import { estimateMs, parseHash } from "./formats.mjs";
import type { HashTask, VerifyTask } from "./hasher.mjs";
import { hashParameters } from "./parameters";
import { type Waiting, WorkerPool } from "./pool";

// Kept on globalThis: each bundle and each hot reload has a copy of this module, and the machine has two cores.
const KEY = Symbol.for("gatehouse.hashing");
const shared = globalThis as { [KEY]?: WorkerPool };

export type Turn = Omit<Waiting, "expectedMs">;

/** Whose turn a hash is: each network has one after the other, and half of all are kept for devices that are known. */
export function turnOf(address: string | null, { known }: { known: boolean }): Turn {
  return { lane: address === null ? "unknown" : (networksAround(address).at(-1) ?? address), isKnown: known };
}

/** A hash for the column hashed_password. Throws SERVICE_UNAVAILABLE where too many are waiting. */
export function hashPassword(password: string, turn?: Turn): Promise<string> {
  const parameters = hashParameters();
  const task: HashTask = { task: "hash", password: password.normalize("NFC"), parameters };
  return pool().run(task, { expectedMs: estimateMs(parameters), ...turn });
}

/**
 * Takes as long for an account that doesn't exist, or has no password, as for one that has: hand it null.
 * `renew` says that the hash is of another kind or cost than new ones are.
 */
export async function verifyPassword(password: string, hash: string | null, turn?: Turn): Promise<Verdict> {
  const composed = password.normalize("NFC");
  const verdict = await verify(composed, hash, turn);
  // Of before this was seen to, or from elsewhere, where letters were hashed as they were typed.
  return verdict.matches || composed === password ? verdict : verify(password, hash, turn);
}

type Verdict = { matches: boolean; renew: boolean };

/** One keyboard sends é as one sign, another as two: both are one password. */
function verify(password: string, hash: string | null, turn?: Turn): Promise<Verdict> {
  const parameters = hashParameters();
  const task: VerifyTask = { task: "verify", password, hash, parameters };
  return pool().run(task, { expectedMs: estimateMs(parseHash(hash) ?? parameters), ...turn });
}

/** How many wait for their turn in this process. */
export function hashesWaiting(): number {
  return shared[KEY]?.waiting ?? 0;
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
