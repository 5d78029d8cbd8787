import type { APIRequestContext } from "@playwright/test";
import { ADMINISTRATOR, expect, type Page, signIn, test } from "./fixtures";

const HOUR_MS = 3_600_000;

async function make(request: APIRequestContext, title: string, hoursFromNow: number) {
  const due_date = new Date(Date.now() + hoursFromNow * HOUR_MS).toISOString();
  expect((await request.post("/api/v1/tasks", { data: { title, due_date } })).status()).toBe(201);
}

const list = (page: Page, name: string) => page.getByRole("list", { name, exact: true });
const tick = (page: Page, name: string) => page.getByRole("checkbox", { name, exact: true });

/** Before that a tick is sent as a form, and what was ticked isn't there to be taken back. */
async function whenScriptRuns(page: Page) {
  const palette = page.getByRole("dialog").getByRole("combobox");
  await expect(async () => {
    if (!(await palette.isVisible())) await page.keyboard.press("Control+k");
    await expect(palette).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
}

test("what is due is ticked off on the dashboard, and taken back", async ({ home, context }) => {
  await make(context.request, "Oil the hinges", -50);
  await make(context.request, "Paint the gate", 72);
  await make(context.request, "Next year", 24 * 300);
  await home.goto("/");
  await expect(list(home, "Today and overdue").getByRole("checkbox")).toHaveCount(1);
  await expect(list(home, "Later this week").getByRole("checkbox")).toHaveCount(1);
  await expect(tick(home, "Oil the hinges")).toHaveAccessibleDescription(/^Overdue:/);

  await whenScriptRuns(home);
  await tick(home, "Oil the hinges").press("Space");
  await expect(tick(home, "Oil the hinges")).toBeChecked();
  await expect(home.getByRole("link", { name: "Open tasks 2" })).toBeVisible();
  await expect(tick(home, "Oil the hinges")).toBeFocused();
  await tick(home, "Oil the hinges").press("Space");
  await expect(home.getByRole("link", { name: "Open tasks 3" })).toBeVisible();
  await expect(tick(home, "Oil the hinges")).not.toBeChecked();

  await home.getByText("Paint the gate").click();
  await expect(home.getByRole("link", { name: "Open tasks 2" })).toBeVisible();
  await home.reload();
  await expect(tick(home, "Oil the hinges")).toBeVisible();
  await expect(tick(home, "Paint the gate")).toHaveCount(0);
});

test("without script a task is ticked off just the same", async ({ browser, person, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  await signIn(context, person);
  await make(context.request, "Oil the hinges", -50);
  const page = await context.newPage();
  await page.goto("/");
  await tick(page, "Oil the hinges").click();
  await expect(page.getByRole("link", { name: "Open tasks 0" })).toBeVisible();
  await expect(tick(page, "Oil the hinges")).toHaveCount(0);
  await context.close();
});

test("an administrator is told what comes next, each step ticked by what is so, until it is hidden", async ({
  page,
  context,
  person: _somebodyElse,
}) => {
  await signIn(context, ADMINISTRATOR);
  const asAtFirst = { data: { backup: false, dismissed: false } };
  expect((await context.request.post("/api/v1/admin/next-steps", asAtFirst)).status()).toBe(200);
  await page.goto("/");
  const steps = page.getByRole("list").filter({ has: page.getByText("Set up backups") });
  await expect(steps.getByText("(done)")).toHaveCount(2);
  await page.getByRole("button", { name: "Mark as done" }).click();
  await expect(steps.getByText("(done)")).toHaveCount(3);
  await page.getByRole("button", { name: "Hide" }).click();
  await expect(steps).toHaveCount(0);
});
