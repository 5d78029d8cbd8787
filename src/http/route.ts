import { noteRefusal } from "@/domain/audit/refused-attempts";
import { Problem } from "@/lib/errors";
import { log } from "@/lib/log";
import { measureAnswer } from "@/lib/measure";
import { type RequestContext, requestContext, runInContext } from "@/lib/request-context.mjs";
import { traceIdFrom } from "@/lib/trace-id.mjs";
import { keepPromises } from "./afterwards";
import { clientAddress, clientInfoOf, localeOf } from "./client-address";
import type { Endpoint } from "./endpoint";
import { backToForm, type FormState, wantsHtml } from "./form-state";
import { addCorsHeaders } from "./origin";
import { addTransportSecurity } from "./security-headers";
import { toProblem } from "./to-problem";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof METHODS)[number];

export type RouteDefinition = { path: string; endpoints: Partial<Record<Method, Endpoint>> };

type NextContext = { params: Promise<Record<string, string | string[] | undefined>> };
type Handler = ((request: Request, context?: NextContext) => Promise<Response>) & { route: RouteDefinition };

/** All the handlers of one address, the ones that only say 405 included: Next's own 405 has neither Allow nor body. */
export function route(
  path: string,
  endpoints: Partial<Record<Method, Endpoint>>,
): Record<Method | "HEAD" | "OPTIONS", Handler> {
  const definition = { path, endpoints };
  const allow: string[] = METHODS.flatMap((method) => (endpoints[method] ? [method] : []));
  if (endpoints.GET) allow.push("HEAD");
  allow.push("OPTIONS");
  const refuse: Endpoint["run"] = async () => {
    throw new Problem("METHOD_NOT_ALLOWED", { allow });
  };
  const options: Endpoint["run"] = async (request) => preflight(request, allow);
  const handlerOf = (run: Endpoint["run"], of?: Endpoint): Handler =>
    Object.assign(
      (request: Request, context?: NextContext) => serve(request, { path, run, endpoint: of, context }),
      {
        route: definition,
      },
    );
  const handlers = Object.fromEntries(
    METHODS.map((method) => [method, handlerOf(endpoints[method]?.run ?? refuse, endpoints[method])]),
  ) as Record<Method, Handler>;
  return { ...handlers, HEAD: handlers.GET, OPTIONS: handlerOf(options) };
}

/** For addresses under /api where nothing is. */
export const notFoundRoute = Object.fromEntries(
  [...METHODS, "HEAD", "OPTIONS"].map((method) => [method, (request: Request) => serveNotFound(request)]),
) as Record<Method | "HEAD" | "OPTIONS", (request: Request) => Promise<Response>>;

function serveNotFound(request: Request) {
  const run = async () => {
    throw new Problem("NOT_FOUND");
  };
  return serve(request, { path: "unknown", run });
}

function preflight(request: Request, allow: string[]) {
  const headers = new Headers({ allow: allow.join(", ") });
  addCorsHeaders(headers, request.headers.get("origin"));
  if (headers.has("access-control-allow-origin")) {
    headers.set("access-control-allow-methods", allow.join(", "));
    headers.set("access-control-allow-headers", "Authorization, Content-Type, Accept-Language, Traceparent");
    headers.set("access-control-max-age", "600");
  }
  return new Response(null, { status: 204, headers });
}

type Serving = { path: string; run: Endpoint["run"]; endpoint?: Endpoint; context?: NextContext };

async function serve(request: Request, { path, run, endpoint, context }: Serving): Promise<Response> {
  const started = performance.now();
  const known = requestContext() ?? { traceId: traceIdFrom(request.headers.get("traceparent")) };
  known.route = path;
  return runInContext(known, async () => {
    const form: FormState = {};
    let response: Response;
    try {
      const params = (await context?.params) ?? {};
      response = await run(request, { params, traceId: known.traceId, form });
    } catch (error) {
      const problem = toProblem(error);
      known.code = problem.code;
      noteRefusal({
        code: problem.code,
        method: request.method,
        route: path,
        userId: known.userId,
        clientInfo: clientInfoOf(request.headers, known.traceId),
      });
      response = await refuse(request, { problem, form, endpoint, traceId: known.traceId });
    }
    if (known.hasPromised) keepPromises();
    response.headers.set("x-trace-id", known.traceId);
    addTransportSecurity(response.headers);
    if (request.method !== "OPTIONS") addCorsHeaders(response.headers, request.headers.get("origin"));
    logRequest({ request, response, started, context: known, quiet: endpoint?.quiet });
    return request.method === "HEAD" ? new Response(null, response) : response;
  });
}

type Refusal = { problem: Problem; form: FormState; endpoint?: Endpoint; traceId: string };

async function refuse(request: Request, { problem, form, endpoint, traceId }: Refusal): Promise<Response> {
  const page = form.fields && wantsHtml(request.headers) ? endpoint?.form?.page : undefined;
  const back = page === undefined ? null : backToForm(problem, page, form);
  if (back) return back;
  // All languages, and what puts their sentences together: of use to nobody before the first refusal.
  const { problemPageResponse, problemResponse } = await import("./problem");
  const telling = { locale: localeOf(request.headers), traceId };
  const isForPeople = endpoint?.leadsToPage && wantsHtml(request.headers);
  return isForPeople ? problemPageResponse(problem, telling) : problemResponse(problem, telling);
}

type Served = {
  request: Request;
  response: Response;
  started: number;
  context: RequestContext;
  quiet?: true;
};

function logRequest({ request, response, started, context, quiet }: Served) {
  const { method } = request;
  const { status } = response;
  const ms = performance.now() - started;
  measureAnswer({ method, route: context.route ?? "unknown", status, ms });
  log()[quiet ? "debug" : "info"](
    {
      method,
      route: context.route,
      status,
      code: context.code,
      ms: Math.round(ms * 10) / 10,
      address: clientAddress(request.headers),
      user_id: context.userId,
    },
    "request",
  );
}
