import { background, expect, test } from "./fixtures";

test.describe("the theme", () => {
  test("changes at once, keeps what was typed, and is right in the first byte ever after", async ({
    page,
  }) => {
    await page.goto("/register");
    const day = await background(page);
    await page.getByLabel("Email").fill("half@");
    await page.getByRole("button", { name: "Dark theme" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(page.getByRole("button", { name: "Dark theme" })).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByLabel("Email")).toHaveValue("half@");
    const night = await background(page);
    expect(night).not.toBe(day);

    const response = await page.reload();
    expect(await response?.text()).toMatch(/^<!DOCTYPE html><html[^>]* data-theme="dark"/);
    expect(await background(page)).toBe(night);
  });
});

test.describe("the language", () => {
  test("changes in place, in the API's sentences too, and is kept", async ({ page, expectOnConsole }) => {
    expectOnConsole(/status of 401/);
    await page.goto("/login?next=%2Fsettings");
    await page.getByLabel("Email or username").fill("somebody");
    await page.getByRole("button", { name: "Русский" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "ru");
    await expect(page).toHaveURL("/login?next=%2Fsettings");
    await expect(page.getByLabel("Почта или имя пользователя")).toHaveValue("somebody");
    await page.getByLabel("Пароль", { exact: true }).fill("not my password");
    await page.getByRole("button", { name: "Войти" }).click();
    await expect(page.getByText("Неверная почта или пароль.")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { name: "Вход в Lantern & Sons" })).toBeVisible();
  });
});

test.describe("an account's language", () => {
  test("is what is chosen in the account menu", async ({ home, context }) => {
    await home.goto("/");
    await home.getByRole("button", { name: /Account menu/ }).click();
    await home.getByRole("menuitemradio", { name: "Русский" }).click();
    await expect(home.getByRole("heading", { name: /Здравствуйте/ })).toBeVisible();
    expect((await (await context.request.get("/api/v1/users/me")).json()).locale).toBe("ru");
  });
});
