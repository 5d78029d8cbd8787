import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, test } from "./fixtures";

// The same build once more, with a database that isn't there.

let server: ChildProcess;
let log = "";
let address = "";

test.beforeAll(async () => {
  const port = await freePort();
  address = `http://localhost:${port}`;
  server = spawn(
    process.execPath,
    ["--import", "./scripts/guard.mjs", "node_modules/next/dist/bin/next", "start"],
    {
      env: {
        ...process.env,
        NODE_ENV: "production",
        PORT: String(port),
        DATABASE_URL: "postgres://nobody@127.0.0.1:1/nowhere",
        SECRET_KEY: "5e".repeat(32),
        LOG_FORMAT: "json",
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  for (const stream of [server.stdout, server.stderr]) stream?.on("data", (text) => (log += text));
  await expect(async () => expect((await fetch(`${address}/live`)).status).toBe(200)).toPass();
});

test.afterAll(async () => {
  server.kill("SIGTERM");
  if (server.exitCode === null) await once(server, "exit");
});

for (const [locale, heading] of [
  ["en-GB", "Something broke on our side"],
  ["ru-RU", "У нас что-то сломалось"],
] as const) {
  test(`a page that fails says so in its language (${locale}), with a reference that stands in the log`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    const response = await page.goto(`${address}/login`);
    expect(response?.status()).toBe(500);
    await expect(page.getByRole("heading", { name: heading })).toBeVisible();
    const reference = /\d{6,}/.exec(await page.locator("main").innerText())?.[0] ?? "missing";
    expect(log).toContain(`"digest":"${reference}"`);
    expect(await page.content()).not.toContain("ECONNREFUSED");
    await context.close();
  });
}

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
