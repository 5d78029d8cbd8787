import { expect, fillIn, newPerson, PASSWORD, REFUSED, test } from "./fixtures";

test.describe("signing in", () => {
  test("leads to the page one came for", async ({ page, person }) => {
    await page.goto("/settings/activity?before=x");
    await expect(page).toHaveURL("/login?next=%2Fsettings%2Factivity%3Fbefore%3Dx");
    await expect(page.getByRole("heading", { name: "Sign in to Lantern & Sons" })).toBeVisible();
    await fillIn(page, { name: person.email });
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL("/settings/activity?before=x");
    await expect(page.getByRole("button", { name: `Account menu for ${person.fullName}` })).toBeVisible();
  });

  test("with a wrong password says so in place and keeps what was typed", async ({
    page,
    person,
    expectOnConsole,
  }) => {
    expectOnConsole(REFUSED);
    await page.goto("/login");
    await fillIn(page, { name: person.email, password: "not my password" });
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Incorrect email or password." })).toBeVisible();
    await expect(page).toHaveURL("/login");
    await expect(page.getByLabel("Email or username")).toHaveValue(person.email);
    await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  });

  test("says so when the server can't be reached", async ({ page, person, expectOnConsole }) => {
    expectOnConsole(/Failed to load resource/);
    await page.goto("/login");
    await page.route("**/api/v1/auth/login", (route) => route.abort());
    await fillIn(page, { name: person.email });
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Can’t reach the server" })).toBeVisible();
    await page.unroute("**/api/v1/auth/login");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL("/");
  });
});

test.describe("registering", () => {
  test("makes an account and leads in", async ({ page }) => {
    const someone = newPerson();
    await page.goto("/login?next=%2Fsettings");
    await page.getByRole("link", { name: "Create an account" }).click();
    await page.getByLabel("Email").fill(someone.email);
    await page.getByLabel("Full name").fill(someone.fullName);
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await expect(page.getByText("Strong")).toBeVisible();
    // It can be looked at, so it isn't asked for twice.
    await expect(page.getByLabel("Confirm password")).toHaveCount(0);
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page).toHaveURL("/settings");
    await expect(page.getByLabel("Full name")).toHaveValue(someone.fullName);
    await expect(page.getByLabel("Username")).toHaveValue(someone.username);
    await expect(page.getByLabel("Time zone")).toHaveValue(/Kat[h]?mandu/);
  });
});

test.describe("signing out", () => {
  test("ends the session, and the back button shows nothing", async ({ home, person }) => {
    await home.goto("/settings");
    await home.getByRole("link", { name: "Dashboard" }).click();
    await expect(home).toHaveURL("/");
    await home.getByRole("button", { name: /Account menu/ }).click();
    await home.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(home).toHaveURL("/login");
    for (let step = 0; step < 2; step++) {
      await home.goBack();
      await expect(home.getByLabel("Email or username")).toBeVisible();
      await expect(home.getByText(person.email)).toHaveCount(0);
    }
  });

  test("is told to the other tabs", async ({ home, context }) => {
    await home.goto("/");
    const other = await context.newPage();
    await other.goto("/settings");
    await expect(other.getByLabel("Full name")).toBeVisible();
    await home.getByRole("button", { name: /Account menu/ }).click();
    await home.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(other).toHaveURL("/login?next=%2Fsettings");
  });
});
