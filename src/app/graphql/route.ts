import { z } from "zod";
import { createGraphqlServer } from "@/graphql/server";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";
import { Problem } from "@/lib/errors";

const answer = createGraphqlServer({ production: process.env.NODE_ENV === "production" });

const bodySchema = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

// Each field asks for itself who is there; health and version ask nobody.
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/graphql", {
  GET: endpoint({
    summary: "GraphQL: queries only",
    tag: "Service",
    public: true,
    unlisted: true,
    status: 200,
    handle({ request }) {
      const { searchParams } = new URL(request.url);
      for (const name of ["variables", "extensions"]) requireJson(searchParams.get(name));
      return answer(request);
    },
  }),
  POST: endpoint({
    summary: "GraphQL",
    tag: "Service",
    public: true,
    unlisted: true,
    body: bodySchema,
    status: 200,
    handle: ({ request, body: { query, operationName, variables } }) =>
      answer(request, {
        query,
        operationName: operationName ?? undefined,
        variables: variables ?? undefined,
      }),
  }),
});

function requireJson(text: string | null) {
  try {
    if (text) JSON.parse(text);
  } catch {
    throw new Problem("MALFORMED_REQUEST");
  }
}
