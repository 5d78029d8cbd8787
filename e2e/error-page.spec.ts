import { expect, test } from "./fixtures";
import { type OwnServer, startOwnServer } from "./own-server";

// With a database that isn't there.

let server: OwnServer;

test.beforeAll(async () => {
  server = await startOwnServer({ DATABASE_URL: "postgres://nobody@127.0.0.1:1/nowhere" });
});
test.afterAll(() => server.stop());

for (const [locale, heading] of [
  ["en-GB", "Something went wrong"],
  ["ru-RU", "Что-то пошло не так"],
] as const) {
  test(`a page that fails says so in its language (${locale}), with a reference that stands in the log`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    const response = await page.goto(`${server.address}/login`);
    expect(response?.status()).toBe(500);
    await expect(page.getByRole("heading", { name: heading })).toBeVisible();
    const reference = /\d{6,}/.exec(await page.locator("main").innerText())?.[0] ?? "missing";
    expect(server.log()).toContain(`"digest":"${reference}"`);
    for (const size of [
      { width: 360, height: 740 },
      { width: 1280, height: 800 },
    ]) {
      await page.setViewportSize(size);
      expect(
        await page.evaluate(() => document.documentElement.scrollHeight - innerHeight),
      ).toBeLessThanOrEqual(0);
    }
    expect(await page.content()).not.toContain("ECONNREFUSED");
    await context.close();
  });
}
