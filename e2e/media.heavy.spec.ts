import { ADMINISTRATOR, expect, type Page, signIn, test } from "./fixtures";
import { paleWords } from "./pale-words";
import { settleColors } from "./settle-colors";

// What holds on paper (of every page: every-page.heavy.spec.ts), where somebody has chosen the colors of all pages, and where nothing may move.

const MENU = /^Account menu/;

test.describe("on paper", () => {
  test("a page is dark on white for who has chosen the dark theme, too", async ({ home, context }) => {
    await context.addCookies([
      { name: "theme", value: "dark", url: `http://localhost:${process.env.E2E_PORT}` },
    ]);
    await home.goto("/settings");
    await expect(home.locator("html")).toHaveAttribute("data-theme", "dark");
    await home.emulateMedia({ media: "print" });
    await home.evaluate(settleColors);
    expect(await home.evaluate(paleWords)).toEqual([]);
  });

  test("a task that is ticked off is seen to be", async ({ home, context }) => {
    await context.request.post("/api/v1/tasks", {
      data: { title: "Oil the hinges", due_date: new Date().toISOString() },
    });
    await home.goto("/");
    await home.emulateMedia({ media: "print" });
    await expect(home.getByRole("checkbox", { name: "Oil the hinges" })).toBeVisible();
  });
});

test.describe("in somebody's own colors", () => {
  test.use({ contextOptions: { forcedColors: "active", reducedMotion: "reduce" } });

  test("where one is, what is chosen and where the keys are has a frame", async ({ page, context }) => {
    await signIn(context, ADMINISTRATOR);
    await page.goto("/admin");
    const navigation = page.getByRole("navigation");
    for (const name of ["Administration", "Accounts"])
      expect(await frameOf(navigation.getByRole("link", { name, exact: true }))).toBe("solid");
    expect(await frameOf(navigation.getByRole("link", { name: "Dashboard" }))).toBe("none");

    await page.getByRole("searchbox").focus();
    expect(await frameOf(page.getByRole("searchbox"))).toBe("solid");
    await openMenu(page);
    await page.keyboard.press("End");
    expect(await frameOf(page.getByRole("menuitem", { name: "Sign out" }))).toBe("solid");
    expect(await frameOf(page.getByRole("menuitem", { name: "Settings" }))).toBe("none");
  });

  test("buttons have a border, and what is pressed is told from what isn't", async ({ page }) => {
    await page.goto("/login");
    const submit = page.getByRole("button", { name: "Sign in", exact: true });
    await expect(submit).toHaveCSS("border-style", "solid");
    expect(await frameOf(page.getByRole("button", { name: "English" }))).toBe("solid");
    expect(await frameOf(page.getByRole("button", { name: "Deutsch" }))).toBe("none");
  });

  test("tags that are chosen, checkboxes and bars are to be seen", async ({ home, context }) => {
    for (const name of ["gate", "moat"]) await context.request.post("/api/v1/tags", { data: { name } });
    await home.goto("/tasks");
    await home.getByRole("button", { name: "Details" }).click();
    await home.getByRole("checkbox", { name: "gate" }).check({ force: true });
    await home.getByRole("checkbox", { name: "moat" }).blur();
    expect(await frameOf(home.locator("#new-task-details label", { hasText: "gate" }))).not.toBe("none");
    expect(await frameOf(home.locator("#new-task-details label", { hasText: "moat" }))).toBe("none");

    const task = await context.request.post("/api/v1/tasks", { data: { title: "Oil the hinges" } });
    const { id } = await task.json();
    await context.request.post(`/api/v1/tasks/${id}/completion`, { data: { completed: true } });
    await home.goto("/tasks?show=done");
    const box = home.getByRole("checkbox", { name: /Oil the hinges/ });
    await expect(box).toBeChecked();
    const [border, canvas] = await box.evaluate((element) => [
      getComputedStyle(element).borderColor,
      getComputedStyle(document.body).backgroundColor,
    ]);
    expect(border).not.toBe(canvas);
  });
});

test("nothing moves where no motion is asked for", async ({ home }) => {
  await home.emulateMedia({ reducedMotion: "reduce" });
  for (const path of ["/", "/tasks", "/settings"]) {
    await home.goto(path);
    await openMenu(home);
    const longest = await home.evaluate(() => {
      const seconds = [...document.querySelectorAll("*")].flatMap((element) => {
        const { animationDuration, transitionDuration } = getComputedStyle(element);
        return `${animationDuration}, ${transitionDuration}`.split(", ").map(Number.parseFloat);
      });
      return Math.max(...seconds);
    });
    expect(longest).toBeLessThanOrEqual(0.00001);
  }
});

/** As soon as somebody listens. */
async function openMenu(page: Page) {
  await expect(async () => {
    if (!(await page.getByRole("menu").isVisible()))
      await page.getByRole("button", { name: MENU }).press("Enter");
    await expect(page.getByRole("menu")).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

function frameOf(target: ReturnType<Page["locator"]>) {
  return target.evaluate((element) => getComputedStyle(element).outlineStyle);
}
