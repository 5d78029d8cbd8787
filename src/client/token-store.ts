/** A session as a client that is no browser holds it. */
export type Tokens = { accessToken: string; refreshToken: string };

/** Where the tokens are kept. It may be a file, a keychain or a table, and so may take its time. */
export type TokenStore = {
  get: () => Tokens | null | Promise<Tokens | null>;
  /** Null: there is no session any more. */
  set: (tokens: Tokens | null) => void | Promise<void>;
};

/** Keeps them as long as the process lives. */
export function memoryTokenStore(tokens: Tokens | null = null): TokenStore {
  let kept = tokens;
  return {
    get: () => kept,
    set: (tokens) => {
      kept = tokens;
    },
  };
}
