import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

const GUARDED_PAGES = ["/", "/tasks", "/settings", "/nowhere"];

test("the production build runs the middleware, with the matcher that the source has", () => {
  const { middleware } = JSON.parse(readFileSync(".next/server/middleware-manifest.json", "utf8"));
  // Read, not imported: outside of Next nothing resolves what it imports.
  const [, source = ""] = /source: (".*")/.exec(readFileSync("middleware.ts", "utf8")) ?? [];
  const missing = [
    { type: "header", key: "next-router-prefetch" },
    { type: "header", key: "purpose", value: "prefetch" },
  ];
  const originalSource = JSON.parse(source);
  expect(middleware["/"].matchers).toEqual([expect.objectContaining({ originalSource, missing })]);
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
