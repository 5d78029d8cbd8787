import createFetchClient, { type Client as FetchClient } from "openapi-fetch";
import { bearerCarrier } from "./bearer-carrier";
import { cookieCarrier } from "./cookie-carrier";
import type { Renewal } from "./renewal";
import type { paths } from "./schema";
import { type SessionEnded, sessionOver } from "./session";
import { memoryTokenStore, type TokenStore } from "./token-store";

export type ClientOptions = {
  /** The service's URL. May be omitted in a browser on the same origin. */
  baseUrl?: string;
  /** Where tokens are stored outside browsers; in memory by default. Browsers use cookies. */
  tokens?: TokenStore;
  /** Called once when a session ends other than by signing out. */
  onSessionEnded?: (ended: SessionEnded) => void;
  /**
   * Called where only somebody may do this who has just proven who they are. GET /api/v1/auth/reauthentication says by what
   * they can. Ask for the password, send it there, and answer whether that was right; then the call is sent again.
   */
  onReauthenticationRequired?: () => Promise<boolean>;
  /** Another `fetch`, for tests and proxies. */
  fetch?: (request: Request) => Promise<Response>;
};

export type Client = FetchClient<paths> & {
  /** Renews the session now, even if it isn't due. */
  renew: () => Promise<Renewal>;
};

/**
 * A client of the API. A call with an expired access token renews the session and is retried. Sign-in, registration and
 * sign-out are calls like any other that start or end the session.
 */
export function createClient(options: ClientOptions = {}): Client {
  const { tokens, fetch = globalThis.fetch } = options;
  const { onSessionEnded, onReauthenticationRequired } = options;
  const events = { onSessionEnded, onReauthenticationRequired };
  const baseUrl = options.baseUrl?.replace(/\/$/, "") ?? "";
  const { send, renew } =
    isBrowser() && tokens === undefined
      ? sessionOver({ carrier: cookieCarrier({ baseUrl, fetch }), fetch, ...events })
      : sessionOver({
          carrier: bearerCarrier({ baseUrl, fetch, tokens: tokens ?? memoryTokenStore() }),
          fetch,
          ...events,
        });
  const client = createFetchClient<paths>({ baseUrl, fetch: send, credentials: "include" });
  return Object.assign(client, { renew });
}

/** Windows and workers have a location; Node doesn't. */
function isBrowser() {
  return typeof location === "object";
}
