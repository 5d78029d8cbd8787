import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { type BrowserContext, expect, loseAccess, type Page, signIn, test } from "./fixtures";

const CALLS_EACH = 5;

test.beforeAll(() => {
  execFileSync(process.execPath, ["scripts/develop/build-client.mjs"]);
});

test("two tabs that find their access cookie gone renew, never more than once each, and stay signed in", async ({
  context,
  baseURL,
  person,
  expectOnConsole,
}) => {
  expectOnConsole(/401/);
  await signIn(context, person);
  await serveClient(context);
  const tabs = [await context.newPage(), await context.newPage()];
  for (const tab of tabs) await loadClient(tab);
  const refused = gather(tabs.length * CALLS_EACH);
  await context.route("**/api/v1/auth/me", async (route) => {
    const response = await route.fetch();
    // Held back until all calls of both tabs got a 401, so that each of them wants to renew.
    if (response.status() === 401) await refused.another();
    await route.fulfill({ response });
  });
  const renewals: number[] = [];
  context.on("response", (response) => {
    if (response.url() === `${baseURL}/api/v1/auth/refresh`) renewals.push(response.status());
  });

  await loseAccess(context);
  const answers = await Promise.all(tabs.map(callMe));
  expect(answers.flat()).toEqual(Array(tabs.length * CALLS_EACH).fill(200));
  // Usually one; what one tab stores for the other may reach the other browser process a moment late.
  expect(renewals.length).toBeLessThanOrEqual(tabs.length);
  expect(new Set(renewals)).toEqual(new Set([200]));
});

function callMe(tab: Page): Promise<number[]> {
  return tab.evaluate(async (count) => {
    const { GET } = (window as unknown as { gatehouse: import("../src/client").Client }).gatehouse;
    const calls = Array.from({ length: count }, () => GET("/api/v1/auth/me"));
    return (await Promise.all(calls)).map(({ response }) => response.status);
  }, CALLS_EACH);
}

/** The client as another site's bundler would have it, at an address of this site. */
async function serveClient(context: BrowserContext) {
  const fetchClient = createRequire(import.meta.url)
    .resolve("openapi-fetch")
    .replace(/\.cjs$/, ".mjs");
  await context.route("**/client-under-test/*", async (route) => {
    const name = path.basename(new URL(route.request().url()).pathname);
    const file = name === "openapi-fetch.js" ? fetchClient : path.join("dist/client", name);
    const body = readFileSync(file, "utf8").replace(/from "openapi-fetch"/, 'from "./openapi-fetch.js"');
    await route.fulfill({ body, contentType: "text/javascript" });
  });
}

/** On a page that has no script of its own. */
async function loadClient(tab: Page) {
  await tab.goto("/live");
  await tab.evaluate(async (address) => {
    const { createClient } = await import(address);
    Object.assign(window, { gatehouse: createClient() });
  }, "/client-under-test/index.js");
}

/** A barrier: resolves once everyone has arrived. */
function gather(count: number) {
  let there = 0;
  let open = () => {};
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    another() {
      there++;
      if (there === count) open();
      return all;
    },
  };
}
