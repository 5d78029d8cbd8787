import AxeBuilder from "@axe-core/playwright";
import { expect, REFUSED, test } from "./fixtures";
import { listPages } from "./page-queries";
import { addressOf, beWhoSees, PAGES } from "./pages";
import { paleWords } from "./pale-words";
import { settleColors } from "./settle-colors";

// Not on this installation: the setup is done (setup.spec.ts), and sign-in links are off (mail-settings.heavy.spec.ts).
const ELSEWHERE = ["/setup", "/sign-in-link"];

test("every page there is, is among those that are looked at", () => {
  const missing = listPages().filter(({ path }) => ![...PAGES, ...ELSEWHERE].includes(path));
  expect(missing).toEqual([]);
});

for (const path of PAGES) {
  test.describe(path, () => {
    test.beforeEach(({ context, person, expectOnConsole }) =>
      beWhoSees(path, { context, person, expectOnConsole }),
    );

    // One visit for all that looks at the page as it stands.
    test("is for everybody, fits, and runs only its own scripts", async ({ page, person }) => {
      const response = await page.goto(await addressOf(path, person));

      await test.step("comes with a policy under which only its own scripts run", async () => {
        const policy = response?.headers()["content-security-policy"] ?? "";
        const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
        expect(policy).toContain("'strict-dynamic'");
        expect(policy).not.toMatch(/script-src[^;]*'unsafe-(?:inline|eval)'/);
        const scripts = await page
          .locator("script")
          .evaluateAll((all) => all.map((script) => (script as HTMLScriptElement).nonce));
        expect(new Set(scripts)).toEqual(new Set([nonce]));
        expect(response?.headers()["cache-control"]).toContain("no-store");
      });

      for (const colorScheme of ["light", "dark"] as const)
        await test.step(`gives axe nothing to complain of, ${colorScheme}`, async () => {
          await page.emulateMedia({ colorScheme });
          await page.evaluate(settleColors);
          const { violations } = await new AxeBuilder({ page })
            .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
            .analyze();
          expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        });

      await test.step("is what one reads, dark on white, on paper", async () => {
        await page.emulateMedia({ media: "print", colorScheme: "dark" });
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        for (const role of ["navigation", "search", "button"] as const)
          await expect(page.getByRole(role)).toHaveCount(0);
        await page.evaluate(settleColors);
        expect(await page.evaluate(paleWords)).toEqual([]);
        await page.emulateMedia({ media: "screen" });
      });

      // 640 px is what 200 % of zoom leaves of a small laptop.
      for (const width of [320, 360, 640])
        await test.step(`fits ${width} px`, async () => {
          await page.setViewportSize({ width, height: 640 });
          const beyond = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(beyond).toBeLessThanOrEqual(0);
        });
    });
  });
}

test("all of the sign-in page is reached by keyboard, in the order one reads it", async ({ page }) => {
  await page.goto("/login");
  // The form has the focus; the providers stand above it.
  await expect(page.getByLabel("Email or username")).toBeFocused();
  for (let step = 0; step < 2; step++) await page.keyboard.press("Shift+Tab");
  const names: (string | null)[] = [];
  for (let step = 0; step < 14; step++) {
    names.push(
      await page.evaluate(() => {
        const at = document.activeElement as HTMLInputElement;
        return at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent ?? at.textContent;
      }),
    );
    await page.keyboard.press("Tab");
  }
  expect(names).toEqual([
    "Continue with GitHub",
    "Continue with Lantern ID",
    "Email or username",
    "Password",
    "Show password",
    "Forgot password?",
    "Stay signed in for 30 days",
    "Sign in",
    "Create an account",
    "English",
    "Русский",
    "Deutsch",
    "Light theme",
    "Dark theme",
  ]);
});

test("the first Tab of a signed-in page skips to its content", async ({ home }) => {
  await home.goto("/settings");
  await home.keyboard.press("Tab");
  await expect(home.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await home.keyboard.press("Enter");
  await home.keyboard.press("Tab");
  await expect(home.getByText("Choose a picture…")).toBeFocused();
});

test("dialogs and menus open under the policy, and axe finds nothing in them", async ({ home }) => {
  await home.emulateMedia({ reducedMotion: "reduce" });
  await home.goto("/settings/account");
  await home.getByRole("button", { name: "Delete account…" }).click();
  await expect(home.getByRole("alertdialog")).toBeVisible();
  const { violations } = await new AxeBuilder({ page: home }).include("[role=alertdialog]").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await home.keyboard.press("Escape");
  await home.getByRole("button", { name: /Account menu/ }).click();
  await expect(home.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
  await home.keyboard.press("Escape");
  await expect(home.getByRole("menuitem", { name: "Sign out" })).toBeHidden();
});

for (const [width, height] of [
  [360, 740],
  [820, 1180],
  [1280, 800],
] as const) {
  test(`a page that isn't there fits ${width} × ${height} px without scrolling`, async ({
    home,
    expectOnConsole,
  }) => {
    expectOnConsole(REFUSED);
    await home.setViewportSize({ width, height });
    await home.goto("/no-such-page");
    await expect(home.getByRole("heading", { name: "Page not found" })).toBeVisible();
    const beyond = await home.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    expect(beyond).toBeLessThanOrEqual(0);
  });
}

test("an address where nothing is says so with a reference, in the product's own words", async ({
  home,
  expectOnConsole,
}) => {
  expectOnConsole(REFUSED);
  const response = await home.goto("/no-such-page");
  expect(response?.status()).toBe(404);
  await expect(home.getByRole("heading", { name: "Page not found" })).toBeVisible();
  const reference = response?.headers()["x-trace-id"] ?? "missing";
  await expect(home.getByText(`Reference: ${reference}`)).toBeVisible();
});
