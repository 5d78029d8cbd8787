import { expect, loseAccess, PASSWORD, REFUSED, signIn, signInByApi, test } from "./fixtures";

test("a form sent after the access token has ended is saved", async ({ home, context, expectOnConsole }) => {
  expectOnConsole(REFUSED);
  await home.goto("/settings");
  await home.getByLabel("Full name").fill("Mara of the Gate");
  await loseAccess(context);
  await home.getByRole("button", { name: "Save changes" }).click();
  await expect(home.getByText("Saved.")).toBeVisible();
  await expect(home.getByRole("button", { name: "Account menu for Mara of the Gate" })).toBeVisible();
});

test("who is sent to sign in is told why", async ({ home, browser, person }) => {
  const elsewhere = await browser.newContext();
  await signInByApi(elsewhere, person);
  await elsewhere.request.delete("/api/v1/auth/sessions");
  await elsewhere.close();
  await home.goto("/settings");
  await expect(home).toHaveURL("/login?next=%2Fsettings");
  await expect(
    home.getByRole("status").filter({ hasText: "Your session has ended. Sign in again." }),
  ).toBeVisible();
});

test("all other sessions end at one word", async ({ home, browser, person }) => {
  const others = await Promise.all([1, 2, 3].map(() => browser.newContext()));
  for (const other of others) await signIn(other, person);
  await home.goto("/settings/sessions");
  await home.getByRole("button", { name: "End all other sessions" }).click();
  const dialog = home.getByRole("alertdialog");
  await expect(dialog.getByRole("heading", { name: "End 3 other sessions?" })).toBeVisible();
  await dialog.getByRole("button", { name: "End all other sessions" }).click();
  await expect(home.getByText("You’re signed in on this device only.")).toBeVisible();
  for (const other of others) {
    expect((await other.request.get("/api/v1/auth/me")).status()).toBe(401);
    await other.close();
  }
});

for (const [from, path] of [
  ["the list of sessions", "/settings/sessions"],
  ["the activity", "/settings/activity"],
])
  test(`a sign-in that wasn't them is denied from ${from}, after proving who they are, and a new password comes next`, async ({
    page,
    context,
    person,
    playwright,
    baseURL,
    expectOnConsole,
  }) => {
    expectOnConsole(/status of (401|403)/);
    const thief = await playwright.request.newContext({ baseURL });
    const entered = await thief.post("/api/v1/auth/login", {
      data: { email: person.email, password: PASSWORD },
    });
    expect(entered.status()).toBe(200);
    await signIn(context, person, { authenticatedAt: new Date(Date.now() - 3_600_000) });
    await page.goto(path ?? "");
    await page.getByRole("button", { name: /^Not me:/ }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Sign everyone else out" }).click();
    await page
      .getByRole("dialog", { name: "Confirm it’s you" })
      .getByLabel("Password", { exact: true })
      .fill(PASSWORD);
    await page.keyboard.press("Enter");
    await expect(page.getByText("Every other device is signed out.")).toBeVisible();
    await expect(page).toHaveURL(/\/settings\/security\?denied=1#password/);
    expect((await thief.get("/api/v1/auth/me")).status()).toBe(401);
    await thief.dispose();
  });
