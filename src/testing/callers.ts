import { sessionCookieNames } from "@/http/session-cookies";
import type { ApiServer } from "./api-server";
import { createUser, startSession, type TestSession, type TestUser } from "./factories";

export type Fetch = ApiServer["fetch"];
type Tokens = { accessToken?: string; refreshToken?: string };

export type SignedIn = { user: TestUser; session: TestSession; fetch: Fetch };

/** Somebody with a live session, and a `fetch` that shows it as a Bearer. */
export async function signedIn(
  api: ApiServer,
  {
    user,
    session,
  }: { user?: Parameters<typeof createUser>[0]; session?: Parameters<typeof startSession>[1] } = {},
): Promise<SignedIn> {
  const person = await createUser(user);
  const started = await startSession(person, session);
  return { user: person, session: started, fetch: withBearer(api, started.accessToken) };
}

export function withBearer(api: ApiServer, token: string): Fetch {
  return withHeaders(api, { authorization: `Bearer ${token}` });
}

/** As a page of ours in a browser calls: with its cookies, and saying where it comes from. */
export function inBrowser(api: ApiServer, tokens: Tokens = {}): Fetch {
  const cookie = cookieHeader(tokens);
  return withHeaders(api, {
    origin: new URL(api.url).origin,
    "sec-fetch-site": "same-origin",
    ...(cookie && { cookie }),
  });
}

export function withHeaders(api: ApiServer, always: Record<string, string>): Fetch {
  return (path, init = {}) => {
    const headers = new Headers(always);
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    return api.fetch(path, { ...init, headers });
  };
}

export function cookieHeader({ accessToken, refreshToken }: Tokens): string {
  const names = sessionCookieNames();
  return [
    accessToken !== undefined && `${names.access}=${accessToken}`,
    refreshToken !== undefined && `${names.refresh}=${refreshToken}`,
  ]
    .filter(Boolean)
    .join("; ");
}

/** The HTML form of a page, posted without JavaScript. */
export function postForm(fetch: Fetch, path: string, fields: Record<string, string>): Promise<Response> {
  return fetch(path, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { accept: "text/html,application/xhtml+xml" },
  });
}

type Cookie = { value: string; attributes: string[] };

/** What an answer sets, by name; a name that is set for several domains has several. */
export function cookiesOf(response: Response): Record<string, Cookie[]> {
  const cookies: Record<string, Cookie[]> = {};
  for (const line of response.headers.getSetCookie()) {
    const [pair = "", ...attributes] = line.split("; ");
    const at = pair.indexOf("=");
    const name = pair.slice(0, at);
    cookies[name] = [...(cookies[name] ?? []), { value: pair.slice(at + 1), attributes: attributes.sort() }];
  }
  return cookies;
}
