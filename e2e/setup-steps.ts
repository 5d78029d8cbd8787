import type { Page } from "@playwright/test";
import { expect, PASSWORD, test } from "./fixtures";
import { type OwnServer, startFreshInstallation } from "./own-server";

// For tests of the first-run setup: a server with a database of its own for each of them.

export const TOKEN = "the-token-of-the-log";

/** Before each test of the file; gone after it. */
export function serveFreshInstallation() {
  let server: OwnServer;
  test.beforeEach(async () => {
    server = await startFreshInstallation({ SETUP_TOKEN: TOKEN });
  });
  test.afterEach(() => server.stop());
  return {
    get address() {
      return server.address;
    },
    status: async () => (await fetch(`${server.address}/api/v1/setup/status`)).json(),
  };
}

export function step(page: Page, name: string) {
  return expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

export async function fillAdministrator(page: Page) {
  await page.getByLabel("Email").fill("greta@example.com");
  await page.getByLabel("Full name").fill("Greta Torwart");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Confirm password").fill(PASSWORD);
}
