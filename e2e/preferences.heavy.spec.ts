import { background, expect, PASSWORD, signIn, test } from "./fixtures";

test.describe("the theme", () => {
  test("follows the device until one chooses", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto("/login");
    const night = await background(page);
    await page.emulateMedia({ colorScheme: "light" });
    const day = await background(page);
    expect(day).not.toBe(night);
  });
});

test.describe("the language", () => {
  test("is the browser's until one chooses", async ({ browser }) => {
    const russian = await browser.newContext({ locale: "ru-RU" });
    const page = await russian.newPage();
    const response = await page.goto("/login");
    expect(await response?.text()).toMatch(/^<!DOCTYPE html><html lang="ru"/);
    await expect(page.getByRole("button", { name: "Войти" })).toBeVisible();
    await russian.close();
  });

  test("chosen in the settings goes with the person and with the browser", async ({ home, context }) => {
    await home.goto("/settings");
    await home.getByLabel("Language").selectOption("ru");
    await home.getByRole("button", { name: "Save changes" }).click();
    await expect(home.getByText("Сохранено.")).toBeVisible();
    const me = await (await context.request.get("/api/v1/users/me")).json();
    expect(me.locale).toBe("ru");
    await home.goto("/");
    await expect(home.getByRole("heading", { name: /Здравствуйте/ })).toBeVisible();
  });
});

test.describe("an account's language", () => {
  test("is that of the browser one signs in with, until the account says nothing of it", async ({
    page,
    context,
    person,
  }) => {
    await signIn(context, person);
    await context.request.patch("/api/v1/users/me", { data: { locale: "ru" } });
    await context.clearCookies();
    await page.goto("/login");
    await page.getByLabel("Email or username").fill(person.email);
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: /Здравствуйте/ })).toBeVisible();
    await page.goto("/settings");
    await page.getByLabel("Язык").selectOption("");
    await page.getByRole("button", { name: "Сохранить" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    expect((await context.cookies()).map(({ name }) => name)).not.toContain("NEXT_LOCALE");
  });
});

test("a profile change records only what was changed", async ({ home, context }) => {
  await home.goto("/settings");
  await home.getByLabel("Full name").fill("Mara of the Gate");
  await home.getByRole("button", { name: "Save changes" }).click();
  await expect(home.getByText("Saved.")).toBeVisible();
  const { items } = await (await context.request.get("/api/v1/users/me/audit-events")).json();
  expect(items[0]).toMatchObject({ action: "profile.changed", detail: { fields: ["full_name"] } });
});

test("between phone and desktop the sidebar shows icons, and every page has its room", async ({ home }) => {
  await home.setViewportSize({ width: 820, height: 900 });
  await home.goto("/tasks");
  const sidebar = home.getByRole("navigation", { name: "Main navigation" });
  expect((await sidebar.boundingBox())?.width).toBeLessThan(80);
  await expect(home.getByRole("button", { name: "Collapse" })).toBeHidden();
});

test("times are the person's, not the server's", async ({ home, context }) => {
  await context.request.patch("/api/v1/users/me", { data: { time_zone: "Pacific/Kiritimati" } });
  await home.goto("/");
  const there = new Intl.DateTimeFormat("en", {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "Pacific/Kiritimati",
  });
  await expect(home.getByText(there.format(new Date()), { exact: true })).toBeVisible();
});

test("the sidebar stays as it was left, from the first byte", async ({ home }) => {
  await home.goto("/");
  const link = home.getByRole("link", { name: "Settings", exact: true }).first();
  const wide = (await link.boundingBox())?.width ?? 0;
  await home.getByRole("button", { name: "Collapse" }).click();
  await expect(home.getByRole("button", { name: "Expand" })).toBeVisible();
  await expect.poll(async () => (await link.boundingBox())?.width).toBeLessThan(wide / 2);
  const response = await home.reload();
  expect(await response?.text()).toMatch(/^<!DOCTYPE html><html[^>]* data-sidebar="collapsed"/);
  await home.getByRole("button", { name: "Expand" }).click();
  await expect.poll(async () => (await link.boundingBox())?.width).toBe(wide);
});

test("on a phone the navigation is a sheet that closes where it leads", async ({ home }) => {
  await home.setViewportSize({ width: 360, height: 740 });
  await home.goto("/");
  await home.getByRole("button", { name: "Open navigation" }).click();
  const close = home.getByRole("button", { name: "Close navigation" });
  await expect(close).toBeFocused();
  await home.getByRole("link", { name: "Settings", exact: true }).click();
  await expect(home).toHaveURL("/settings");
  await expect(close).toBeHidden();
});
