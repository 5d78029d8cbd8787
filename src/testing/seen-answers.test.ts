import { expect, test } from "vitest";
import { createOpenApiDocument } from "@/http/openapi/document";
import { definitionsOf, loadRoutes } from "../../scripts/develop/routes";
import { unseenAnswers } from "./seen-answers";

const document = createOpenApiDocument(definitionsOf(await loadRoutes()));

function unseen(...seen: string[]) {
  return unseenAnswers(document, new Set(seen));
}

test("every status and every code of every endpoint wants to be seen", () => {
  const all = unseen();
  expect(all).toContain("POST /api/v1/auth/login 200");
  expect(all).toContain("POST /api/v1/auth/login 303");
  expect(all).toContain("POST /api/v1/auth/login 401 INVALID_CREDENTIALS");
  expect(all).toContain("DELETE /api/v1/auth/sessions/{id} 404 NOT_FOUND");
  expect(unseen("POST /api/v1/auth/login 200")).toEqual(all.filter((key) => !/login 200/.test(key)));
});

test("what an endpoint can't refuse is not declared of it", () => {
  const all = unseen();
  expect(all).not.toContain("GET /api/v1/auth/refresh 422 VALIDATION_ERROR");
  expect(all).not.toContain("POST /api/v1/auth/logout 422 VALIDATION_ERROR");
  expect(all.filter((key) => /^GET .* CSRF_REJECTED$/.test(key))).toEqual([]);
});
