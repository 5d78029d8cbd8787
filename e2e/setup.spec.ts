import { BRAND } from "../src/brand";
import { expect, test } from "./fixtures";
import { fillAdministrator, serveFreshInstallation, step, TOKEN } from "./setup-steps";

const server = serveFreshInstallation();

test("every page of a fresh installation leads to the setup, and that to the dashboard, signed in", async ({
  page,
}) => {
  for (const path of ["/", "/login", "/register", "/settings", "/admin", "/admin/audit"]) {
    await page.goto(`${server.address}${path}`);
    await expect(page).toHaveURL(`${server.address}/setup`);
  }
  await page.goto(`${server.address}/setup#token=${TOKEN}`);
  await step(page, `Welcome to ${BRAND.name}`);
  await expect(page.getByLabel("Setup token")).toHaveValue(TOKEN);
  // The token must not stay in the history or on the screen.
  await expect(page).toHaveURL(`${server.address}/setup`);
  await page.getByRole("button", { name: "Get started" }).click();

  await step(page, "Your account");
  await expect(page.getByLabel("Email")).toBeFocused();
  await fillAdministrator(page);
  await page.getByRole("button", { name: "Continue" }).click();

  await step(page, "Your organization");
  await page.getByLabel("Organization name").fill("Lantern & Sons");
  await page.getByRole("button", { name: "Continue" }).click();

  await step(page, "Review and finish");
  await expect(page.getByText("greta@example.com")).toBeVisible();
  await expect(page.getByText("Lantern & Sons")).toBeVisible();
  expect(await server.status()).toEqual({ is_complete: false, requires_token: true });

  await page.getByRole("button", { name: "Finish setup" }).click();
  await expect(page).toHaveURL(`${server.address}/`);
  await expect(page.getByRole("heading", { name: "Welcome, Greta Torwart" })).toBeVisible();
  expect(await server.status()).toEqual({ is_complete: true, requires_token: false });
  await page.goto(`${server.address}/setup`);
  await expect(page).toHaveURL(`${server.address}/`);
  await page.goto(`${server.address}/admin`);
  await expect(page.getByRole("heading", { name: "Administration" })).toBeVisible();
});
