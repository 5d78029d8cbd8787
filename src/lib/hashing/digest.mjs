import { createHmac } from "node:crypto";
import { hashSync, verifySync } from "@node-rs/argon2";
import bcrypt from "bcryptjs";
import { dummyHash, formatWrapped, parseHash } from "./formats.mjs";

// Synchronous calls throughout: the asynchronous ones run on libuv's few threads, where the whole process waits for them.

/** @import { Argon2Hash, BcryptHash, HashParameters } from "./formats.mjs" */

/**
 * @param {string} password
 * @param {HashParameters} parameters
 */
export function hash(password, parameters) {
  if (parameters.kind === "bcrypt") return hashByBcrypt(password, parameters.cost);
  const { memoryKib, passes, lanes } = parameters;
  return hashSync(password, { memoryCost: memoryKib, timeCost: passes, parallelism: lanes });
}

/**
 * Without a hash, or with one that is none, it takes as long as with one and matches nothing.
 *
 * @param {string} password
 * @param {string | null} stored
 * @param {HashParameters} live what a new hash would be made with
 * @returns {{ matches: boolean, renew: boolean }}
 */
export function verify(password, stored, live) {
  const known = parseHash(stored);
  const judged = known ?? parseHash(dummyHash(live));
  const matches = judged !== null && isHashOf(judged, password) && known !== null;
  return { matches, renew: matches && isOutdated(known, password, live) };
}

/**
 * @param {Argon2Hash | BcryptHash} known
 * @param {string} password
 */
function isHashOf(known, password) {
  try {
    if (known.kind === "argon2") return verifySync(known.text, password);
    if (known.wrapped) return bcrypt.compareSync(wrap(password, known.salt), known.text);
    // bcrypt repeats the password with a NUL between, so "ab" and "ab\0ab" are the same to it.
    return bcrypt.compareSync(password, known.text) && !password.includes("\0");
  } catch {
    return false; // well-formed at first sight, and still no hash
  }
}

/**
 * @param {Argon2Hash | BcryptHash} known
 * @param {string} password
 * @param {HashParameters} live
 */
function isOutdated(known, password, live) {
  if (known.kind === "bcrypt") {
    return live.kind !== "bcrypt" || known.cost !== live.cost || known.wrapped !== needsWrapping(password);
  }
  return (
    live.kind !== "argon2id" ||
    !known.newest ||
    known.memoryKib !== live.memoryKib ||
    known.passes !== live.passes ||
    known.lanes !== live.lanes
  );
}

/**
 * @param {string} password
 * @param {number} cost
 */
function hashByBcrypt(password, cost) {
  const salt = bcrypt.genSaltSync(cost);
  return needsWrapping(password)
    ? formatWrapped(bcrypt.hashSync(wrap(password, salt.slice(-22)), salt))
    : bcrypt.hashSync(password, salt);
}

/**
 * bcrypt sees 72 bytes. One of exactly 72 is wrapped too: plain, it would match each longer one that begins with it.
 *
 * @param {string} password
 */
function needsWrapping(password) {
  return Buffer.byteLength(password) >= 72 || password.includes("\0");
}

/**
 * Keyed by the salt, so that digests stolen elsewhere can't be tried against it; base64, so that there is no NUL in it.
 *
 * @param {string} password
 * @param {string} salt
 */
function wrap(password, salt) {
  return createHmac("sha256", salt).update(password).digest("base64");
}
