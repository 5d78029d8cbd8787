/** @type {Record<string, string>} */
const UNREACHABLE = {
  ECONNREFUSED: "nobody listens there",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the name of the host can't be looked up",
  ETIMEDOUT: "it doesn't answer",
  CONNECT_TIMEOUT: "it doesn't answer",
  EHOSTUNREACH: "there is no way to the host",
  ENETUNREACH: "there is no way to the host",
  CONNECTION_CLOSED: "it closes the connection",
  ECONNRESET: "it closes the connection",
};

/** @type {Record<string, string>} */
const REFUSED = {
  "28P01": "the user or the password in DATABASE_URL is wrong",
  28000: "the server lets nobody in this way (pg_hba.conf, or it wants TLS: add ?sslmode=require)",
  "3D000": "there is no such database; make it with: createdb",
  53300: "it has no connection left",
  "57P03": "it is just starting or stopping",
  42501: "the user may not make tables there: grant create on the database",
};

/**
 * @param {unknown} error
 * @returns {string | undefined} why a database can't be used at all, in words; nothing where it can, and said something else
 */
export function whyUnusable(error) {
  const { code } = rootCause(error);
  return UNREACHABLE[code] ?? REFUSED[code];
}

/**
 * Drizzle puts the statement on top and Postgres's own words beneath.
 *
 * @param {unknown} error
 * @returns {{ code: string, message: string }}
 */
export function rootCause(error) {
  const { cause = error } = /** @type {Error} */ (error);
  const { code = "", message } = /** @type {Error & { code?: string }} */ (cause);
  return { code, message };
}
