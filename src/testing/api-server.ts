import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { createOpenApiDocument } from "@/http/openapi/document";
import { resetSettings, settings } from "@/lib/settings";
import { settleHeaders, trustFrom } from "../../scripts/guard/headers.mjs";
import { REFUSALS, refuse } from "../../scripts/guard/refusals.mjs";
import { definitionsOf, loadRoutes } from "../../scripts/routes";
import { createAnswerCheck } from "./declared-answers";
import { findRoute } from "./route-table";

/** What was asked and answered, in the order of the answers. */
export type Exchange = { method: string; path: string; status: number; code?: string };

type Init = Omit<RequestInit, "body"> & { body?: BodyInit; json?: unknown };

export type ApiServer = {
  url: string;
  /** `fetch` of a path of this server. With `json` it is a POST unless said otherwise. Redirects are answers. */
  fetch: (path: string, init?: Init) => Promise<Response>;
  exchanges: Exchange[];
};

const GUARDED = Symbol.for("gatehouse.guarded");

/**
 * Every route.ts of the app behind a real HTTP server, for the tests of this file; its address is APP_URL. Each answer is
 * held to the OpenAPI document, and one that isn't as declared fails the test.
 */
export function serveApi(): ApiServer {
  const api: ApiServer = { url: "", exchanges: [], fetch: (path, init) => fetchFrom(api.url, path, init) };
  const complaints: string[] = [];
  let stop = async () => {};

  beforeAll(async () => {
    stop = await start(api, complaints);
  });
  afterEach(() => {
    expect(complaints.splice(0), "answers that the API's document doesn't declare").toEqual([]);
  });
  afterAll(() => stop());
  return api;
}

async function start(api: ApiServer, complaints: string[]) {
  const routes = await loadRoutes();
  const checkOf = createAnswerCheck(createOpenApiDocument(definitionsOf(routes)));

  const answer = async (message: IncomingMessage, response: ServerResponse) => {
    const { APP_URL, TRUSTED_PROXY_HOPS } = settings();
    settleHeaders(message, trustFrom({ APP_URL, TRUSTED_PROXY_HOPS: String(TRUSTED_PROXY_HOPS) }));
    const request = toRequest(message, api.url);
    const { method } = request;
    const path = new URL(request.url).pathname;
    const { handlers, params } = findRoute(routes, path);
    const handler = handlers[method];
    if (!handler) return refuse(message, response, REFUSALS.method);

    const answer = await handler(request, { params: Promise.resolve(params) });
    const body = await answer.clone().text();
    const found = checkOf({ method, path })(answer, body);
    complaints.push(...found.map((complaint) => `${method} ${path} → ${answer.status} ${complaint}`));
    api.exchanges.push({ method, path, status: answer.status, code: codeIn(body) });
    await send(answer, response);
  };
  const server = createServer((message, response) => {
    answer(message, response).catch((error) => {
      complaints.push(`${message.method} ${message.url}: ${error}`);
      response.destroy();
    });
  });

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  api.url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const before = process.env.APP_URL;
  process.env.APP_URL = api.url;
  resetSettings();
  Object.assign(globalThis, { [GUARDED]: true });
  return async () => {
    process.env.APP_URL = before;
    Object.assign(globalThis, { [GUARDED]: undefined });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}

function fetchFrom(url: string, path: string, { json, headers, ...init }: Init = {}) {
  const all = new Headers(headers);
  if (json !== undefined) all.set("content-type", "application/json");
  return fetch(new URL(path, url), {
    redirect: "manual",
    ...(json !== undefined && { method: "POST", body: JSON.stringify(json) }),
    ...init,
    headers: all,
  });
}

function toRequest(message: IncomingMessage, base: string): Request {
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

async function send(answer: Response, response: ServerResponse) {
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) if (name !== "set-cookie") response.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("set-cookie", cookies);
  if (answer.body === null) response.end();
  else await pipeline(Readable.fromWeb(answer.body as never), response).catch(() => response.destroy());
}

function codeIn(body: string): string | undefined {
  return body.startsWith("{") ? JSON.parse(body).code : undefined;
}
