import { slowness } from "../src/testing/servers/slowness.mjs";
import { startTcpProxy, type TcpProxy } from "../src/testing/tcp-proxy";
import { expect, PASSWORD, test } from "./fixtures";
import { type OwnServer, startFreshInstallation } from "./own-server";

// A database that stops responding without closing its connections, as after a failover.

const IN_TIME_MS = 5_000;

// Of the answer's own way, here and there.
const LEEWAY_MS = 500;

/** In time is meant of a machine that has time for it: how slow it was meanwhile is looked at now and then. */
let slowest = 1;
const isLate = (ms: number) => ms / slowest >= IN_TIME_MS + LEEWAY_MS;
const watch = setInterval(() => {
  slowest = Math.max(slowest, slowness());
}, 500);

let proxy: TcpProxy;
let server: OwnServer;

test.beforeAll(async () => {
  proxy = await startTcpProxy(process.env.DATABASE_URL ?? "");
  server = await startFreshInstallation({}, proxy.urlOf);
});
test.afterAll(async () => {
  clearInterval(watch);
  proxy.goOn();
  await server.stop();
  await proxy.close();
});

test("every page is answered in time, and again a page once the database is back", async ({
  context,
  page,
  expectOnConsole,
}) => {
  expectOnConsole(/status of (500|503)|React error #441/);
  const founded = await context.request.post(`${server.address}/api/v1/setup/initialize`, {
    data: { organization_name: "Lantern & Sons", admin_email: "greta@example.com", admin_password: PASSWORD },
  });
  expect(founded.status()).toBe(201);
  const paths = ["/", "/login", "/tasks", "/settings", "/admin", "/admin/audit"];
  for (const path of paths)
    expect((await context.request.get(`${server.address}${path}`)).status(), path).toBe(200);
  // Connections are replaced after a few seconds.
  await page.waitForTimeout(IN_TIME_MS);

  proxy.stall();
  const answers = await Promise.all(
    [...paths, ...paths, ...paths].map(async (path) => {
      const began = Date.now();
      const response = await context.request.get(`${server.address}${path}`, {
        headers: { accept: "text/html" },
      });
      return { path, status: response.status(), ms: Date.now() - began };
    }),
  );
  expect(answers.filter(({ status, ms }) => status < 500 || isLate(ms))).toEqual([]);
  const began = Date.now();
  const response = await page.goto(`${server.address}/settings`);
  expect(isLate(Date.now() - began)).toBe(false);
  expect(response?.status()).toBeGreaterThanOrEqual(500);
  await expect(page.getByRole("heading", { name: "Something went wrong" })).toBeVisible();

  proxy.goOn();
  await expect(async () => {
    for (const path of paths)
      expect((await context.request.get(`${server.address}${path}`)).status(), path).toBe(200);
  }).toPass({ timeout: IN_TIME_MS * slowness() });
});
