import { describe, expect, test } from "vitest";
import { config as top } from "../../middleware";
import { config as twin } from "../middleware";

test("the middleware at the top and its twin hold the same matcher", () => {
  expect(twin).toEqual(top);
});

describe("the matcher", () => {
  const [{ source, missing }] = top.matcher as [(typeof top.matcher)[0]];
  const pattern = new RegExp(`^${source}$`);

  test.each(["/", "/login", "/settings", "/admin/users", "/tasks/12", "/apiary", "/docs/x"])(
    "takes %s",
    (path) => {
      expect(pattern.test(path)).toBe(true);
    },
  );

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
    "/favicon.ico",
  ])("leaves %s alone", (path) => {
    expect(pattern.test(path)).toBe(false);
  });

  test("leaves prefetches alone", () => {
    expect(missing.map(({ key }) => key)).toEqual(["next-router-prefetch", "purpose"]);
  });
});
