import { z } from "zod";
import { createGraphqlServer } from "@/graphql/server";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

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
    handle: ({ request }) => answer(request),
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
