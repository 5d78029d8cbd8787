import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

const GUARDED_PAGES = ["/", "/settings", "/nowhere"];

test("the production build runs the middleware, with the matcher that the source has", () => {
  const { middleware } = JSON.parse(readFileSync(".next/server/middleware-manifest.json", "utf8"));
  expect(middleware["/"].matchers).toHaveLength(1);
  const [{ originalSource, missing }] = middleware["/"].matchers;
  const literal = readFileSync("middleware.ts", "utf8");
  expect(literal).toContain(JSON.stringify(originalSource));
  for (const { key } of missing) expect(literal).toContain(`key: "${key}"`);
});

for (const path of GUARDED_PAGES) {
  test(`${path} sends a stranger to sign in`, async ({ request }) => {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status()).toBe(307);
    const next = path === "/" ? "" : `?next=${encodeURIComponent(path)}`;
    expect(response.headers().location).toMatch(new RegExp(`/login${next.replace("?", "\\?")}$`));
  });
}

// A prefetch is what the middleware leaves alone, so here each page has only its own gate.
for (const path of GUARDED_PAGES.filter((page) => page !== "/nowhere")) {
  test(`${path} shows a stranger nothing where the middleware is passed by`, async ({ request }) => {
    const response = await request.get(path, { maxRedirects: 0, headers: { "next-router-prefetch": "1" } });
    const body = await response.text();
    expect(response.headers()["content-security-policy"]).toBeUndefined();
    expect(response.status() >= 300 || /NEXT_REDIRECT;replace;\/login|url=\/login/.test(body)).toBe(true);
  });
}
