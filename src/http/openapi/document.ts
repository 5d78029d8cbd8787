import {
  createDocument,
  type oas31,
  type ZodOpenApiObject,
  type ZodOpenApiOverrideContext,
} from "zod-openapi";
import { BRAND } from "@/brand";
import { type ErrorCode, isErrorCode } from "@/lib/errors";
import type { RouteDefinition } from "../route";
import { TAGS } from "../tags";
import { SHARED_HEADERS } from "./answers";
import { CONVENTIONS } from "./conventions";
import { toOperation } from "./operation";
import { exampleOf, problemSchema } from "./problems";

/** The OpenAPI document of these routes: made of the very definitions that check and answer. */
export function createOpenApiDocument(routes: RouteDefinition[]): oas31.OpenAPIObject {
  const description = {
    openapi: "3.1.0",
    info: {
      title: BRAND.name,
      version: "1",
      description: CONVENTIONS,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/", description: "This installation" }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(
      routes
        .filter(isListed)
        .toSorted(byChapter)
        .map((route) => [route.path, toPath(route)]),
    ),
    components: {
      schemas: { Problem: problemSchema },
      headers: SHARED_HEADERS,
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT", description: "An access token" },
        accessCookie: {
          type: "apiKey",
          in: "cookie",
          name: "gatehouse.access",
          description: "Over https its name begins with `__Host-`.",
        },
        refreshCookie: {
          type: "apiKey",
          in: "cookie",
          name: "gatehouse.refresh",
          description: "Over https its name begins with `__Host-`.",
        },
      },
    },
  } satisfies ZodOpenApiObject;
  const document = createDocument(description, { override: leaveOutTheEvident });
  const codes = codesIn(document.paths);
  const examples = Object.fromEntries(codes.map((code) => [code, exampleOf(code)]));
  return { ...document, components: { ...document.components, examples } };
}

/** What zod adds and nobody would write: bounds of JavaScript's numbers, patterns that spell a format or a type out. */
function leaveOutTheEvident({ jsonSchema }: ZodOpenApiOverrideContext) {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (["uuid", "date-time"].includes(jsonSchema.format ?? "")) delete jsonSchema.pattern;
  if (jsonSchema.type === "integer") delete jsonSchema.pattern;
  if (jsonSchema.type === "boolean") delete jsonSchema.enum;
}

function isListed({ endpoints }: RouteDefinition) {
  return !Object.values(endpoints).every((endpoint) => endpoint.unlisted);
}

/** As one would read it: chapter by chapter, and what only browsers meet on their way through a provider last. */
function byChapter(a: RouteDefinition, b: RouteDefinition) {
  const [x, y] = [a, b].map(placeOf) as [number, number];
  return x === y ? (a.path < b.path ? -1 : 1) : x - y;
}

function placeOf({ path, endpoints }: RouteDefinition) {
  const [first] = Object.values(endpoints);
  const chapter = first ? Object.keys(TAGS).indexOf(first.tag) : 0;
  return path.startsWith("/api/v1/") ? chapter : Object.keys(TAGS).length;
}

function toPath({ path, endpoints }: RouteDefinition) {
  return Object.fromEntries(
    Object.entries(endpoints).map(([method, endpoint]) => [
      method.toLowerCase(),
      toOperation({ path, method, endpoint }),
    ]),
  );
}

/** The codes that some endpoint names. */
function codesIn(paths: unknown): ErrorCode[] {
  const named = JSON.stringify(paths).matchAll(/"#\/components\/examples\/([A-Z_]+)"/g);
  return [...new Set([...named].map((match) => match[1]).filter(isErrorCode))].sort();
}
