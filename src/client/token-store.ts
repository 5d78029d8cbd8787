/** A session as stored by a client that isn't a browser. */
export type Tokens = { accessToken: string; refreshToken: string };

/** Where tokens are stored: a file, a keychain or a table, so access is asynchronous. */
export type TokenStore = {
  get: () => Tokens | null | Promise<Tokens | null>;
  /** Null: the session is over. */
  set: (tokens: Tokens | null) => void | Promise<void>;
};

/** Keeps them for the life of the process. */
export function memoryTokenStore(tokens: Tokens | null = null): TokenStore {
  let kept = tokens;
  return {
    get: () => kept,
    set: (tokens) => {
      kept = tokens;
    },
  };
}
