import { drawNonce, gzipWith, noncedPage, plainWith } from "./nonced-page.mjs";

const LARGEST_PAGE_BYTES = 512 * 1024;
/** The answer's own, written for each. */
const NOT_KEPT =
  /^(?:x-trace-id|server-timing|date|connection|keep-alive|transfer-encoding|content-length|strict-transport-security)$/i;

/**
 * @typedef {import("node:http").IncomingMessage} IncomingMessage
 * @typedef {import("node:http").ServerResponse} ServerResponse
 * @typedef {[name: string, parts: string[]]} KeptHeader the parts of its value that stand around the nonce
 * @typedef {{ page: import("./nonced-page.mjs").NoncedPage, headers: KeptHeader[], size: number }} KeptPage
 */

/**
 * @param {import("./render.mjs").Rendered} rendered
 * @returns {KeptPage | null} null where it isn't the same page for everybody
 */
export function keepPage({ status, headers, body, traceId }) {
  const policy = headers.find(([name]) => /^content-security-policy$/i.test(name))?.[1];
  const nonce = /'nonce-([^']+)'/.exec(policy ?? "")?.[1];
  const type = headers.find(([name]) => /^content-type$/i.test(name))?.[1];
  const forOne = body.includes(traceId) || headers.some(([name]) => /^set-cookie$/i.test(name));
  if (status !== 200 || !nonce || !/^text\/html\b/.test(type ?? "") || forOne) return null;
  if (body.length > LARGEST_PAGE_BYTES) return null;
  const page = noncedPage(body, nonce);
  if (!page) return null;
  const kept = headers.filter(([name]) => !NOT_KEPT.test(name));
  return { page, headers: kept.map(([name, value]) => [name, value.split(nonce)]), size: page.size };
}

/**
 * @param {KeptPage} kept
 * @param {{ request: IncomingMessage, response: ServerResponse, encoding: "gzip" | "identity", seconds?: string }} to
 */
export function sendPage({ page, headers }, { request, response, encoding, seconds }) {
  const nonce = drawNonce();
  for (const [name, parts] of headers) response.setHeader(name, parts.join(nonce));
  response.setHeader("server-timing", `trace;desc="${response.getHeader("x-trace-id")}"`);
  const own = { nonce, seconds };
  const body = encoding === "gzip" ? gzipWith(page, own) : plainWith(page, own);
  if (encoding === "gzip") response.setHeader("content-encoding", "gzip");
  response.setHeader("content-length", body.length);
  response.end(request.method === "HEAD" ? undefined : body);
}
