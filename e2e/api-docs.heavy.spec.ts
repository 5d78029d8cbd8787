import { PASSWORD, type Page, expect as playwrightExpect, test } from "./fixtures";

// Both pages build themselves from a megabyte of script, which is slow while other tests run in parallel.
test.describe.configure({ timeout: 90_000 });
const expect = playwrightExpect.configure({ timeout: 20_000 });

/** Requests to other origins, and console errors. */
function watch(page: Page, baseURL: string | undefined) {
  const outside: string[] = [];
  const problems: string[] = [];
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== baseURL && protocol !== "data:" && protocol !== "blob:") outside.push(request.url());
  });
  page.on(
    "console",
    (message) => ["error", "warning"].includes(message.type()) && problems.push(message.text()),
  );
  page.on("pageerror", (error) => problems.push(error.message));
  return { outside, problems };
}

for (const path of ["/docs", "/redoc"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`${path} is readable in the ${colorScheme}, asks nobody else and complains of nothing`, async ({
      page,
      baseURL,
    }) => {
      const { outside, problems } = watch(page, baseURL);
      await page.emulateMedia({ colorScheme });
      const response = await page.goto(path);
      expect(response?.headers()["content-security-policy"]).toMatch(/script-src 'self';/);
      await expect(page).toHaveTitle(/ · Lantern & Sons$/);
      await expect(page.getByText("Where people enter a product")).toBeVisible();
      await expect(
        page.getByText("Sign in by email or username").filter({ visible: true }).first(),
      ).toBeVisible();
      await expect(page.getByRole("link", { name: "Lantern & Sons", exact: true })).toHaveAttribute(
        "href",
        "/",
      );
      await page.waitForLoadState("networkidle");
      expect(outside).toEqual([]);
      expect(problems).toEqual([]);
    });
  }
}

test("/redoc finds what is searched for", async ({ page }) => {
  await page.goto("/redoc");
  await page.getByPlaceholder("Search...").fill("Renew a session");
  await expect(page.locator("[data-role='search:results']").getByText("Renew a session")).toBeVisible();
});

test("a sign-in that is tried out in /docs is a sign-in", async ({ page, person, baseURL }) => {
  const { email } = person;
  const { outside, problems } = watch(page, baseURL);
  await page.goto("/docs");
  await page.getByText("/api/v1/auth/login").click();
  await page.getByRole("button", { name: "Try it out" }).click();
  await page.locator("textarea.body-param__text").fill(JSON.stringify({ email, password: PASSWORD }));
  await page.getByRole("button", { name: "Execute" }).click();
  const answer = page.locator(".live-responses-table");
  await expect(answer.locator(".response-col_status").filter({ hasText: "200" })).toBeVisible();
  await expect(answer).toContainText(email);
  // The browser holds the session in cookies that script can't read, and the page shows no refresh token.
  await expect(answer).not.toContainText('"refresh_token"');
  expect((await page.request.get("/api/v1/auth/me")).status()).toBe(200);
  expect(outside).toEqual([]);
  expect(problems).toEqual([]);
});
