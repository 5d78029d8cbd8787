// Without anything of Node's: the settings are read in the edge runtime too.

/** @param {string} databaseUrl */
export function isDatabaseUrl(databaseUrl) {
  try {
    return /^postgres(ql)?:$/.test(parseDatabaseUrl(databaseUrl).protocol);
  } catch {
    return false;
  }
}

/** @param {string} databaseUrl */
export function parseDatabaseUrl(databaseUrl) {
  // libpq takes a name without a host, for a socket that ?host= names; a URL can't be so.
  return new URL(databaseUrl.replace(/^(postgres(?:ql)?:\/\/[^/?#]*@)(?=\/)/, "$1localhost"));
}
