import { expect, test } from "vitest";
import { apiDocsPage } from "./api-docs-page";

function pageFor(cookie: string) {
  const request = new Request("http://localhost:3000/docs", { headers: { cookie } });
  return apiDocsPage(request, { title: "API", at: "/docs", styles: ["/a.css"], scripts: ["/a.js"] });
}

test("a page over the API's document runs our files alone, and nothing inline", async () => {
  const page = await pageFor("");
  const policy = page.headers.get("content-security-policy");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("default-src 'none'");
  const html = await page.text();
  expect(html).toContain('src="/a.js"');
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  expect(html).not.toContain("data-theme");
});

test("it has the theme that was chosen, and takes nothing else from the cookie", async () => {
  expect(await (await pageFor("theme=dark")).text()).toContain('data-theme="dark"');
  expect(await (await pageFor('theme="><script>')).text()).not.toContain("<script>");
});
