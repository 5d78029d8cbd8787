import { once } from "node:events";
import http from "node:http";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { handOver } from "../lib/application.mjs";
import {
  organizationChanged,
  provideOrganizationVersion,
  readOrganizationVersion,
} from "../lib/organization-version.mjs";
import { nonceWithSeconds } from "../lib/page-blanks.mjs";
import { requestContext, runInContext } from "../lib/request-context.mjs";
import { drawNonce } from "./nonced-page.mjs";
import { createOwnPages } from "./own-pages.mjs";

// The guard's side of it, before an application of a few lines. What the real one says of its dashboard is in
// src/http/own-pages.test.ts, and both together in e2e/both-ways.heavy.spec.ts.

/** @type {Record<string, { name: string, secondsLeft: number }>} by the access cookie */
let people = {};
/** @type {string[]} whose page was made, in the order of it */
let made = [];
const ADA = { name: "Ada", secondsLeft: 900 };
const ADA_BYRON = { name: "Ada Byron", secondsLeft: 900 };
/** @type {boolean[]} whether what the page read was noted, as it was made */
let noted = [];
let organization = "Lantern";
/** What the page asks the database, and what is known to be asked for it. */
let reads = { byPage: ["select name"], known: ["select name"] };
let during = async () => {};
let beforeReading = async () => {};
let readable = true;
/** @type {http.ServerResponse | undefined} the one under way */
let answered;
/** @type {(lasts: string) => string} */
let frame = (lasts) => `<main data-session="${lasts}">`;

const server = http.createServer((request, response) => {
  response.setHeader("x-trace-id", "1".repeat(32));
  answered = response;
  runInContext({ traceId: "1".repeat(32) }, () => {
    const pass = () => void answer(request, response);
    if (!own(request, response, pass)) pass();
  });
});
let own = freshMemory();

function freshMemory() {
  return createOwnPages({ serve: (request, response) => void answer(request, response), headers: {} });
}

/** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
async function answer(request, response) {
  const access = /gatehouse\.access=(\w+)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
  const person = people[access];
  made.push(access);
  noted.push(requestContext()?.reads !== undefined);
  for (const statement of reads.byPage) requestContext()?.reads?.add(statement);
  await during();
  const nonce = drawNonce();
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("content-security-policy", `script-src 'nonce-${nonce}'`);
  response.statusCode = person ? 200 : 307;
  const theme = /theme=(\w+)/.exec(request.headers.cookie ?? "")?.[1];
  const keys = /Mac/.test(request.headers["user-agent"] ?? "") ? "⌘" : "Ctrl";
  response.write(`<html data-theme="${theme}"><script nonce="${nonce}"></script>`);
  response.end(
    `${frame(nonceWithSeconds(nonce, person?.secondsLeft ?? 0))}${person?.name} at ${organization}, ${keys}`,
  );
}

beforeAll(async () => {
  handOver({
    routes: [],
    pages: [],
    ownPages: {
      "/": async (headers) => {
        await beforeReading();
        if (!readable) throw new Error("the database is away");
        for (const statement of reads.known) requestContext()?.reads?.add(statement);
        const person = people[/gatehouse\.access=(\w+)/.exec(headers.get("cookie") ?? "")?.[1] ?? ""];
        return person ? { of: person.name, secondsLeft: person.secondsLeft } : null;
      },
    },
    onError: () => {},
  });
  provideOrganizationVersion(async () => organization);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => void server.close());
beforeEach(() => {
  people = { a: { name: "Ada", secondsLeft: 900 }, b: { name: "Bo", secondsLeft: 800 } };
  reads = { byPage: ["select name"], known: ["select name"] };
  during = async () => {};
  beforeReading = async () => {};
  readable = true;
  frame = (lasts) => `<main data-session="${lasts}">`;
  own = freshMemory();
  made = [];
  noted = [];
});

/** @param {string} access @param {{ url?: string, method?: string, headers?: Record<string, string> }} [how] */
async function ask(access, { url = "/", method = "GET", headers = {} } = {}) {
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const cookie = `gatehouse.access=${access}`;
  const request = http.request({
    port,
    host: "127.0.0.1",
    path: url,
    method,
    headers: { cookie, ...headers },
  });
  request.end();
  const [response] = /** @type {[http.IncomingMessage]} */ (await once(request, "response"));
  /** @type {Buffer[]} */
  const chunks = [];
  for await (const chunk of response) chunks.push(chunk);
  const isGzip = response.headers["content-encoding"] === "gzip";
  const body = String(isGzip ? gunzipSync(Buffer.concat(chunks)) : Buffer.concat(chunks));
  const nonce = /'nonce-([^']+)'/.exec(String(response.headers["content-security-policy"]))?.[1];
  return { status: response.statusCode, headers: response.headers, body, nonce };
}

/** Until it is kept. */
async function askThrice(/** @type {string} */ access, how = {}) {
  for (let time = 0; time < 2; time++) await ask(access, how);
  return ask(access, how);
}

/** @param {string} body */
function sessionIn(body) {
  const [, nonce, seconds] = /data-session="([^"]+)\/(\d+)"/.exec(body) ?? [];
  return { nonce, seconds: Number(seconds) };
}

describe("a signed-in page", () => {
  test("that is what it was comes from memory from the third time on, with its own nonce and seconds", async () => {
    const first = await askThrice("a");
    expect(made).toEqual(["a", "a"]);
    people.a = { name: "Ada", secondsLeft: 42 };
    const again = await ask("a", { headers: { "accept-encoding": "gzip" } });
    expect(made).toEqual(["a", "a"]);
    expect(again.nonce).not.toBe(first.nonce);
    expect(again.body).toContain(`<script nonce="${again.nonce}">`);
    expect(sessionIn(again.body)).toEqual({ nonce: again.nonce, seconds: 42 });
    expect(sessionIn(first.body)).toEqual({ nonce: first.nonce, seconds: 900 });
    expect(again.body.replaceAll(`${again.nonce}/0000042`, "").replaceAll(`${again.nonce}`, "")).toBe(
      first.body.replaceAll(`${first.nonce}/0000900`, "").replaceAll(`${first.nonce}`, ""),
    );
  });

  test("is made once for all who ask at once, and each of two people gets their own", async () => {
    for (const access of ["a", "b"]) await ask(access);
    made = [];
    const all = await Promise.all(Array.from({ length: 40 }, (_, n) => ask(n % 2 ? "a" : "b")));
    const own = all.map(({ body }, n) => body.includes(n % 2 ? "Ada at Lantern" : "Bo at Lantern"));
    expect(own).not.toContain(false);
    expect([...made].sort()).toEqual(["a", "b"]);
  });

  test("is made anew when what it shows of data or of the organization is another", async () => {
    await askThrice("a");
    people.a = { name: "Ada Byron", secondsLeft: 900 };
    expect((await ask("a")).body).toContain("Ada Byron at Lantern");
    people.a = { name: "Ada", secondsLeft: 900 };
    expect((await ask("a")).body).toContain("Ada at Lantern");
    organization = "Beacon";
    organizationChanged();
    expect((await ask("a")).body).toContain("Ada at Beacon");
    organization = "Lantern";
  });

  test("is nobody's any more at the request after their session ended", async () => {
    await askThrice("a");
    delete people.a;
    expect((await ask("a")).status).toBe(307);
  });

  test.each([
    ["theme", { cookie: "gatehouse.access=a; theme=dark" }, 'data-theme="dark"'],
    ["keyboard", { "user-agent": "Mozilla (Macintosh)" }, "⌘"],
  ])("is another by %s", async (_, headers, shown) => {
    expect((await askThrice("a", { headers })).body).toContain(shown);
    expect((await askThrice("a")).body).not.toContain(shown);
    expect((await ask("a", { headers })).body).toContain(shown);
  });

  test("is another once it is known that another instance changed the organization", async () => {
    await askThrice("a");
    organization = "Beacon";
    await readOrganizationVersion();
    expect((await ask("a")).body).toContain("Ada at Beacon");
    organization = "Lantern";
    await readOrganizationVersion();
    expect((await ask("a")).body).toContain("Ada at Lantern");
  });

  test("costs Next nothing where it makes it: what that reads is noted of pages to keep alone", async () => {
    await ask("a");
    expect(noted).toEqual([false]);
    await ask("a");
    expect(noted).toEqual([false, true]);
    readable = false;
    await ask("a");
    expect(noted).toEqual([false, true, false]);
  });

  test("is Next's where what it is made of can't be read", async () => {
    await askThrice("a");
    readable = false;
    made = [];
    expect((await ask("a")).body).toContain("Ada at Lantern");
    expect(made).toEqual(["a"]);
  });

  test("isn't sent to who was answered in the meantime", async () => {
    await askThrice("a");
    made = [];
    for (const isReadable of [true, false]) {
      beforeReading = async () => {
        answered?.writeHead(503).end("in time");
        readable = isReadable;
      };
      expect(await ask("a")).toMatchObject({ status: 503, body: "in time" });
    }
    expect(made).toEqual([]);
  });

  test("answers HEAD as GET, without a body", async () => {
    const { headers } = await askThrice("a");
    const head = await ask("a", { method: "HEAD" });
    expect(made).toHaveLength(2);
    expect(head.body).toBe("");
    expect(head.headers["content-length"]).toBe(headers["content-length"]);
  });
});

describe("isn't kept:", () => {
  const notKept = async (how = {}) => {
    for (let time = 0; time < 4; time++) await ask("a", how);
    // What turned out not to be one to keep is made once more.
    return made.length >= 4;
  };

  test("a page that asked the database for more than is known of it", async () => {
    reads = { byPage: ["select name", "select secret"], known: ["select name"] };
    expect(await notKept()).toBe(true);
  });

  test.each([
    ["of its reader", { person: ADA_BYRON, name: "Lantern" }],
    ["of the organization", { person: ADA, name: "Beacon" }],
  ])("one of which something changed while it was made: %s", async (_, { person, name }) => {
    await ask("a");
    during = async () => {
      people.a = person;
      organization = name;
    };
    await ask("a");
    during = async () => {};
    people.a = ADA;
    organization = "Lantern";
    await readOrganizationVersion();
    made = [];
    const { body } = await ask("a");
    expect(made).toEqual(["a"]);
    expect(body).toContain("Ada at Lantern");
  });

  test.each([
    ["not at all", () => "<main>"],
    ["twice", (/** @type {string} */ lasts) => `<main data-session="${lasts}" data-again="${lasts}">`],
  ])("one that says for how long its session lasts %s", async (_, says) => {
    frame = says;
    expect(await notKept()).toBe(true);
  });

  test.each([
    { url: "/?code=REFUSED" },
    { url: "/tasks" },
    { method: "POST" },
    { headers: { rsc: "1" } },
    { headers: { authorization: "Bearer a" } },
    { headers: { cookie: "gatehouse.access=a; gatehouse.form=x" } },
    { headers: { cookie: "gatehouse.access=a; gatehouse.access=b" } },
    { headers: { cookie: "gatehouse.access=a; gatehouse.access=" } },
    { headers: { cookie: "gatehouse.access = a" } },
    { headers: { cookie: "gatehouse.access=a\t; b=c" } },
    { headers: { cookie: "gatehouse.access=a; __prerender_bypass=x" } },
    { headers: { "accept-encoding": "br" } },
    { headers: { "user-agent": "Googlebot" } },
  ])("what is asked with %o", async (how) => {
    await askThrice("a");
    made = [];
    expect(await notKept(how)).toBe(true);
  });
});
