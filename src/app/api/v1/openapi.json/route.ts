import { z } from "zod";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";
import document from "../../../../../docs/openapi.json";

/** As the file has it: a test holds that to the endpoints' definitions. */
const text = `${JSON.stringify(document, null, 2)}\n`;

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/openapi.json", {
  GET: endpoint({
    summary: "This document",
    tag: "Service",
    public: true,
    status: 200,
    answer: z.looseObject({
      openapi: z.literal("3.1.0"),
      info: z.looseObject({ title: z.string(), version: z.string() }),
      paths: z.record(z.string(), z.unknown()),
    }),
    handle: async () =>
      new Response(text, {
        headers: { "content-type": "application/json", "cache-control": "public, max-age=60" },
      }),
  }),
});
