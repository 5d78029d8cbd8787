import { expect, type Page } from "@playwright/test";

/** On a phone and on a desktop. */
export async function expectNoScrolling(page: Page) {
  for (const size of [
    { width: 360, height: 740 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size);
    expect(
      await page.evaluate(() => document.documentElement.scrollHeight - innerHeight),
    ).toBeLessThanOrEqual(0);
  }
}
