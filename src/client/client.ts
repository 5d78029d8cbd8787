import createFetchClient, { type Client as FetchClient } from "openapi-fetch";
import { bearerCarrier } from "./bearer-carrier";
import { cookieCarrier } from "./cookie-carrier";
import type { Renewal } from "./renewal";
import type { paths } from "./schema";
import { type SessionEnded, sessionOver } from "./session";
import { memoryTokenStore, type TokenStore } from "./token-store";

export type ClientOptions = {
  /** Where Gatehouse is. In a browser it may be left out where that is the page's own origin. */
  baseUrl?: string;
  /** Where the tokens are kept outside browsers; in memory unless said otherwise. Browsers keep them in cookies. */
  tokens?: TokenStore;
  /** Called once when a session has ended other than by signing out. */
  onSessionEnded?: (ended: SessionEnded) => void;
  /** Another `fetch`, for tests and proxies. */
  fetch?: (request: Request) => Promise<Response>;
};

export type Client = FetchClient<paths> & {
  /** Renews the session now, whether it is due or not. */
  renew: () => Promise<Renewal>;
};

/**
 * A client of the API. A call that meets an ended access token renews the session and is sent again; a sign-in, a
 * registration and a sign-out are calls like any other and begin or end the session.
 */
export function createClient(options: ClientOptions = {}): Client {
  const { tokens, onSessionEnded, fetch = globalThis.fetch } = options;
  const baseUrl = options.baseUrl?.replace(/\/$/, "") ?? "";
  const { send, renew } =
    isBrowser() && tokens === undefined
      ? sessionOver({ carrier: cookieCarrier({ baseUrl, fetch }), fetch, onSessionEnded })
      : sessionOver({
          carrier: bearerCarrier({ baseUrl, fetch, tokens: tokens ?? memoryTokenStore() }),
          fetch,
          onSessionEnded,
        });
  const client = createFetchClient<paths>({ baseUrl, fetch: send, credentials: "include" });
  return Object.assign(client, { renew });
}

/** Windows and workers have a location; Node and its kind have none. */
function isBrowser() {
  return typeof location === "object";
}
