import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { HTML_LIMITED_BOT_UA_RE } from "next/dist/shared/lib/router/utils/html-bots.js";
import { beforeAll, describe, expect, test } from "vitest";
import { handOver } from "../lib/application.mjs";
import { encodingFor } from "./asked-page.mjs";
import { readAsked } from "./public-pages.mjs";

beforeAll(() => {
  const pages = ["/", "/login", "/register", "/setup", "/tasks", "/admin/users/[id]"];
  handOver({ routes: [], pages, ownPages: {}, onError: () => {} });
});

/** @param {string} url @param {Record<string, string>} headers */
function asked(url, headers = {}, method = "GET") {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { url, method });
  Object.assign(request.headers, headers);
  return readAsked(request);
}

describe("what a public page is made from", () => {
  test("is its address, and language, theme and sidebar as they apply", () => {
    expect(asked("/login")).toEqual({
      url: "/login",
      cookie: "NEXT_LOCALE=en; theme=system; sidebar=expanded",
    });
    const cookie = "a=b; theme=dark; theme=light; sidebar=nonsense; NEXT_LOCALE=ru";
    expect(asked("/register", { cookie, "accept-language": "en" }, "HEAD")).toEqual({
      url: "/register",
      cookie: "NEXT_LOCALE=ru; theme=dark; sidebar=expanded",
    });
    expect(asked("/login", { "accept-language": "la-RU, ru;q=0.5" })?.cookie).toContain("NEXT_LOCALE=ru");
  });

  test.each(["/login?next=%2F", "/register?next=%2Ftasks"])(
    "%s: one of our own pages may be on the way",
    (url) => {
      expect(asked(url)?.url).toBe(url);
    },
  );
});

describe("goes to Next:", () => {
  test.each([
    "/",
    "/login/",
    "/login?",
    "/login?next=%2Flogin",
    "/login?next=%2Fsetup",
    "/login?next=/tasks",
    "/login?next=%2Ftasks%3Ftag%3D1",
    "/login?next=%2Ftasks&next=%2F",
    "/login?next=%2Fadmin%2Fusers%2F%5Bid%5D",
    "/login?next=%2F%2Fevil.example",
    "/login?next=%22%3E%3Cscript%3E",
    "/login?code=INVALID_CREDENTIALS",
    "/login?notice=denied&provider=github",
  ])("%s", (url) => {
    expect(asked(url)).toBeNull();
  });

  test.each([
    { cookie: "gatehouse.access=x" },
    { cookie: "a=b; __Host-gatehouse.refresh=x" },
    { cookie: "gatehouse.form=x" },
    { authorization: "Bearer x" },
    { rsc: "1" },
    { "next-router-prefetch": "1" },
    { purpose: "prefetch" },
    { "content-length": "1" },
    { "transfer-encoding": "chunked" },
  ])("a request with %o", (headers) => {
    expect(asked("/login", /** @type {any} */ (headers))).toBeNull();
  });

  test("whatever isn't GET or HEAD", () => {
    expect(asked("/login", {}, "POST")).toBeNull();
  });

  test("every program that Next makes pages otherwise for", () => {
    const names = HTML_LIMITED_BOT_UA_RE.source
      .split("|")
      .map((name) => name.replace("[\\w-]+-Google", "x-Google").replace("Google-[\\w-]+", "Google-x"));
    expect(names.length).toBeGreaterThan(10);
    for (const name of [...names, "Googlebot"]) {
      expect(asked("/login", { "user-agent": `Mozilla/5.0 (compatible; ${name}/1.0)` }), name).toBeNull();
    }
    expect(asked("/login", { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0" })).not.toBeNull();
  });
});

test.each([
  [undefined, "identity"],
  ["identity", "identity"],
  ["gzip, deflate, br, zstd", "gzip"],
  ["br,gzip", "gzip"],
  ["br", null],
  ["gzip;q=0", null],
  ["*", null],
])("Accept-Encoding %s: %s", (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding);
});
