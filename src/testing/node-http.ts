import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

// Between Node's server and the handlers, as Next stands there.

export type FetchInit = Omit<RequestInit, "body"> & { body?: BodyInit; json?: unknown };

/** `fetch` of a path of a server. With `json` it is a POST unless said otherwise. Redirects are answers. */
export function fetchFrom(url: string, path: string, { json, headers, ...init }: FetchInit = {}) {
  const all = new Headers(headers);
  if (json !== undefined) all.set("content-type", "application/json");
  return fetch(new URL(path, url), {
    redirect: "manual",
    ...(json !== undefined && { method: "POST", body: JSON.stringify(json) }),
    ...init,
    headers: all,
  });
}

export function toRequest(message: IncomingMessage, base: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    for (const each of [value].flat()) if (each !== undefined) headers.append(name, each);
  }
  const aborted = new AbortController();
  message.once("aborted", () => aborted.abort());
  const hasBody = message.method !== "GET" && message.method !== "HEAD";
  return new Request(new URL(message.url ?? "/", base), {
    method: message.method,
    headers,
    signal: aborted.signal,
    // As Next does it: nothing is read from the socket before somebody asks for it.
    ...(hasBody && bodyIsSent(message) && { body: message, duplex: "half" }),
  } as unknown as RequestInit);
}

function bodyIsSent({ headers }: IncomingMessage) {
  return headers["transfer-encoding"] !== undefined || headers["content-length"] !== undefined;
}

export async function send(answer: Response, response: ServerResponse) {
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) if (name !== "set-cookie") response.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("set-cookie", cookies);
  if (answer.body === null) response.end();
  else await pipeline(Readable.fromWeb(answer.body as never), response).catch(() => response.destroy());
}
