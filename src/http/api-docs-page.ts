import { BRAND } from "@/brand";
import { lastKnownName } from "@/domain/organization/organization";
import { parseCookies } from "@/lib/cookies.mjs";
import { escapeHtml } from "@/lib/html";

type Page = {
  title: string;
  /** Which of the two it is. */
  at: "/docs" | "/redoc";
  styles: string[];
  scripts: string[];
};

const LINKS = [
  { href: "/docs", text: "Try it" },
  { href: "/redoc", text: "Read it" },
  { href: "/api/v1/openapi.json", text: "openapi.json" },
];

/** Theirs, not ours: they style themselves inline, and Redoc searches in a worker that it makes of a blob. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** A page over the API's document, out of files of ours alone. */
export async function apiDocsPage(request: Request, page: Page): Promise<Response> {
  const theme = parseCookies(request.headers.get("cookie")).get("theme");
  // An administrator's words.
  const name = escapeHtml((await lastKnownName()) ?? BRAND.name);
  const html = render(
    { ...page, name },
    theme === "light" || theme === "dark" ? ` data-theme="${theme}"` : "",
  );
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": POLICY,
      "cache-control": "private, no-cache",
    },
  });
}

function render({ title, at, styles, scripts, name }: Page & { name: string }, theme: string) {
  const links = LINKS.map(
    ({ href, text }) => `<a href="${href}"${href === at ? ' aria-current="page"' : ""}>${text}</a>`,
  );
  return `<!doctype html>
<html lang="en"${theme}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${name}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${styles.map((href) => `<link rel="stylesheet" href="${href}">`).join("\n")}
<link rel="stylesheet" href="/api-docs/brand.css">
<link rel="stylesheet" href="/api-docs/page.css">
</head>
<body>
<header class="frame">
<a class="home" href="/"><img src="/icon.svg" width="24" height="24" alt="">${name}</a>
<nav aria-label="API">${links.join("")}</nav>
</header>
<main id="api"><noscript><p class="noscript">This page needs JavaScript. The document itself: <a href="/api/v1/openapi.json">openapi.json</a></p></noscript></main>
${scripts.map((src) => `<script src="${src}"></script>`).join("\n")}
</body>
</html>
`;
}
