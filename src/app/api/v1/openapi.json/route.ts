import { z } from "zod";
import { BRAND } from "@/brand";
import { lastKnownName } from "@/domain/organization/organization";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";
import document from "../../../../../docs/openapi.json";

/** As the file has it, which a test holds to the endpoints' definitions, under the name of whose API it is here. */
function textFor(title: string) {
  return `${JSON.stringify({ ...document, info: { ...document.info, title } }, null, 2)}\n`;
}

let kept = { title: document.info.title, text: textFor(document.info.title) };

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
    handle: async () => {
      const title = (await lastKnownName()) ?? BRAND.name;
      if (title !== kept.title) kept = { title, text: textFor(title) };
      return new Response(kept.text, {
        headers: { "content-type": "application/json", "cache-control": "public, max-age=60" },
      });
    },
  }),
});
