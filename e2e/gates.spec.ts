import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

const GUARDED_PAGES = ["/", "/tasks", "/settings", "/settings/account", "/nowhere"];

test("the production build runs the middleware, with the matcher that the source has", () => {
  const { middleware } = JSON.parse(readFileSync(".next/server/middleware-manifest.json", "utf8"));
  // Read, not imported: outside of Next nothing resolves what it imports.
  const sources = [...readFileSync("middleware.ts", "utf8").matchAll(/source:\s*(".*")/g)];
  const matchers = sources.map(([, source = ""]) => ({ originalSource: JSON.parse(source) }));
  expect(matchers).toHaveLength(2);
  expect(middleware["/"].matchers).toEqual(matchers.map(expect.objectContaining));
});

for (const path of GUARDED_PAGES) {
  test(`${path} sends a visitor to sign in`, async ({ request }) => {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status()).toBe(307);
    const next = path === "/" ? "" : `?next=${encodeURIComponent(path)}`;
    expect(response.headers().location).toMatch(new RegExp(`/login${next.replace("?", "\\?")}$`));
  });
}

// What the router prefetches is what the middleware leaves alone, so here each page has only its own gate.
for (const path of GUARDED_PAGES.filter((page) => page !== "/nowhere")) {
  test(`${path} shows a visitor nothing where the middleware is passed by`, async ({ request }) => {
    const headers = { "next-router-prefetch": "1", rsc: "1" };
    const response = await request.get(path, { maxRedirects: 0, headers });
    const body = await response.text();
    expect(response.headers()["content-security-policy"]).toBeUndefined();
    expect(response.headers()["content-type"] ?? "").not.toContain("text/html");
    expect(response.status() >= 300 || /NEXT_REDIRECT;replace;\/login|url=\/login/.test(body)).toBe(true);
  });
}

test("whatever is sent as a page has its policy, and the words for it are no caller's", async ({
  request,
}) => {
  const odd: Record<string, string>[] = [
    { "next-router-prefetch": "1" },
    { purpose: "prefetch" },
    { "sec-purpose": "prefetch;prerender" },
    { "x-nonce": "EVIL", "content-security-policy": "script-src 'nonce-EVIL'" },
    { "next-router-prefetch": "1", "x-nonce": "EVIL", "x-gatehouse-path": "//evil.example" },
  ];
  for (const headers of odd)
    for (const path of ["/login", "/register", "/nowhere.html", "/x.txt", "/admin/users/x.y"]) {
      const response = await request.get(path, { headers: { ...headers, accept: "text/html" } });
      expect([path, response.headers()["content-type"]]).toEqual([
        path,
        expect.stringContaining("text/html"),
      ]);
      const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic'/.exec(
        response.headers()["content-security-policy"] ?? "",
      )?.[1];
      const used = [...(await response.text()).matchAll(/nonce="([^"]*)"/g)].map(([, value]) => value);
      expect(new Set(used)).toEqual(new Set([nonce]));
      expect(nonce).not.toBe("EVIL");
    }
});

for (const [path, type] of [
  ["/favicon.ico", /icon/],
  ["/manifest.webmanifest", /manifest\+json/],
] as const) {
  test(`${path} is there for visitors`, async ({ request }) => {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status()).toBe(200);
    expect(response.headers()["content-type"]).toMatch(type);
  });
}

test("what programs ask for under /.well-known isn't there, and doesn't lead to sign in", async ({
  request,
}) => {
  expect((await request.get("/.well-known/security.txt", { maxRedirects: 0 })).status()).toBe(404);
});

test("/.well-known/change-password leads to the settings, by way of sign-in where that is needed", async ({
  request,
  page,
}) => {
  const response = await request.get("/.well-known/change-password", { maxRedirects: 0 });
  expect([response.status(), response.headers().location]).toEqual([303, "/settings/security"]);
  await page.goto("/.well-known/change-password");
  await expect(page).toHaveURL(/\/login\?next=%2Fsettings/);
});
