import { expect, REFUSED, test } from "./fixtures";
import { expectNoScrolling } from "./no-scrolling";

test("where no mail is sent, the page of sign-in links isn't there, which is said once and without scrolling", async ({
  page,
  expectOnConsole,
}) => {
  expectOnConsole(REFUSED);
  const response = await page.goto("/sign-in-link");
  expect(response?.status()).toBe(404);
  await expect(page).toHaveTitle(/^Page not found/);
  await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
  await expect(page.getByText(/^Reference: [0-9a-f]{32}$/)).toBeVisible();
  await expect(page.getByRole("main")).toHaveCount(1);
  await expectNoScrolling(page);
});
