import { processWide } from "./process-wide.mjs";

// What visitors see of the organization (its name, whether they may register, its logo), as one string that is another one
// when any of it is. The guard keeps pages by it. It can't read the database, so the application tells it how.

const FRESH_MS = 1_000;
const TIMEOUT_MS = 1_000;

/**
 * @typedef {{ read?: () => Promise<string | null>, known?: { version: string | null, at: number }, reading?: Promise<string | null>, changes: number, listeners: Set<() => void> }} State
 */

/** @type {State} */
const state = processWide("organization-version", () => ({ changes: 0, listeners: new Set() }));

/** @param {() => Promise<string | null>} read null before there is an organization */
export function provideOrganizationVersion(read) {
  state.read = read;
}

/** Says that something of it was changed here: nothing that was known before counts any more. */
export function organizationChanged() {
  state.changes += 1;
  state.known = undefined;
  state.reading = undefined;
  for (const listener of state.listeners) listener();
}

/** @param {() => void} listener */
export function whenOrganizationChanges(listener) {
  state.listeners.add(listener);
}

/**
 * At most a second old: another instance may have changed it.
 *
 * @returns {string | null | Promise<string | null>} null where it can't be known just now
 */
export function organizationVersion() {
  const { known } = state;
  if (known && performance.now() - known.at < FRESH_MS) return known.version;
  state.reading ??= readVersion();
  return state.reading;
}

/** The same as it is now, whatever was known. */
export function readOrganizationVersion() {
  state.known = undefined;
  state.reading = readVersion();
  return state.reading;
}

async function readVersion() {
  const { changes, read } = state;
  const at = performance.now();
  const version = read ? await inTime(read()) : null;
  // What was read while it changed may be either.
  if (changes !== state.changes) return null;
  state.known = { version, at };
  state.reading = undefined;
  return version;
}

/** @param {Promise<string | null>} reading @returns {Promise<string | null>} */
async function inTime(reading) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {Promise<null>} */
  const timeout = new Promise((resolve) => {
    timer = setTimeout(() => resolve(null), TIMEOUT_MS);
  });
  return await Promise.race([reading.catch(() => null), timeout]).finally(() => clearTimeout(timer));
}
