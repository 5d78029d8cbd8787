import { expect, newPerson, PASSWORD, test } from "./fixtures";

test.use({ javaScriptEnabled: false });

test("one registers, is told what is wrong, and gets in", async ({ page, person }) => {
  const someone = newPerson();
  await page.goto("/register?next=%2Fsettings");
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Full name").fill(someone.fullName);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Confirm password").fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByLabel("Email")).toHaveAccessibleDescription(/already an account/);
  await expect(page.getByLabel("Email")).toHaveValue(person.email);
  await expect(page.getByLabel("Full name")).toHaveValue(someone.fullName);
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  expect(page.url()).not.toContain(person.username);

  await page.getByLabel("Email").fill(someone.email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Confirm password").fill("something else");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByLabel("Confirm password")).toHaveAccessibleDescription(/don’t match/);

  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Confirm password").fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page).toHaveURL("/settings");
  await expect(page.getByText("needs JavaScript")).toBeVisible();
});

test("one signs in after a wrong password, changes theme and language, and signs out", async ({
  page,
  person,
}) => {
  await page.goto("/login?next=%2Fsettings");
  await page.getByLabel("Email or username").fill(person.username);
  await page.getByLabel("Password", { exact: true }).fill("not my password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Incorrect email or password." })).toBeVisible();
  await expect(page.getByLabel("Email or username")).toHaveValue(person.username);

  await page.getByRole("button", { name: "Dark theme" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByLabel("Email or username").fill(person.username);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Stay signed in for 30 days").check();
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/settings");

  await page.getByRole("button", { name: "Русский" }).click();
  await expect(page).toHaveURL("/settings");
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  await page.getByRole("button", { name: "Свернуть" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-sidebar", "collapsed");

  await page.getByRole("button", { name: "Выйти" }).click();
  await expect(page).toHaveURL("/login");
  await page.goBack();
  await expect(page.getByLabel("Почта или имя пользователя")).toBeVisible();
});
