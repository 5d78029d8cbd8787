import { randomInt } from "node:crypto";
import { expect, newPerson, PASSWORD, type Page, REFUSED, signIn, test } from "./fixtures";

// Over the pages of a real OpenID Connect provider and of a server that speaks GitHub's OAuth, both beside the product.

type Guest = Record<string, string> & { email: string; nickname: string };

function newGuest(overrides: Record<string, string> = {}): Guest {
  const { email, username } = newPerson();
  return { nickname: username, email, name: "Gus Guest", id: String(randomInt(2 ** 31)), ...overrides };
}

async function allow(page: Page, guest: Guest, provider: "Lantern ID" | "GitHub" = "Lantern ID") {
  const fields =
    provider === "GitHub"
      ? {
          Id: guest.id,
          Login: guest.nickname,
          Name: guest.name,
          Email: guest.email,
          Trouble: guest.trouble,
        }
      : { Account: guest.nickname, Email: guest.email, Name: guest.name, Nickname: guest.nickname };
  for (const [label, value] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(value ?? "");
  }
  await page.getByRole("button", { name: "Allow" }).click();
}

async function cookieNames(page: Page, baseURL = "") {
  return (await page.context().cookies(baseURL)).map(({ name }) => name).sort();
}

// Two of the session, by what the browser is known from now on, and how it was signed in.
const OURS = ["gatehouse.access", "gatehouse.device", "gatehouse.refresh", "last_way"];

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    for (const provider of ["Lantern ID", "GitHub"] as const) {
      test(`${provider} lets one in the first time and the second`, async ({ page, browser, baseURL }) => {
        const guest = newGuest();
        await page.goto("/login?next=%2Fsettings");
        await page.getByRole("button", { name: `Continue with ${provider}` }).click();
        await allow(page, guest, provider);
        await expect(page).toHaveURL("/settings");
        await expect(page.getByLabel("Username")).toHaveValue(guest.nickname);
        expect(await cookieNames(page, baseURL)).toEqual(OURS);
        await page.context().clearCookies({ name: /^gatehouse\./ });
        await page.goto("/login");
        const way = page.getByRole("button", { name: `Continue with ${provider}` });
        await expect(way.getByText("Last used")).toHaveCount(javaScriptEnabled ? 1 : 0);
        await expect(page.getByText("Last used")).toHaveCount(javaScriptEnabled ? 1 : 0);

        const context = await browser.newContext({ baseURL, javaScriptEnabled });
        const again = await context.newPage();
        await again.goto("/register");
        await again.getByRole("button", { name: `Continue with ${provider}` }).click();
        await allow(again, guest, provider);
        await expect(again).toHaveURL(`${baseURL}/`);
        await expect(again.getByRole("heading", { name: "Welcome, Gus Guest" })).toBeVisible();
        await context.close();
      });
    }

    test("an email that has an account is not let in, but told to link", async ({
      page,
      person,
      baseURL,
    }) => {
      await page.goto("/login");
      await page.getByRole("button", { name: "Continue with Lantern ID" }).click();
      await allow(page, newGuest({ email: person.email }));
      await expect(
        page.getByRole("alert").filter({ hasText: "already an account with your email" }),
      ).toBeVisible();
      expect(await cookieNames(page, baseURL)).toEqual([]);
    });

    test("what one doesn't allow doesn't happen", async ({ page, baseURL }) => {
      await page.goto("/login?next=%2Fsettings");
      await page.getByRole("button", { name: "Continue with GitHub" }).click();
      await page.getByRole("button", { name: "Refuse" }).click();
      await expect(page.getByRole("alert").filter({ hasText: "didn’t allow GitHub" })).toBeVisible();
      await expect(page).toHaveURL(/\/login\?.*next=%2Fsettings/);
      expect(await cookieNames(page, baseURL)).toEqual([]);
    });
  });
}

test("a way back that was tampered with leads to the sign-in page, which says so", async ({
  page,
  baseURL,
}) => {
  await page.goto("/login");
  await page.getByRole("button", { name: "Continue with Lantern ID" }).click();
  await expect(page.getByRole("heading", { name: "Test ID" })).toBeVisible();
  await page.goto("/api/auth/callback/oidc?code=stolen&state=tampered");
  await expect(page.getByRole("alert").filter({ hasText: "started somewhere else" })).toBeVisible();
  expect(await cookieNames(page, baseURL)).toEqual([]);
});

for (const trouble of ["down", "slow"]) {
  test(`a provider that is ${trouble} is told of in time`, async ({ page, baseURL }) => {
    await page.goto("/login");
    await page.getByRole("button", { name: "Continue with GitHub" }).click();
    await allow(page, newGuest({ trouble }), "GitHub");
    await expect(page.getByRole("alert").filter({ hasText: "GitHub isn’t responding" })).toBeVisible();
    expect(await cookieNames(page, baseURL)).toEqual([]);
    await page.getByLabel("Email or username").fill("keeper@example.com");
    await page.getByLabel("Password", { exact: true }).fill("the keeper of the gate");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(`${baseURL}/`);
  });
}

test("one links a provider in the settings, comes in by it, and unlinks it", async ({
  home,
  browser,
  baseURL,
}) => {
  const guest = newGuest();
  await home.goto("/settings/security");
  await home.getByRole("button", { name: "Link Lantern ID" }).click();
  await allow(home, guest);
  const section = home.getByRole("region", { name: "Sign-in methods" });
  await expect(section.getByRole("status")).toHaveText(/Lantern ID is linked/);
  // Linking is no sign-in: this browser has only what it came with.
  expect(await cookieNames(home, baseURL)).toEqual(["gatehouse.access", "gatehouse.refresh"]);
  await home.goto("/settings/activity");
  await expect(home.getByText("Sign-in provider linked")).toBeVisible();

  const context = await browser.newContext({ baseURL });
  const elsewhere = await context.newPage();
  await elsewhere.goto("/login");
  await elsewhere.getByRole("button", { name: "Continue with Lantern ID" }).click();
  await allow(elsewhere, guest);
  await expect(elsewhere.getByRole("heading", { name: "Welcome, Mara Ostiarius" })).toBeVisible();
  await context.close();

  await home.goto("/settings/security");
  await section.getByRole("button", { name: "Unlink Lantern ID" }).click();
  await home.getByRole("alertdialog").getByRole("button", { name: "Unlink" }).click();
  await expect(section.getByRole("button", { name: "Link Lantern ID" })).toBeVisible();
});

test("the last way in stays until there is a password", async ({ page, expectOnConsole, context }) => {
  expectOnConsole(REFUSED);
  const guest = newGuest();
  await page.goto("/login?next=%2Fsettings%2Fsecurity");
  await page.getByRole("button", { name: "Continue with GitHub" }).click();
  await allow(page, guest, "GitHub");
  await page.getByRole("button", { name: "Unlink GitHub" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Unlink" }).click();
  await expect(dialog.getByRole("alert")).toHaveText(/your last way to sign in/);
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await expect(page.getByLabel("Current password")).toHaveCount(0);
  await page.getByLabel("New password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Confirm new password").fill(PASSWORD);
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByLabel("Current password")).toBeVisible();
  await page.getByRole("button", { name: "Unlink GitHub" }).click();
  await dialog.getByRole("button", { name: "Unlink" }).click();
  await expect(page.getByRole("button", { name: "Link GitHub" })).toBeVisible();
  await context.clearCookies();
  await signIn(context, { email: guest.email });
});

test("who has no password proves by the provider that it’s they, and comes back to where they were", async ({
  page,
  context,
  baseURL,
  expectOnConsole,
}) => {
  expectOnConsole(/status of 403/);
  const guest = newGuest();
  await page.goto("/login");
  await page.getByRole("button", { name: "Continue with Lantern ID" }).click();
  await allow(page, guest);
  await expect(page).toHaveURL(`${baseURL}/`);
  await context.clearCookies({ domain: "localhost" });
  await signIn(context, guest, { authenticatedAt: new Date(Date.now() - 3_600_000) });

  async function setPassword() {
    await page.getByLabel("New password", { exact: true }).fill(PASSWORD);
    await page.getByLabel("Confirm new password").fill(PASSWORD);
    await page.getByRole("button", { name: "Set password" }).click();
  }
  await page.goto("/settings/security");
  await setPassword();
  const dialog = page.getByRole("dialog", { name: "Confirm it’s you" });
  const button = dialog.getByRole("button", { name: "Continue with Lantern ID" });
  await expect(button).toBeVisible();
  await expect(dialog.getByLabel("Password", { exact: true })).toHaveCount(0);
  await button.press("Enter");
  // Known there already, and asked all the same.
  await expect(page.getByRole("heading", { name: "Test ID" })).toBeVisible();
  await allow(page, guest);
  await expect(page).toHaveURL("/settings/security");
  await setPassword();
  await expect(page.getByLabel("Current password")).toBeVisible();
});

test("who has no password deletes the account without one", async ({ page, baseURL }) => {
  await page.goto("/login?next=%2Fsettings%2Faccount");
  await page.getByRole("button", { name: "Continue with Lantern ID" }).click();
  const guest = newGuest();
  await allow(page, guest);
  await page.getByRole("button", { name: "Delete account…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete permanently" }).click();
  await expect(page).toHaveURL("/login");
  await page.context().clearCookies();
  await page.goto("/login");
  await page.getByRole("button", { name: "Continue with Lantern ID" }).click();
  await allow(page, guest);
  await expect(page.getByRole("alert").filter({ hasText: "This account is closed" })).toBeVisible();
  expect(await cookieNames(page, baseURL)).toEqual([]);
});

test("the policy of the pages names the providers and nobody else", async ({ page }) => {
  const policy = (await page.goto("/login"))?.headers()["content-security-policy"] ?? "";
  expect(policy).toMatch(/form-action 'self' http:\/\/127\.0\.0\.1:\d+ http:\/\/127\.0\.0\.1:\d+;/);
});
