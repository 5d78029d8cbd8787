// Plain JavaScript, like all that the worker thread loads: Node starts it without a compiler.

/**
 * @typedef {{ kind: "argon2id", memoryKib: number, passes: number, lanes: number }} Argon2Parameters
 * @typedef {{ kind: "bcrypt", cost: number }} BcryptParameters
 * @typedef {Argon2Parameters | BcryptParameters} HashParameters
 * @typedef {{ kind: "argon2", text: string, newest: boolean, memoryKib: number, passes: number, lanes: number }} Argon2Hash
 * @typedef {{ kind: "bcrypt", text: string, wrapped: boolean, cost: number, salt: string }} BcryptHash
 */

const ARGON2 =
  /^\$argon2(?<variant>id|i|d)\$(?:v=(?<version>\d+)\$)?m=(?<memory>\d{1,7}),t=(?<passes>\d{1,4}),p=(?<lanes>\d{1,3})\$[A-Za-z0-9+/]{11,86}\$[A-Za-z0-9+/]{14,86}$/;
const BCRYPT = /^\$2[aby]\$(?<cost>\d\d)\$(?<salt>[./A-Za-z0-9]{22})(?<digest>[./A-Za-z0-9]{31})$/;
// The form of passlib's bcrypt_sha256, so that other systems can read it too.
const WRAPPED =
  /^\$bcrypt-sha256\$v=2,t=2b,r=(?<cost>\d{1,2})\$(?<salt>[./A-Za-z0-9]{22})\$(?<digest>[./A-Za-z0-9]{31})$/;

// What one verification may take of us, whatever a hash from elsewhere asks for: 256 MiB and about two seconds.
const MOST_MEMORY_KIB = 2 ** 18;
const MOST_KIB_PASSES = 2 ** 23;
const MOST_BCRYPT_COST = 15;

/**
 * What a stored hash is; null where it is nothing that can be verified here.
 *
 * @param {string | null} hash
 * @returns {Argon2Hash | BcryptHash | null}
 */
export function parseHash(hash) {
  return hash === null ? null : (parseArgon2(hash) ?? parseBcrypt(hash));
}

/**
 * @param {string} text
 * @returns {Argon2Hash | null}
 */
function parseArgon2(text) {
  const found = ARGON2.exec(text)?.groups;
  if (!found) return null;
  const memoryKib = Number(found.memory);
  const passes = Number(found.passes);
  if (memoryKib > MOST_MEMORY_KIB || memoryKib * passes > MOST_KIB_PASSES) return null;
  const newest = found.variant === "id" && found.version === "19";
  return { kind: "argon2", text, newest, memoryKib, passes, lanes: Number(found.lanes) };
}

/**
 * @param {string} text
 * @returns {BcryptHash | null}
 */
function parseBcrypt(text) {
  const wrapped = WRAPPED.exec(text)?.groups;
  const found = wrapped ?? BCRYPT.exec(text)?.groups;
  const cost = Number(found?.cost);
  if (!found?.salt || cost < 4 || cost > MOST_BCRYPT_COST) return null;
  return {
    kind: "bcrypt",
    text: wrapped ? `$2b$${twoDigits(cost)}$${found.salt}${found.digest}` : text,
    wrapped: Boolean(wrapped),
    cost,
    salt: found.salt,
  };
}

/**
 * The stored form of a bcrypt hash over a digest of the password.
 *
 * @param {string} hash as bcrypt gives it
 */
export function formatWrapped(hash) {
  const { cost, salt, digest } = BCRYPT.exec(hash)?.groups ?? {};
  return `$bcrypt-sha256$v=2,t=2b,r=${Number(cost)}$${salt}$${digest}`;
}

/**
 * A hash that no password has and that takes as long as a real one to say so.
 *
 * @param {HashParameters} parameters
 */
export function dummyHash(parameters) {
  if (parameters.kind === "bcrypt") return `$2b$${twoDigits(parameters.cost)}$${".".repeat(53)}`;
  const { memoryKib, passes, lanes } = parameters;
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${"A".repeat(22)}$${"A".repeat(43)}`;
}

/**
 * The same in the kind and at the cost of another one, of which these are the first words; null where nothing here makes
 * or verifies such.
 *
 * @param {string} cost "2b$12", "argon2id$v=19$m=19456,t=2,p=1", "bcrypt-sha256$v=2,t=2b,r=12"
 * @returns {string | null}
 */
export function dummyLike(cost) {
  const salt = cost.startsWith("argon2") ? "A".repeat(22) : ".".repeat(22);
  const digest = cost.startsWith("argon2") ? `$${"A".repeat(43)}` : ".".repeat(31);
  const between = cost.startsWith("bcrypt-sha256") ? "$" : "";
  const hash = `$${cost}$${salt}${between}${digest}`;
  return parseHash(hash) === null ? null : hash;
}

/**
 * About how long one core of today works on it. The queue is measured in it.
 *
 * @param {HashParameters | Argon2Hash | BcryptHash} cost
 */
export function estimateMs(cost) {
  return 0.5 + (cost.kind === "bcrypt" ? 0.07 * 2 ** cost.cost : 0.0002 * cost.memoryKib * cost.passes);
}

/** @param {number} cost */
function twoDigits(cost) {
  return String(cost).padStart(2, "0");
}
