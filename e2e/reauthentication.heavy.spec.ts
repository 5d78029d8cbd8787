import { ADMINISTRATOR, expect, newPerson, PASSWORD, type Page, signIn, test } from "./fixtures";
import { tokenMailed } from "./mails";
import { insertPerson } from "./rows";

const STALE = { authenticatedAt: new Date(Date.now() - 3_600_000) };

/** The one dialog, above whatever is open. */
function dialogOf(page: Page) {
  return page.getByRole("dialog", { name: "Confirm it’s you" });
}

test("an administrator who signed in an hour ago is asked for the password once, and the call is sent again", async ({
  page,
  context,
  person,
  expectOnConsole,
}) => {
  expectOnConsole(/status of (403|422)/);
  await signIn(context, person);
  await context.clearCookies();
  await signIn(context, ADMINISTRATOR, STALE);
  await page.goto(`/admin?q=${person.username}`);
  await page.getByRole("link", { name: person.fullName, exact: true }).click();
  await page.getByRole("button", { name: "End all sessions" }).click();
  const confirmation = page.getByRole("alertdialog");
  await confirmation.getByRole("button", { name: "End all sessions" }).click();

  const password = dialogOf(page).getByLabel("Password", { exact: true });
  await expect(password).toBeFocused();
  await password.fill("not my password");
  await dialogOf(page).getByRole("button", { name: "Continue" }).click();
  await expect(password).toHaveAccessibleDescription(/password is incorrect/);
  await password.fill(ADMINISTRATOR.password);
  await password.press("Enter");
  await expect(dialogOf(page)).toHaveCount(0);
  await expect(confirmation).toHaveCount(0);
  await expect(page.getByRole("button", { name: "End all sessions" })).toHaveCount(0);

  const again = await context.request.post(`/api/v1/admin/users/${page.url().split("/").at(-1)}/unlock`);
  expect(again.status()).toBe(204);
});

test("who cancels is told what was missing, and nothing has changed", async ({
  page,
  context,
  person,
  expectOnConsole,
}) => {
  expectOnConsole(/status of 403/);
  await signIn(context, person);
  await context.clearCookies();
  await signIn(context, ADMINISTRATOR, STALE);
  await page.goto(`/admin?q=${person.username}`);
  await page.getByRole("link", { name: person.fullName, exact: true }).click();
  await page.getByRole("button", { name: "End all sessions" }).click();
  const confirmation = page.getByRole("alertdialog");
  await confirmation.getByRole("button", { name: "End all sessions" }).click();
  await dialogOf(page).getByRole("button", { name: "Cancel" }).click();
  await expect(confirmation.getByRole("alert")).toHaveText(/Confirm it’s you/);
  await page.reload();
  await expect(page.getByRole("button", { name: "End all sessions" })).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a page asks for the password, says that it is wrong, and leads on", async ({ home }) => {
    await home.goto("/reauthenticate?next=%2Fsettings");
    const password = home.getByLabel("Password", { exact: true });
    await password.fill("not my password");
    await home.getByRole("button", { name: "Continue" }).click();
    await expect(password).toHaveAccessibleDescription(/password is incorrect/);
    await password.fill(PASSWORD);
    await home.getByRole("button", { name: "Continue" }).click();
    await expect(home).toHaveURL("/settings");
  });

  test("who has neither password nor provider is mailed a link, which asks and leads on", async ({
    page,
    context,
  }) => {
    const someone = newPerson();
    await insertPerson({ ...someone, password: null });
    await signIn(context, someone, STALE);
    await page.goto("/reauthenticate?next=%2Fsettings");
    await expect(page.getByLabel("Password", { exact: true })).toHaveCount(0);
    await page.getByRole("button", { name: "Send me a link" }).press("Enter");
    await expect(page).toHaveURL(/sent=1/);
    await expect(page.getByText("A link is on its way to you.")).toBeVisible();
    const token = await tokenMailed(someone.email, "reauthentication_link");
    await page.goto(`/reauthenticate?token=${token}`);
    await expect(page.getByText(`as ${someone.username} (${someone.email})`)).toBeVisible();
    await page.getByRole("button", { name: "Yes, it’s me" }).click();
    await expect(page).toHaveURL("/settings");
    await page.goto(`/reauthenticate?token=${token}`);
    await expect(page.getByRole("alert")).toHaveText(/link doesn’t work here/);
    await expect(page.getByRole("button", { name: "Send me a link" })).toBeVisible();
  });
});
