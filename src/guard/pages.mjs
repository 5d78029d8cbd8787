import {
  organizationVersion,
  readOrganizationVersion,
  whenOrganizationChanges,
} from "../lib/organization-version.mjs";
import { drawNonce, gzipWith, noncedPage, plainWith } from "./nonced-page.mjs";
import { PageMemory } from "./page-memory.mjs";
import { encodingFor, readAsked } from "./public-pages.mjs";
import { render } from "./render.mjs";

const MOST = { entries: 200, bytes: 16 * 1024 * 1024 };
const LARGEST_PAGE_BYTES = 512 * 1024;
/** The answer's own, written for each. */
const NOT_KEPT =
  /^(?:x-trace-id|server-timing|date|connection|keep-alive|transfer-encoding|content-length|strict-transport-security)$/i;

/**
 * @typedef {import("node:http").IncomingMessage} IncomingMessage
 * @typedef {import("node:http").ServerResponse} ServerResponse
 * @typedef {import("./public-pages.mjs").Asked} Asked
 * @typedef {[name: string, parts: string[]]} KeptHeader the parts of its value that stand around the nonce
 * @typedef {{ page: import("./nonced-page.mjs").NoncedPage, headers: KeptHeader[], size: number }} KeptPage
 */

/**
 * Public pages for who has no session, from memory: as Next made them, each time with a nonce of its own.
 *
 * @param {{ serve: import("./render.mjs").Serve, headers: Record<string, string> }} next how it is asked, and with what in each request
 * @returns {(request: IncomingMessage, response: ServerResponse, pass: () => void) => boolean} false where Next is to answer; `pass` lets it
 */
export function createPages({ serve, headers }) {
  /** @type {PageMemory<KeptPage>} */
  const memory = new PageMemory(MOST);
  whenOrganizationChanges(() => memory.clear());

  /** @param {Asked} asked @param {string} version */
  const find = ({ url, cookie }, version) =>
    memory.get(`${version} ${url} ${cookie}`, async () => {
      const rendered = await render(serve, { url, headers: { ...headers, cookie } });
      // Made while it changed, it may be of either: under one name there must be one page.
      return rendered && (await readOrganizationVersion()) === version ? keep(rendered) : null;
    });

  return (request, response, pass) => {
    const asked = readAsked(request);
    // Next compresses nothing for HEAD.
    const accepted = request.method === "HEAD" ? undefined : joined(request.headers["accept-encoding"]);
    const encoding = encodingFor(accepted);
    if (!asked || !encoding) return false;
    const version = organizationVersion();
    if (version === null) return false;
    const found =
      typeof version === "string"
        ? find(asked, version)
        : version.then((it) => (it ? find(asked, it) : null));
    if (found === null) return false;
    /** @param {KeptPage | null} kept */
    const answer = (kept) => {
      if (response.headersSent || response.destroyed) return;
      if (kept) send(kept, { request, response, encoding });
      else pass();
    };
    if (found instanceof Promise) found.then(answer, pass);
    else answer(found);
    return true;
  };
}

/**
 * @param {import("./render.mjs").Rendered} rendered
 * @returns {KeptPage | null} null where it isn't the same page for everybody
 */
function keep({ status, headers, body, traceId }) {
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
 * @param {{ request: IncomingMessage, response: ServerResponse, encoding: "gzip" | "identity" }} to
 */
function send({ page, headers }, { request, response, encoding }) {
  const nonce = drawNonce();
  for (const [name, parts] of headers) response.setHeader(name, parts.join(nonce));
  response.setHeader("server-timing", `trace;desc="${response.getHeader("x-trace-id")}"`);
  const body = encoding === "gzip" ? gzipWith(page, nonce) : plainWith(page, nonce);
  if (encoding === "gzip") response.setHeader("content-encoding", "gzip");
  response.setHeader("content-length", body.length);
  response.end(request.method === "HEAD" ? undefined : body);
}

/** @param {string | string[] | undefined} value */
function joined(value) {
  return Array.isArray(value) ? value.join(", ") : value;
}
