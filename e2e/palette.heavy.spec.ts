import AxeBuilder from "@axe-core/playwright";
import { ADMINISTRATOR, expect, type Page, signIn, test } from "./fixtures";

const field = (page: Page) => page.getByRole("dialog").getByRole("combobox");
const option = (page: Page, name: string | RegExp) => page.getByRole("option", { name });
const group = (page: Page, name: string) => page.getByRole("group", { name, exact: true });

const byKeys = (page: Page) => page.keyboard.press("Control+k");
const byButton = (page: Page) =>
  page.getByRole("button", { name: "Search everything" }).click({ timeout: 2_000 });

/** As soon as somebody listens. */
async function openPalette(page: Page, open = byKeys) {
  await expect(async () => {
    if (!(await field(page).isVisible())) await open(page);
    await expect(field(page)).toBeFocused({ timeout: 2_000 });
  }).toPass();
}

test("the palette finds one's own pages, tasks and actions by keyboard alone, and gives the focus back", async ({
  home,
  context,
}) => {
  await context.request.post("/api/v1/tasks", { data: { title: "Oil the hinges of the sessions gate" } });
  const scripts: string[] = [];
  home.on("request", (request) => request.resourceType() === "script" && scripts.push(request.url()));
  await home.goto("/settings");
  await home.getByLabel("Full name").focus();
  const before = scripts.length;
  await openPalette(home);
  expect(scripts.length).toBeGreaterThan(before);
  await expect(option(home, "Dashboard")).toHaveAttribute("aria-selected", "true");
  await expect(option(home, /Administration/)).toHaveCount(0);
  await home.keyboard.press("ArrowUp");
  await expect(option(home, "Sign out")).toHaveAttribute("aria-selected", "true");
  await home.keyboard.press("ArrowDown");
  await expect(option(home, "Dashboard")).toHaveAttribute("aria-selected", "true");

  await home.keyboard.type("SESSIONS");
  await expect(group(home, "Tasks").getByRole("option")).toHaveText("Oil the hinges of the sessions gate");
  await expect(group(home, "Go to").getByRole("option")).toHaveText(/Sessions|sessions/);
  await expect(group(home, "People")).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page: home }).include("[role=dialog]").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await field(home).fill("profile");
  await expect(group(home, "Go to").getByRole("option")).toHaveText("SettingsProfile");
  await field(home).fill("nothing of the kind");
  await expect(home.getByText("Nothing found.")).toBeVisible();

  await home.keyboard.press("Escape");
  await expect(field(home)).toBeHidden();
  await expect(home.getByLabel("Full name")).toBeFocused();

  await openPalette(home);
  await home.keyboard.type("hinges");
  await expect(option(home, /Oil the hinges/)).toHaveAttribute("aria-selected", "true");
  await home.keyboard.press("Enter");
  await expect(home).toHaveURL(/\/tasks\?show=all&q=Oil\+the\+hinges/);
  await expect(home.getByRole("list", { name: "Tasks" }).getByRole("listitem")).toHaveCount(1);

  await openPalette(home);
  await home.keyboard.type("language");
  await expect(option(home, "Русский")).toHaveAttribute("aria-selected", "true");
  await home.keyboard.press("Enter");
  await expect(home.getByRole("heading", { level: 1, name: "Задачи" })).toBeVisible();
});

test("an administrator finds people in the palette, and their pages", async ({ page, context, person }) => {
  await signIn(context, ADMINISTRATOR);
  await page.goto("/");
  await openPalette(page, byButton);
  await field(page).fill(person.username);
  await expect(group(page, "People").getByRole("option")).toHaveText(`${person.fullName}${person.email}`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: person.fullName })).toBeVisible();
});

test("a page that takes its time is said to be on its way at once, with and without motion", async ({
  home,
}) => {
  for (const reducedMotion of ["no-preference", "reduce"] as const) {
    await home.emulateMedia({ reducedMotion });
    await home.goto("/");
    await openPalette(home);
    await home.keyboard.press("Escape");
    await expect(field(home)).toBeHidden();
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await home.route(/\/settings\?_rsc=/, async (route) => {
      await arrived;
      await route.continue();
    });
    const progress = home.locator("[data-slot=progress]");
    await expect(progress).toBeHidden();
    await home.getByRole("link", { name: "Settings", exact: true }).first().click();
    await expect(progress).toBeVisible();
    arrive();
    await expect(home).toHaveURL("/settings");
    await expect(progress).toBeHidden();
    await home.unroute(/\/settings\?_rsc=/);
  }
});
