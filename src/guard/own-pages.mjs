import { createHash } from "node:crypto";
import { APPLE, usesAppleKeys } from "../lib/apple-keys.mjs";
import { startedApplication } from "../lib/application.mjs";
import {
  organizationVersion,
  readOrganizationVersion,
  whenOrganizationChanges,
} from "../lib/organization-version.mjs";
import { secondsText } from "../lib/page-blanks.mjs";
import { requestContext, runInContext } from "../lib/request-context.mjs";
import { asksPlainly, encodingOf, preferenceCookies } from "./asked-page.mjs";
import { keepPage, sendPage } from "./kept-page.mjs";
import { countSeconds } from "./nonced-page.mjs";
import { PageMemory } from "./page-memory.mjs";
import { render } from "./render.mjs";

// By age, too: should a page show what nobody knows of (another service's word, say), it doesn't for long.
const MOST = { entries: 200, bytes: 16 * 1024 * 1024, ageMs: 300_000 };
// No more than fit: of more in turn each would be let go before it is asked for again, and have been made for nothing.
const MOST_ASKED = 150;

/** Written as browsers do; of what is written otherwise Next may think otherwise. */
const ACCESS_COOKIE = /(?:^|; )((?:__Host-)?gatehouse\.access=[\w.-]+)(?=;|$)/;
const ACCESS_NAME = /gatehouse\.access/g;
/** What a page has to say once, and what Next itself takes or clears. */
const NOT_KEPT_WITH = /gatehouse\.form=|__prerender_bypass|__next_preview_data/;

/**
 * @typedef {import("node:http").IncomingMessage} IncomingMessage
 * @typedef {import("node:http").ServerResponse} ServerResponse
 * @typedef {import("../lib/application.mjs").ReadOwnPage} ReadOwnPage
 * @typedef {import("./kept-page.mjs").KeptPage} KeptPage
 * @typedef {{ url: string, access: string, preferences: string, agent: string }} Asked
 */

/**
 * Pages of the signed-in from memory, where they would be what they were: who is asking and all that the page shows is read
 * anew each time, and a page is kept under a digest of it. Whoever may see nothing, and what was asked for only once as it is,
 * goes to Next.
 *
 * @param {{ serve: import("./render.mjs").Serve, headers: Record<string, string> }} next how it is asked, and with what in each request
 * @returns {(request: IncomingMessage, response: ServerResponse, pass: () => void) => boolean} false where Next is to answer; `pass` lets it
 */
export function createOwnPages({ serve, headers }) {
  /** @type {PageMemory<KeptPage>} */
  const memory = new PageMemory(MOST);
  const isAgain = recognize(MOST_ASKED);
  whenOrganizationChanges(() => memory.clear());

  /** @param {Asked} asked @param {ReadOwnPage} read */
  async function find(asked, read) {
    /** @type {Set<string>} */
    const known = new Set();
    const own = () => read(new Headers({ cookie: asked.access }));
    const [page, version] = await recordReads(known, () => Promise.all([own(), organizationVersion()]));
    if (page === null || version === null) return null;
    const key = digestOf([version, asked.url, asked.preferences, asked.agent, page.of]);
    if (!isAgain(key)) return null;

    const kept = await memory.get(key, async () => {
      const { url, access, preferences, agent } = asked;
      /** @type {Set<string>} */
      const shown = new Set();
      const cookie = `${access}; ${preferences}`;
      const rendered = await render(serve, {
        url,
        headers: { ...headers, cookie, ...(agent && { "user-agent": agent }) },
        reads: shown,
      });
      if (rendered === null) return null;
      // Made while any of it changed, it may be of either.
      const after = await runInContext({ traceId: rendered.traceId, reads: known }, () =>
        Promise.all([own(), readOrganizationVersion()]),
      );
      if (after[0]?.of !== page.of || after[1] !== version) return null;
      // What it read beside that, or otherwise, may be another the next time.
      if ([...shown].some((read) => !known.has(read))) return null;
      const made = keepPage(rendered);
      return made && countSeconds(made.page) === 1 ? made : null;
    });
    return kept && { kept, seconds: secondsText(page.secondsLeft) };
  }

  return (request, response, pass) => {
    const asked = readAsked(request);
    const encoding = encodingOf(request);
    const read = asked && startedApplication()?.ownPages[asked.url];
    if (!read || !encoding) return false;
    const found = find(asked, read).catch(() => null);
    found.then((page) => {
      if (response.headersSent || response.destroyed) return;
      if (page) sendPage(page.kept, { request, response, encoding, seconds: page.seconds });
      else pass();
    });
    return true;
  };
}

/** @param {IncomingMessage} request @returns {Asked | null} null where it is a matter for Next */
function readAsked(request) {
  const { url = "", headers } = request;
  const { cookie = "", "user-agent": agent } = headers;
  if (!asksPlainly(request) || NOT_KEPT_WITH.test(cookie)) return null;
  const access = ACCESS_COOKIE.exec(cookie)?.[1];
  if (!access || cookie.match(ACCESS_NAME)?.length !== 1) return null;
  return {
    ...{ url, access, preferences: preferenceCookies(headers) },
    agent: usesAppleKeys(agent) ? APPLE : "",
  };
}

/**
 * What this request reads meanwhile is told to the set.
 *
 * @template T
 * @param {Set<string>} reads
 * @param {() => Promise<T>} work
 */
async function recordReads(reads, work) {
  const context = requestContext();
  if (context) context.reads = reads;
  try {
    return await work();
  } finally {
    if (context) context.reads = undefined;
  }
}

/** @param {string[]} parts */
function digestOf(parts) {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64");
}

/**
 * Whether it was asked lately too: what is read once isn't worth keeping.
 *
 * @param {number} most
 */
function recognize(most) {
  /** @type {Set<string>} */
  const asked = new Set();
  /** @param {string} key */
  return (key) => {
    const isKnown = asked.delete(key);
    asked.add(key);
    const [oldest] = asked;
    if (asked.size > most && oldest) asked.delete(oldest);
    return isKnown;
  };
}
