import AxeBuilder from "@axe-core/playwright";
import { BRAND } from "../src/brand";
import { expect, PASSWORD, REFUSED, test } from "./fixtures";
import { fillAdministrator, serveFreshInstallation, step, TOKEN } from "./setup-steps";

const server = serveFreshInstallation();

test("each step says what is wrong with it, and a wrong token goes no further", async ({
  page,
  expectOnConsole,
}) => {
  expectOnConsole(/status of (403|422)/);
  await page.goto(`${server.address}/setup`);
  await page.getByLabel("Setup token").fill("a guess");
  await page.getByRole("button", { name: "Get started" }).click();
  // The hint speaks of the token as well; what is waited for is the refusal.
  await expect(page.getByLabel("Setup token")).toHaveAccessibleDescription(/token is incorrect/);
  await page.getByLabel("Setup token").fill(TOKEN);
  await page.getByRole("button", { name: "Get started" }).click();

  await step(page, "Your account");
  await fillAdministrator(page);
  await page.getByLabel("Confirm password").fill("something else");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByLabel("Confirm password")).toHaveAccessibleDescription(/don’t match/);
  await page.getByLabel("Password", { exact: true }).fill("password123");
  await page.getByLabel("Confirm password").fill("password123");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await step(page, "Your account");
});

test("what was typed survives back and a reload, passwords aside, and nothing is written by it", async ({
  page,
}) => {
  await page.goto(`${server.address}/setup#token=${TOKEN}`);
  await page.getByRole("button", { name: "Get started" }).click();
  await fillAdministrator(page);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("Organization name").fill("Lantern & Sons");

  await page.goBack();
  await step(page, "Your account");
  await expect(page.getByLabel("Email")).toHaveValue("greta@example.com");
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue(PASSWORD);
  await page.goForward();
  await step(page, "Your organization");
  await page.getByRole("button", { name: "Back" }).click();
  await step(page, "Your account");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByLabel("Organization name")).toHaveValue("Lantern & Sons");

  await page.reload();
  await step(page, "Your account");
  await expect(page.getByLabel("Full name")).toHaveValue("Greta Torwart");
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  await expect(page.getByText("Passwords aren’t kept")).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
  expect(kept).not.toContain(PASSWORD);

  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Confirm password").fill(PASSWORD);
  await page.getByRole("button", { name: "Continue" }).click();
  await step(page, "Your organization");
  await page.getByRole("button", { name: "Continue" }).click();
  await step(page, "Review and finish");
  expect(await server.status()).toEqual({ is_complete: false, requires_token: true });
});

test("who was slower than somebody else is sent to sign in", async ({
  page,
  playwright,
  expectOnConsole,
}) => {
  expectOnConsole(REFUSED);
  await page.goto(`${server.address}/setup#token=${TOKEN}`);
  await page.getByRole("button", { name: "Get started" }).click();
  await fillAdministrator(page);
  const other = await playwright.request.newContext({ baseURL: server.address });
  const response = await other.post("/api/v1/setup/initialize", {
    data: {
      organization_name: "The Other",
      admin_email: "other@example.com",
      admin_password: PASSWORD,
      setup_token: TOKEN,
    },
  });
  expect(response.status()).toBe(201);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(`${server.address}/login`);
  await expect(page.getByRole("heading", { name: "Sign in to The Other" })).toBeVisible();
});

test("in Russian, on a phone, in the dark: it fits, and axe finds nothing in any step", async ({
  browser,
}) => {
  const context = await browser.newContext({
    locale: "ru-RU",
    colorScheme: "dark",
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  const lookAt = async (heading: string) => {
    await step(page, heading);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  };
  await page.goto(`${server.address}/setup#token=${TOKEN}`);
  await lookAt(`Добро пожаловать в ${BRAND.name}`);
  await page.locator("main form:not([hidden]) [type=submit]").click();
  await lookAt("Ваша учётная запись");
  await page.locator("[name=admin_email]").fill("greta@example.com");
  await page.locator("[name=admin_password]").fill(PASSWORD);
  await page.locator("[name=password_confirmation]").fill(PASSWORD);
  await page.locator("main form:not([hidden]) [type=submit]").click();
  await lookAt("Ваша организация");
  await page.locator("[name=organization_name]").fill("Фонарь и сыновья");
  await page.locator("main form:not([hidden]) [type=submit]").click();
  await expect(page.getByText("Фонарь и сыновья")).toBeVisible();
  await lookAt("Проверьте и завершите");
  await context.close();
});
