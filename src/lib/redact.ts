const SECRET_NAME =
  /pass(word|wd|phrase)?$|secret|token$|authorization|cookie|api[-_]?key|^code_verifier$|^parameters$|^args$/i;

/** Tokens of ours, JWTs, password hashes and passwords in addresses, wherever in a text they stand. */
const SECRET_TEXT =
  /\b[0-9a-f]{64,}\b|\beyJ[\w-]+\.[\w-]+\.[\w-]*|\$(?:argon2\w*|bcrypt-sha256|2[aby])\$\S+|(?<=:\/\/[^\s:/@]*:)[^\s/@]+(?=@)/g;

const HIDDEN = "[redacted]";
const DEEPEST = 6;

/** A copy with nothing secret in it, for logs: secret by name or by look. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return value.replace(SECRET_TEXT, HIDDEN);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (depth > DEEPEST) return "[deep]";
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  if (value instanceof Error) return redactError(value, depth);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      SECRET_NAME.test(key) ? HIDDEN : redact(item, depth + 1),
    ]),
  );
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  const { code, query, digest, cause } = error as Error & Record<"code" | "query" | "digest", unknown>;
  return {
    type: error.name,
    message: redact(error.message),
    code,
    digest,
    query: typeof query === "string" ? query.slice(0, 500) : undefined,
    stack: redact(error.stack),
    cause: cause === undefined ? undefined : redact(cause, depth + 1),
  };
}
