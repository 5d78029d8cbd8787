import postgres from "postgres";
import { type Browser, expect, PASSWORD, test } from "./fixtures";
import { expectNoScrolling } from "./no-scrolling";
import { type OwnServer, startFreshInstallation, startOwnServer } from "./own-server";

const LOCALES = [
  ["en-GB", "Something went wrong"],
  ["ru-RU", "Что-то пошло не так"],
] as const;

let server: OwnServer;

async function open(browser: Browser, locale: string, path: string) {
  const context = await browser.newContext({ locale });
  const page = await context.newPage();
  return { context, page, response: await page.goto(`${server.address}${path}`) };
}

test.describe("with a database that isn't there", () => {
  test.beforeAll(async () => {
    server = await startOwnServer({ DATABASE_URL: "postgres://nobody@127.0.0.1:1/nowhere" });
  });
  test.afterAll(() => server.stop());

  for (const [locale, heading] of LOCALES) {
    test(`a page says in its language when to come back (${locale}), with a reference that stands in the log`, async ({
      browser,
    }) => {
      const { context, page, response } = await open(browser, locale, "/login");
      expect(response?.status()).toBe(503);
      expect(response?.headers()["retry-after"]).toBe("5");
      await expect(page.getByRole("heading", { name: heading })).toBeVisible();
      const reference = /[0-9a-f]{32}/.exec(await page.locator("main").innerText())?.[0] ?? "missing";
      expect(server.log()).toContain(`"trace_id":"${reference}"`);
      await expectNoScrolling(page);
      expect(await page.content()).not.toContain("ECONNREFUSED");
      await context.close();
    });
  }
});

test.describe("with a row that no page can make anything of", () => {
  test.beforeAll(async () => {
    let databaseUrl = "";
    server = await startFreshInstallation({}, (url) => {
      databaseUrl = url;
      return url;
    });
    const answer = await fetch(`${server.address}/api/v1/setup/initialize`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        organization_name: "Lantern & Sons",
        admin_email: "greta@example.com",
        admin_password: PASSWORD,
      }),
    });
    expect(answer.status).toBe(201);
    const sql = postgres(databaseUrl, { max: 1 });
    await sql`update users set time_zone = 'Nowhere/Else'`;
    await sql.end();
  });
  test.afterAll(() => server.stop());

  for (const [locale, heading] of LOCALES) {
    test(`a page that fails says so in its language (${locale}), with a reference that stands in the log`, async ({
      browser,
    }) => {
      const { context, page } = await open(browser, locale, "/login");
      const signedIn = await context.request.post(`${server.address}/api/v1/auth/login`, {
        data: { email: "greta@example.com", password: PASSWORD },
      });
      expect(signedIn.status()).toBe(200);
      const response = await page.goto(`${server.address}/`);
      expect(response?.status()).toBe(500);
      await expect(page.getByRole("heading", { name: heading })).toBeVisible();
      const reference = /\d{6,}/.exec(await page.locator("main").innerText())?.[0] ?? "missing";
      expect(server.log()).toContain(`"digest":"${reference}"`);
      await expectNoScrolling(page);
      expect(await page.content()).not.toContain("Nowhere/Else");
      await context.close();
    });
  }
});
