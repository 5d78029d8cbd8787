import {
  organizationVersion,
  readOrganizationVersion,
  whenOrganizationChanges,
} from "../lib/organization-version.mjs";
import { encodingOf } from "./asked-page.mjs";
import { keepPage, sendPage } from "./kept-page.mjs";
import { PageMemory } from "./page-memory.mjs";
import { readAsked } from "./public-pages.mjs";
import { render } from "./render.mjs";

const MOST = { entries: 200, bytes: 16 * 1024 * 1024 };

/**
 * @typedef {import("node:http").IncomingMessage} IncomingMessage
 * @typedef {import("node:http").ServerResponse} ServerResponse
 * @typedef {import("./public-pages.mjs").Asked} Asked
 * @typedef {import("./kept-page.mjs").KeptPage} KeptPage
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
      return rendered && (await readOrganizationVersion()) === version ? keepPage(rendered) : null;
    });

  return (request, response, pass) => {
    const asked = readAsked(request);
    const encoding = encodingOf(request);
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
      if (kept) sendPage(kept, { request, response, encoding });
      else pass();
    };
    if (found instanceof Promise) found.then(answer, pass);
    else answer(found);
    return true;
  };
}
