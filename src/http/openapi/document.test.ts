import { readFileSync } from "node:fs";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { expect, test } from "vitest";
import { notFoundRoute } from "@/http/route";
import { definitionsOf, loadRoutes } from "../../../scripts/develop/routes";
import { createOpenApiDocument } from "./document";

const routes = await loadRoutes();
const document = createOpenApiDocument(definitionsOf(routes));
const endpoints = definitionsOf(routes).flatMap(({ path, endpoints }) =>
  Object.entries(endpoints).map(([method, endpoint]) => ({ name: `${method} ${path}`, endpoint })),
);

test("docs/openapi.json is what the endpoints' definitions make (npm run openapi)", () => {
  expect(readFileSync("docs/openapi.json", "utf8")).toBe(`${JSON.stringify(document, null, 2)}\n`);
});

test("the document is valid OpenAPI 3.1", async () => {
  // A probe refuses nobody, and one endpoint only ever leads on.
  const rules = { "operation-4xx-response": "off", "operation-2xx-response": "off" } as const;
  const config = await createConfig({ extends: ["recommended"], rules });
  const found = await lintFromString({ source: JSON.stringify(document), config });
  expect(found.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
});

test("these endpoints are open to everybody, and no others", () => {
  const open = endpoints.filter(({ endpoint }) => endpoint.public).map(({ name }) => name);
  expect(open).toEqual([
    "GET /.well-known/change-password",
    "GET /api/auth/callback/{provider}",
    "POST /api/auth/signin/{provider}",
    "POST /api/v1/auth/alerts/deny",
    "POST /api/v1/auth/email-changes/confirm",
    "POST /api/v1/auth/email-changes/undo",
    "POST /api/v1/auth/email-verifications/confirm",
    "POST /api/v1/auth/invitations/lookup",
    "POST /api/v1/auth/login",
    "POST /api/v1/auth/logout",
    "POST /api/v1/auth/password-resets",
    "POST /api/v1/auth/password-resets/confirm",
    "GET /api/v1/auth/providers",
    "POST /api/v1/auth/refresh",
    "GET /api/v1/auth/refresh",
    "POST /api/v1/auth/register",
    "POST /api/v1/auth/sign-in-links",
    "POST /api/v1/auth/sign-in-links/confirm",
    "GET /api/v1/health",
    "GET /api/v1/openapi.json",
    "GET /api/v1/organization/logo/{version}",
    "POST /api/v1/setup/check",
    "POST /api/v1/setup/initialize",
    "GET /api/v1/setup/status",
    // To whoever has its secret: src/app/cron/route.test.ts
    "GET /cron",
    // Where /dev/mail is: src/http/kept-mail.test.ts
    "GET /dev/mail/{id}",
    "GET /docs",
    // Each of its fields asks for itself: src/app/graphql/graphql.test.ts
    "GET /graphql",
    "POST /graphql",
    "GET /health",
    "GET /live",
    "GET /metrics",
    "POST /preferences",
    "GET /ready",
    "GET /redoc",
  ]);
});

test("every route.ts under /api is made by route(), or by notFoundRoute where nothing is", () => {
  const others = routes
    .filter(({ address }) => address.startsWith("/api"))
    .filter(({ handlers, definition }) => definition === undefined && handlers.GET !== notFoundRoute.GET)
    .map(({ file }) => file);
  expect(others).toEqual([]);
});

test("every route exports all methods, and names the address at which it stands", () => {
  const methods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];
  for (const { address, handlers, definition } of routes) {
    if (definition === undefined) continue;
    expect(Object.keys(handlers).sort(), address).toEqual(methods);
    expect(definition.path).toBe(address.replaceAll(/\[(\w+)\]/g, "{$1}"));
  }
});
