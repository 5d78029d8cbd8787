import { describe, expect, test } from "vitest";
import { config as top } from "../../middleware";
import { config as twin } from "../middleware";

test("the middleware at the top and its twin hold the same matcher", () => {
  expect(twin).toEqual(top);
});

describe("the matcher", () => {
  const [router, document] = top.matcher;
  const pattern = new RegExp(`^${router?.source}$`);

  test.each([
    "/",
    "/login",
    "/settings",
    "/admin/users",
    "/tasks/12",
    "/apiary",
    "/docs/x",
    "/x.txt",
    "/admin/users/x.y",
    "/settings.html",
  ])("takes %s", (path) => {
    expect(pattern.test(path)).toBe(true);
  });

  test.each([
    "/api",
    "/api/v1/auth/me",
    "/_next/static/chunks/a.js",
    "/health",
    "/live",
    "/ready",
    "/graphql",
    "/docs",
    "/redoc",
    "/icon.svg",
    "/api-docs/swagger.css",
    "/robots.txt",
  ])("leaves %s alone", (path) => {
    expect(pattern.test(path)).toBe(false);
  });

  test("takes whatever is sent as a page; of what the router asks for, all but the prefetches", () => {
    expect(document?.source).toBe(router?.source);
    expect(document?.missing).toEqual([{ type: "header", key: "rsc" }]);
    expect(router?.missing.map(({ key }) => key)).toEqual(["next-router-prefetch", "purpose"]);
  });
});
