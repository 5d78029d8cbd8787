import type { GraphQLError } from "graphql";
import { createYoga, type GraphQLParams, type Plugin } from "graphql-yoga";
import { BRAND } from "@/brand";
import { noteRefusal } from "@/domain/audit/refused-attempts";
import { clientInfoOf, localeOf } from "@/http/client-address";
import type { ErrorCode } from "@/lib/errors";
import { requestContext } from "@/lib/request-context.mjs";
import { createContext, type GraphqlContext } from "./context";
import { limits, refuseIntrospection } from "./limits";
import { maskError } from "./mask";
import { schema } from "./schema";

/** In production nobody is told what there is: no introspection, no page to try it on, no "did you mean". */
export function createGraphqlServer({ production }: { production: boolean }) {
  const yoga = createYoga<Given, GraphqlContext>({
    schema,
    context: ({ request }) => createContext(request.headers),
    plugins: [
      takeBody,
      limits,
      ...(production ? [refuseIntrospection] : []),
      maskErrors({ hints: !production }),
    ],
    // By our own plugin, at the very end: Yoga's knows nothing of the request, and lets the document's errors through.
    maskedErrors: false,
    graphiql: production ? false : { title: `${BRAND.name} GraphQL`, defaultQuery: GREETING },
    renderGraphiQL: renderGraphiql,
    landingPage: false,
    batching: false,
    multipart: false,
    cors: false,
    logging: false,
    fetchAPI: { Request, Response, Headers },
  });
  return async (request: Request, body?: GraphQLParams) => {
    const method = request.method === "HEAD" ? "GET" : request.method;
    const answer = await yoga.fetch(
      request.url,
      { method, headers: acceptingJson(request.headers, { pages: !production }) },
      { body },
    );
    answer.headers.set("cache-control", "no-store");
    return answer;
  };
}

/** Whatever is asked for, JSON is what there is; but for the page to try it on, which a browser asks for. */
function acceptingJson(given: Headers, { pages }: { pages: boolean }): Headers {
  const headers = new Headers(given);
  const accept = headers.get("accept") ?? "";
  if (!(pages && accept.includes("text/html")) && !/json|\*\/\*/.test(accept))
    headers.set("accept", "application/json");
  return headers;
}

type Given = { body?: GraphQLParams };

/** The body comes as it was read and counted by the endpoint. */
const takeBody: Plugin<object, Given> = {
  onRequestParse({ serverContext, setRequestParser }) {
    const { body } = serverContext;
    if (body) setRequestParser(() => body);
  },
};

function maskErrors({ hints }: { hints: boolean }): Plugin {
  return {
    onResultProcess({ request, result, setResult }) {
      if (!("errors" in result) || !result.errors) return;
      const asked = { hints, locale: localeOf(request.headers), traceId: requestContext()?.traceId ?? "" };
      const errors = result.errors.map((error) => maskError(error, asked));
      report(request, errors);
      setResult({ ...result, errors });
    },
  };
}

/** What the log and the trail hear of a problem at every other address, which answers it with a status of its own. */
function report({ headers, method }: Request, errors: GraphQLError[]) {
  const context = requestContext();
  if (context === undefined) return;
  const codes = new Set(errors.map(({ extensions }) => extensions.code as ErrorCode));
  [context.code] = codes;
  const clientInfo = clientInfoOf(headers, context.traceId);
  for (const code of codes)
    noteRefusal({ code, method, route: "/graphql", userId: context.userId, clientInfo });
}

/** Out of a package of ours, with nothing fetched from elsewhere; a production build leaves it out. */
const GREETING = `# The schema is in the documentation panel. Sign in to the product first for fields that need a session.

query {
  health
}
`;

const renderGraphiql =
  process.env.NODE_ENV === "production"
    ? undefined
    : async (options: object) => (await import("@graphql-yoga/render-graphiql")).renderGraphiQL(options);
