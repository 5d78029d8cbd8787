import { ADMINISTRATOR, expect, newPerson, PASSWORD, signIn, test } from "./fixtures";

test("an administrator invites somebody, hands the link over, and whoever has it gets in, without script", async ({
  page,
  context,
  browser,
}) => {
  await signIn(context, ADMINISTRATOR);
  const someone = newPerson();
  await page.goto("/admin/invitations");
  await page.getByLabel("Email").fill(someone.email);
  await page.getByLabel("Role").selectOption({ label: "Administrator" });
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const link = await page.getByLabel("Link").inputValue();
  await expect(page.getByRole("listitem").filter({ hasText: someone.email })).toContainText("Administrator");

  const elsewhere = await browser.newContext({ javaScriptEnabled: false });
  const invited = await elsewhere.newPage();
  await invited.goto(link);
  await expect(invited.getByText("Greta Torwart invites you. You’ll be an administrator.")).toBeVisible();
  await expect(invited.getByLabel("Email")).toHaveValue(someone.email);
  const fill = async (again: string) => {
    await invited.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await invited.getByLabel("Confirm password").fill(again);
    await invited.getByRole("button", { name: "Create account" }).click();
  };
  await fill("something else");
  await expect(invited.getByLabel("Confirm password")).toHaveAccessibleDescription(/don’t match/);
  await fill(PASSWORD);
  await expect(invited).toHaveURL("/");
  await expect(invited.getByRole("link", { name: "Administration" }).first()).toBeVisible();
  await invited.goto(link);
  await expect(invited.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await elsewhere.close();
});

test("an invitation is sent again and revoked", async ({ page, context, request }) => {
  await signIn(context, ADMINISTRATOR);
  const someone = newPerson();
  await page.goto("/admin/invitations");
  await page.getByLabel("Email").fill(someone.email);
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const first = await page.getByLabel("Link").inputValue();
  await page.getByRole("button", { name: `Invite ${someone.email} again` }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "New link" }).click();
  const second = await dialog.getByLabel("Link").inputValue();
  expect(second).not.toBe(first);
  await dialog.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: `Revoke the invitation for ${someone.email}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: someone.email })).toHaveCount(0);
  for (const link of [first, second])
    expect(await (await request.get(link)).text()).toContain("This link no longer works");
});

test("an account is made for somebody, who chooses the password by the link", async ({
  page,
  context,
  browser,
}) => {
  await signIn(context, ADMINISTRATOR);
  const someone = newPerson();
  await page.goto("/admin");
  await page.getByRole("link", { name: "New account" }).click();
  await expect(page.getByRole("heading", { name: "New account" })).toBeVisible();
  await page.getByLabel("Email", { exact: true }).fill(someone.email);
  await page.getByLabel("Full name").fill(someone.fullName);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("link", { name: "View account" }).click();
  await expect(page.getByRole("heading", { level: 2, name: someone.fullName })).toBeVisible();
  await expect(page.getByRole("button", { name: "Invite again" })).toBeVisible();
  await page.goto(`/admin?q=${someone.email}`);
  await page.getByRole("button", { name: `Actions for ${someone.fullName}` }).click();
  await expect(page.getByRole("menuitem", { name: "Create reset link" })).toHaveCount(0);
  await page.getByRole("menuitem", { name: "Invite again" }).click();
  const dialog = page.getByRole("alertdialog", { name: `Invite ${someone.fullName} again?` });
  await dialog.getByRole("button", { name: "Invite again" }).click();
  const link = await dialog.getByLabel("Link").inputValue();
  await dialog.getByRole("button", { name: "Close" }).click();
  await page.getByRole("link", { name: someone.fullName }).click();

  const elsewhere = await browser.newContext();
  const theirs = await elsewhere.newPage();
  await theirs.goto(link);
  await theirs.getByLabel("New password").fill(PASSWORD);
  await theirs.getByLabel("Confirm password").fill(PASSWORD);
  await theirs.getByRole("button", { name: "Save password" }).click();
  await expect(theirs.getByText("Your password is changed.")).toBeVisible();
  await elsewhere.close();

  await page.reload();
  await page.getByRole("button", { name: "Create reset link" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Create reset link" }).click();
  await expect(page.getByRole("alertdialog").getByLabel("Link")).toHaveValue(/reset-password\?token=/);
});

test("who is invited gets in by way of a provider", async ({ page, context, browser }) => {
  await signIn(context, ADMINISTRATOR);
  await page.goto("/admin/invitations");
  await page.getByLabel("Email").fill("nobody-known@example.com");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const link = await page.getByLabel("Link").inputValue();
  const elsewhere = await browser.newContext();
  const invited = await elsewhere.newPage();
  await invited.goto(link);
  const button = invited.getByRole("button", { name: "Continue with Lantern ID" });
  await expect(invited.locator("form", { has: button })).toHaveAttribute("action", /invitation=[0-9a-f]{80}/);
  await elsewhere.close();
});
