import { expect, test } from "vitest";
import { createOpenApiDocument } from "@/http/openapi/document";
import { problemResponse } from "@/http/problem";
import { Problem } from "@/lib/errors";
import { definitionsOf, loadRoutes } from "../../scripts/develop/routes";
import { createAnswerCheck } from "./declared-answers";

const checkOf = createAnswerCheck(createOpenApiDocument(definitionsOf(await loadRoutes())));
const telling = { locale: "en", traceId: "4b".repeat(16) } as const;

async function complaintsAbout(method: string, path: string, answer: Response) {
  answer.headers.set("x-trace-id", telling.traceId);
  return checkOf({ method, path })(answer, await answer.text());
}

test("an answer as declared gives no reason to complain", async () => {
  expect(await complaintsAbout("GET", "/live", Response.json({ status: "ok" }))).toEqual([]);
  const denied = problemResponse(new Problem("SESSION_REVOKED"), telling);
  expect(await complaintsAbout("GET", "/api/v1/auth/me", denied)).toEqual([]);
});

test.each([
  ["a status", "GET", "/live", Response.json({ status: "ok" }, { status: 202 })],
  ["a field", "GET", "/live", Response.json({ status: "ok", uptime: 5 })],
  ["a value", "GET", "/live", Response.json({ status: "fine" })],
  ["a type", "GET", "/live", new Response("ok", { headers: { "content-type": "text/plain" } })],
  ["a cookie", "GET", "/live", Response.json({ status: "ok" }, { headers: { "set-cookie": "a=b" } })],
  ["a code", "GET", "/api/v1/auth/me", problemResponse(new Problem("INVALID_CREDENTIALS"), telling)],
  ["a body", "DELETE", "/api/v1/auth/sessions/1", new Response("gone", { status: 200 })],
  [
    "a failure of an unknown address",
    "GET",
    "/api/nowhere",
    problemResponse(new Problem("FORBIDDEN"), telling),
  ],
])("%s that isn't declared is complained of", async (_, method, path, answer) => {
  expect(await complaintsAbout(method, path, answer)).not.toEqual([]);
});

test("a header that is declared and missing is complained of", async () => {
  const denied = problemResponse(new Problem("SESSION_REVOKED"), telling);
  denied.headers.delete("www-authenticate");
  expect(await complaintsAbout("GET", "/api/v1/auth/me", denied)).toEqual([
    "lacks the header WWW-Authenticate",
  ]);
  const refused = problemResponse(new Problem("METHOD_NOT_ALLOWED"), telling);
  expect(await complaintsAbout("PUT", "/api/v1/auth/me", refused)).not.toEqual([]);
});
