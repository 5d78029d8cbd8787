import { expect, PASSWORD, REFUSED, test } from "./fixtures";

test("a username that is taken is said beside it, a free one is saved", async ({
  home,
  person,
  expectOnConsole,
}) => {
  expectOnConsole(REFUSED);
  await home.goto("/settings");
  const username = home.getByLabel("Username");
  await username.fill("keeper");
  await home.getByRole("button", { name: "Save changes" }).click();
  await expect(username).toHaveAccessibleDescription(/taken/);
  await expect(username).toBeFocused();
  await username.fill(`${person.username}.2`);
  await home.getByRole("button", { name: "Save changes" }).click();
  await expect(home.getByText("Saved.")).toBeVisible();
  await home.reload();
  await expect(username).toHaveValue(`${person.username}.2`);
});

test("the password changes only with the current one, and other sessions end", async ({
  home,
  context,
  expectOnConsole,
}) => {
  expectOnConsole(REFUSED);
  await home.goto("/settings/security");
  const current = home.getByLabel("Current password");
  await current.fill("not my password");
  await home.getByLabel("New password", { exact: true }).fill(`${PASSWORD} and one`);
  await home.getByLabel("Confirm new password").fill(`${PASSWORD} and one`);
  await home.getByRole("button", { name: "Change password" }).click();
  await expect(current).toHaveAccessibleDescription(/Your current password is incorrect/);
  await current.fill(PASSWORD);
  await home.getByRole("button", { name: "Change password" }).click();
  await expect(home.getByText("Password changed. All your other sessions have ended.")).toBeVisible();
  await expect(current).toHaveValue("");
  await home
    .getByRole("navigation", { name: "Settings pages" })
    .getByRole("link", { name: "Sessions" })
    .click();
  await expect(home.getByText("You’re signed in on this device only.")).toBeVisible();
  await home
    .getByRole("navigation", { name: "Settings pages" })
    .getByRole("link", { name: "Activity" })
    .click();
  await expect(home.getByRole("region", { name: "Activity" }).getByText("Password changed")).toBeVisible();
  const { items } = await (await context.request.get("/api/v1/auth/sessions")).json();
  expect(items).toHaveLength(1);
});

test("an account is deleted only with its password, and then lets nobody in", async ({
  home,
  context,
  person,
  expectOnConsole,
}) => {
  expectOnConsole(REFUSED);
  await home.goto("/settings/account");
  await home.getByRole("button", { name: "Delete account…" }).click();
  const dialog = home.getByRole("alertdialog", { name: "Delete your account?" });
  await dialog.getByLabel("Password", { exact: true }).fill("not my password");
  await dialog.getByRole("button", { name: "Delete permanently" }).click();
  await expect(dialog.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(
    /current password is incorrect/,
  );
  await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Delete permanently" }).click();
  await expect(home).toHaveURL("/login");
  const again = await context.request.post("/api/v1/auth/login", {
    data: { email: person.email, password: PASSWORD },
  });
  expect(again.status()).toBe(401);
});
