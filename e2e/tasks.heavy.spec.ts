import { expect, REFUSED, test } from "./fixtures";
import { box, inDays, make, newTask, row } from "./task-list";

const TASKS = "**/api/v1/tasks";
const ONE_TASK = "**/api/v1/tasks/*";
const UNAVAILABLE = {
  status: 503,
  contentType: "application/problem+json",
  json: {
    type: "about:blank",
    title: "Service Unavailable",
    status: 503,
    detail: "The service is unavailable right now. Try again in a moment.",
    code: "SERVICE_UNAVAILABLE",
    trace_id: "0af7651916cd43dd8448eb211c80319c",
  },
};
const FAILED = /status of 503|ERR_FAILED/;

test("completing a recurring task brings its next occurrence, and undoing takes that back", async ({
  home,
  context,
}) => {
  await make(context, {
    title: "Wind the clock",
    due_date: `${inDays(0)}T23:59:00Z`,
    recurrence_rule: "FREQ=DAILY",
  });
  await home.goto("/tasks");
  await expect(row(home, "Wind the clock")).toContainText("Today");
  // Not check(), which clicks again where the box went away meanwhile: the next occurrence takes its place.
  await box(home, "Wind the clock").click();
  await expect(row(home, "Wind the clock")).toContainText("Tomorrow");
  await expect(box(home, "Wind the clock")).not.toBeChecked();
  await home.getByRole("button", { name: "Undo" }).click();
  await expect(row(home, "Wind the clock").filter({ hasText: "Today" })).toBeVisible();
  await expect(row(home, "Wind the clock").filter({ hasText: "Tomorrow" })).toHaveCount(0);
});

test("a tag is made, given to a task, renamed, recoloured and deleted, and its task stays", async ({
  home,
  context,
  expectOnConsole,
}) => {
  expectOnConsole(REFUSED);
  await make(context, { title: "Oil the hinges" });
  await home.goto("/tasks");
  await home.getByRole("button", { name: "Edit: Oil the hinges" }).click();
  await home
    .getByRole("form", { name: "Edit: Oil the hinges" })
    .getByRole("button", { name: "Edit tags…" })
    .click();
  const dialog = home.getByRole("dialog", { name: "Tags" });
  await dialog.getByLabel("New tag").fill("gate");
  await dialog.getByRole("button", { name: "Add tag" }).click();
  await expect(dialog.getByLabel("Name of the tag gate")).toHaveValue("gate");
  await dialog.getByLabel("New tag").fill("GATE");
  await dialog.getByRole("button", { name: "Add tag" }).click();
  await expect(dialog.getByRole("alert")).toContainText("You already have a tag with this name.");
  await home.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  const form = home.getByRole("form", { name: "Edit: Oil the hinges" });
  await form.getByText("gate", { exact: true }).click();
  await form.getByRole("button", { name: "Save" }).click();
  await row(home, "Oil the hinges").getByRole("link", { name: "gate" }).click();
  await expect(home).toHaveURL(/\/tasks\?tag=\d+$/);
  await expect(row(home, "Oil the hinges")).toBeVisible();

  await home.getByRole("button", { name: "Details" }).click();
  await home.getByRole("button", { name: "Edit tags…" }).first().click();
  await dialog.getByLabel("Name of the tag gate").fill("north gate");
  await dialog.getByLabel("Name of the tag gate").press("Enter");
  await dialog.getByLabel("Color of the tag north gate").fill("#c0453f");
  // By its attribute: to roles, what is behind a modal isn't there.
  await expect(home.locator("[data-task]").filter({ hasText: "Oil the hinges" })).toContainText("north gate");
  await expect
    .poll(async () => (await (await context.request.get("/api/v1/tags")).json()).items)
    .toMatchObject([{ name: "north gate", color: "#c0453f" }]);

  await dialog.getByRole("button", { name: "Delete the tag north gate" }).click();
  await dialog.getByRole("button", { name: /Really delete/ }).click();
  await expect(dialog.getByText("No tags yet.")).toBeVisible();
  // The page shows it before it is done, and whoever leaves at once may leave too early.
  await expect.poll(async () => (await (await context.request.get("/api/v1/tags")).json()).items).toEqual([]);
  await home.goto("/tasks");
  await expect(row(home, "Oil the hinges")).toBeVisible();
  await expect(row(home, "Oil the hinges")).not.toContainText("north gate");
});

test("a completion that the server refuses comes back, says so, and can be tried again", async ({
  home,
  context,
  expectOnConsole,
}) => {
  expectOnConsole(FAILED);
  await make(context, { title: "Oil the hinges" });
  await home.goto("/tasks");
  await home.route(ONE_TASK, (route) => route.fulfill(UNAVAILABLE));
  await box(home, "Oil the hinges").click();
  const alert = home.getByRole("alert").filter({ hasText: "“Oil the hinges” wasn’t completed." });
  await expect(alert).toContainText("The service is unavailable right now.");
  await expect(alert).toContainText(UNAVAILABLE.json.trace_id);
  await expect(home.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await expect(box(home, "Oil the hinges")).not.toBeChecked();
  await home.unroute(ONE_TASK);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(row(home, "Oil the hinges")).toHaveCount(0);
  await expect(home.getByRole("heading", { name: "All done" })).toBeVisible();
});

test("a change and a deletion that don't arrive are taken back", async ({
  home,
  context,
  expectOnConsole,
}) => {
  expectOnConsole(FAILED);
  await make(context, { title: "Oil the hinges" });
  await home.goto("/tasks");
  await home.route(ONE_TASK, (route) => route.abort());
  await home.getByRole("button", { name: "Edit: Oil the hinges" }).click();
  await home.getByLabel("Title", { exact: true }).fill("Grease the hinges");
  await home.keyboard.press("Enter");
  await expect(home.getByText("“Oil the hinges” wasn’t changed.")).toContainText("Can’t reach the server");
  await expect(row(home, "Oil the hinges")).toBeVisible();
  await home.getByRole("button", { name: "Edit: Oil the hinges" }).click();
  await home.getByRole("form").getByRole("button", { name: "Delete" }).click();
  await expect(home.getByText("“Oil the hinges” wasn’t deleted.")).toBeVisible();
  await expect(row(home, "Oil the hinges")).toBeVisible();
});

test("a task whose answer was lost is not made twice", async ({ home, context, expectOnConsole }) => {
  expectOnConsole(FAILED);
  await home.goto("/tasks");
  await home.route(TASKS, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch();
    await route.abort();
  });
  await newTask(home).fill("Oil the hinges");
  await newTask(home).press("Enter");
  const alert = home.getByRole("alert").filter({ hasText: "“Oil the hinges” wasn’t added." });
  await expect(alert).toBeVisible();
  await expect(row(home, "Oil the hinges")).toHaveCount(0);
  await expect(newTask(home)).toHaveValue("Oil the hinges");
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(row(home, "Oil the hinges")).toHaveCount(1);
  const { items } = await (await context.request.get("/api/v1/tasks")).json();
  expect(items).toHaveLength(1);
});

test("a deleted task can be brought back with all it had", async ({ home, context }) => {
  await make(context, { title: "Oil the hinges", priority: "high", recurrence_rule: "FREQ=MONTHLY" });
  await home.goto("/tasks");
  await home.getByRole("button", { name: "Edit: Oil the hinges" }).click();
  await home.getByRole("form").getByRole("button", { name: "Delete" }).click();
  await expect(row(home, "Oil the hinges")).toHaveCount(0);
  await home.getByRole("button", { name: "Undo" }).click();
  for (const said of ["High", "Every month"]) await expect(row(home, "Oil the hinges")).toContainText(said);
});

test("a long list comes page by page, here and by plain links", async ({
  home,
  context,
  browser,
  baseURL,
}) => {
  for (let count = 1; count <= 53; count++)
    await make(context, { title: `Stone ${count}`, due_date: `${inDays(count + 10)}T12:00:00Z` });
  await home.goto("/tasks");
  const rows = home.getByRole("list", { name: "Tasks" }).getByRole("listitem");
  await expect(rows).toHaveCount(50);
  await home.getByRole("link", { name: "Show more" }).click();
  await expect(rows).toHaveCount(53);
  await expect(box(home, "Stone 51")).toBeFocused();
  await expect(home.getByRole("link", { name: "Show more" })).toHaveCount(0);

  const plain = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  const page = await plain.newPage();
  await page.goto("/tasks");
  await expect(page.getByText("needs JavaScript")).toBeVisible();
  await page.getByRole("link", { name: "Show more" }).click();
  await expect(page.getByRole("list", { name: "Tasks" }).getByRole("listitem")).toHaveText([
    /Stone 51/,
    /Stone 52/,
    /Stone 53/,
  ]);
  await page.getByRole("searchbox").fill("stone 7");
  await page.getByRole("searchbox").press("Enter");
  await expect(page.getByRole("list", { name: "Tasks" }).getByRole("listitem")).toHaveCount(1);
  await plain.close();
});

test("days are said in the person's language and by their calendar", async ({ home, context }) => {
  const timeZone = "Pacific/Kiritimati";
  await context.request.patch("/api/v1/users/me", { data: { time_zone: timeZone } });
  await context.addCookies([{ name: "NEXT_LOCALE", value: "ru", url: "http://localhost" }]);
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone }).format(new Date());
  await make(context, {
    title: "Смазать петли",
    due_date: new Date(Date.parse(`${today}T12:00:00+14:00`) + 86_400_000).toISOString(),
    recurrence_rule: "FREQ=WEEKLY;BYDAY=MO,TH",
    priority: "high",
  });
  await home.goto("/tasks");
  const task = home.getByRole("list", { name: "Задачи" }).getByRole("listitem");
  for (const said of ["Завтра, 12:00", "Каждую неделю по понедельникам и четвергам", "Высокий"])
    await expect(task).toContainText(said);
  await home.getByRole("button", { name: "Изменить: Смазать петли" }).click();
  await expect(home.getByRole("form").getByLabel("Время")).toHaveValue("12:00");
});

test("the dashboard counts tasks and draws what was done, and leads to them", async ({ home, context }) => {
  await home.goto("/");
  await expect(home.getByRole("link", { name: /No tasks yet/ })).toBeVisible();
  await make(context, { title: "Late", due_date: `${inDays(-2)}T12:00:00Z` });
  await make(context, { title: "Today", due_date: `${inDays(0)}T23:59:00Z` });
  const { id } = await make(context, { title: "Over" });
  await context.request.patch(`/api/v1/tasks/${id}`, { data: { completed: true } });
  await home.reload();
  await expect(home.getByRole("link", { name: "Open tasks 2" })).toBeVisible();
  await expect(home.getByRole("link", { name: "Due today 1" })).toBeVisible();
  await expect(home.getByRole("link", { name: "Done this week 1" })).toBeVisible();
  await expect(home.getByText(/: 1 task done/)).toBeAttached();
  await home.getByRole("link", { name: "Overdue 1" }).click();
  await expect(home).toHaveURL("/tasks?due=overdue");
  await expect(row(home, "Late")).toBeVisible();
});
