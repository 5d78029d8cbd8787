import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { oas31 } from "zod-openapi";
import { setGuarded } from "@/lib/guarded.mjs";
import { resetSettings, settings } from "@/lib/settings";
import { listRoutes, loadRoute } from "../../scripts/develop/routes";
import { normalizeHeaders, trustFrom } from "../guard/headers.mjs";
import { PROBLEMS, refuse } from "../guard/refusals.mjs";
import { createAnswerCheck } from "./declared-answers";
import { type FetchInit, fetchFrom, send, toRequest } from "./node-http";
import { findRoute } from "./route-table";
import { recordSeenAnswers } from "./seen-answers";

/** What was asked and answered, in the order of the answers. */
export type Exchange = { method: string; path: string; status: number; code?: string };

export type ApiServer = {
  url: string;
  fetch: (path: string, init?: FetchInit) => Promise<Response>;
  exchanges: Exchange[];
};

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

// For all test files of this process: reading the document and compiling its schemas takes longer than many a file's tests.
const KEY = Symbol.for("gatehouse-tests.declared-answers");
type Declared = { document: oas31.OpenAPIObject; checkOf: ReturnType<typeof createAnswerCheck> };
const shared = globalThis as { [KEY]?: Declared };

/** As the document of the repository has them, which a test holds to the code: to make it, every route would be loaded here. */
function declaredAnswers(): Declared {
  if (shared[KEY]) return shared[KEY];
  const document: oas31.OpenAPIObject = JSON.parse(readFileSync("docs/openapi.json", "utf8"));
  shared[KEY] = { document, checkOf: createAnswerCheck(document) };
  return shared[KEY];
}

async function start(api: ApiServer, complaints: string[]) {
  const routes = listRoutes();
  const { document, checkOf } = declaredAnswers();
  const seen: Exchange[] = [];

  const observe = async (request: Request, answer: Response) => {
    const { method } = request;
    const path = new URL(request.url).pathname;
    const body = await answer.clone().text();
    const undeclared = checkOf({ method, path })(answer, body);
    complaints.push(...undeclared.map((complaint) => `${method} ${path} → ${answer.status} ${complaint}`));
    const exchange = { method, path, status: answer.status, code: codeIn(body) };
    api.exchanges.push(exchange);
    seen.push(exchange);
    return answer;
  };
  // The handlers are called as Next does it; with API_THROUGH=guard, as the guard does.
  const dispatch =
    process.env.API_THROUGH === "guard"
      ? (await import("./guard-dispatch")).dispatchTo(routes, observe)
      : null;

  const answer = async (message: IncomingMessage, response: ServerResponse) => {
    const request = toRequest(message, api.url);
    const found = findRoute(routes, new URL(request.url).pathname);
    const handler = found && (await loadRoute(found.route)).handlers[request.method];
    if (!handler) return refuse(message, response, PROBLEMS.method);

    const answer = await handler(request, { params: Promise.resolve(found.params) });
    await send(await observe(request, answer), response);
  };
  const server = createServer((message, response) => {
    const { APP_URL, TRUSTED_PROXY_HOPS } = settings();
    normalizeHeaders(message, trustFrom({ APP_URL, TRUSTED_PROXY_HOPS: String(TRUSTED_PROXY_HOPS) }));
    const pass = () => {
      answer(message, response).catch((error) => {
        complaints.push(`${message.method} ${message.url}: ${error}`);
        response.destroy();
      });
    };
    if (!dispatch?.(message, response, pass)) pass();
  });

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  api.url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const before = process.env.APP_URL;
  process.env.APP_URL = api.url;
  resetSettings();
  setGuarded(true);
  return async () => {
    process.env.APP_URL = before;
    setGuarded(false);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    recordSeenAnswers(document, seen);
  };
}

function codeIn(body: string): string | undefined {
  return body.startsWith("{") ? JSON.parse(body).code : undefined;
}
