import { expect, test } from "./fixtures";
import { addressOf, beWhoSees, PAGES } from "./pages";

// What else every page promises is in every-page.heavy.spec.ts: this takes a slow machine, so it takes long.

for (const path of PAGES) {
  test(`${path} doesn't move while it loads, not on a slow machine with late fonts either`, async ({
    page,
    context,
    person,
    expectOnConsole,
  }) => {
    await beWhoSees(path, { context, person, expectOnConsole });
    const chromium = await context.newCDPSession(page);
    await chromium.send("Emulation.setCPUThrottlingRate", { rate: 10 });
    await page.route("**/*.woff2", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.addInitScript(() => {
      Object.assign(window, { shifts: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
          (window as unknown as { shifts: number }).shifts += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(await addressOf(path, person), { waitUntil: "networkidle" });
    await page.evaluate(() => document.fonts.ready);
    expect(await page.evaluate(() => (window as unknown as { shifts: number }).shifts)).toBe(0);
  });
}
