import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";
import { box, inDays, make, newTask, row } from "./task-list";

test("a task is added in one line, with details where there are any, and is there after a reload", async ({
  home,
}) => {
  await home.goto("/tasks");
  await expect(home.getByRole("heading", { name: "Nothing to do yet" })).toBeVisible();
  await newTask(home).fill("Oil the hinges");
  await newTask(home).press("Enter");
  await expect(row(home, "Oil the hinges")).toBeVisible();
  await expect(newTask(home)).toHaveValue("");
  await expect(newTask(home)).toBeFocused();

  await home.getByRole("button", { name: "Details" }).click();
  await newTask(home).fill("Feed the owl");
  await home.getByLabel("Due date", { exact: true }).fill(inDays(1));
  await home.getByLabel("Priority").first().selectOption("high");
  await home.getByLabel("Repeats").selectOption("FREQ=WEEKLY;INTERVAL=2");
  await home.getByLabel("Notes", { exact: true }).fill("Mice are in the cellar.");
  await home.getByRole("button", { name: "Add", exact: true }).click();
  for (const said of ["Tomorrow", "High", "Every 2 weeks", "Mice are in the cellar."])
    await expect(row(home, "Feed the owl")).toContainText(said);

  await home.reload();
  await expect(home.getByRole("list", { name: "Tasks" }).getByRole("listitem")).toHaveCount(2);
  await expect(row(home, "Feed the owl")).toContainText("Every 2 weeks");
});

test("a task is changed where it stands, Escape leaves it as it was, and the focus comes back", async ({
  home,
  context,
}) => {
  await make(context, { title: "Oil the hinges" });
  await home.goto("/tasks");
  await home.getByRole("button", { name: "Edit: Oil the hinges" }).click();
  await home.getByLabel("Title", { exact: true }).fill("Something else");
  await home.keyboard.press("Escape");
  await expect(row(home, "Oil the hinges")).toBeVisible();
  await expect(box(home, "Oil the hinges")).toBeFocused();

  await home.keyboard.press("e");
  const form = home.getByRole("form", { name: "Edit: Oil the hinges" });
  await form.getByLabel("Title", { exact: true }).fill("Grease the hinges");
  await form.getByLabel("Due date", { exact: true }).fill(inDays(0));
  await form.getByRole("button", { name: "Save" }).click();
  await expect(row(home, "Grease the hinges")).toContainText("Today");
  await expect(box(home, "Grease the hinges")).toBeFocused();
  await home.reload();
  await expect(row(home, "Grease the hinges")).toContainText("Today");
});

test("a completed task leaves, can be brought back at once, and else stands under Done", async ({
  home,
  context,
}) => {
  await make(context, { title: "Oil the hinges" });
  await home.goto("/tasks");
  await box(home, "Oil the hinges").check();
  await expect(row(home, "Oil the hinges")).toHaveCount(0);
  await expect(home.getByRole("heading", { name: "All done" })).toBeVisible();
  await home.getByRole("button", { name: "Undo" }).click();
  await expect(box(home, "Oil the hinges")).not.toBeChecked();
  await home.reload();
  await expect(box(home, "Oil the hinges")).not.toBeChecked();

  await box(home, "Oil the hinges").check();
  await expect(row(home, "Oil the hinges")).toHaveCount(0);
  await home.getByRole("link", { name: "Done", exact: true }).click();
  await expect(home).toHaveURL("/tasks?show=done");
  await expect(box(home, "Oil the hinges")).toBeChecked();
});

test("filters and search stand in the address, hold over a reload, and say when nothing matches", async ({
  home,
  context,
}) => {
  await make(context, { title: "Oil the hinges", priority: "high" });
  await make(context, { title: "Sweep the yard", priority: "low" });
  await make(context, { title: "Починить ворота", due_date: `${inDays(-1)}T12:00:00Z` });
  await home.goto("/tasks");
  await home.getByText("Filters", { exact: true }).click();
  await home.getByRole("combobox", { name: "Priority", exact: true }).selectOption("high");
  await expect(home).toHaveURL("/tasks?priority=high");
  await expect(row(home, "Sweep the yard")).toHaveCount(0);
  await home.reload();
  await expect(row(home, "Oil the hinges")).toBeVisible();
  await expect(row(home, "Sweep the yard")).toHaveCount(0);

  const search = home.getByRole("searchbox");
  await search.fill("yard");
  await search.press("Enter");
  await expect(home).toHaveURL("/tasks?q=yard&priority=high");
  await expect(home.getByRole("heading", { name: "No tasks found" })).toBeVisible();
  await home.getByRole("link", { name: "Clear all" }).last().click();
  await expect(home).toHaveURL("/tasks");
  await search.fill("ВОРОТА");
  await search.press("Enter");
  await expect(row(home, "Починить ворота")).toContainText("Overdue: yesterday, 12:00 PM");
  await expect(row(home, "Oil the hinges")).toHaveCount(0);
  await home.goto("/tasks?due=overdue");
  await expect(home.getByRole("list", { name: "Tasks" }).getByRole("listitem")).toHaveCount(1);
});

test("all of it goes by single keys, none of which does anything while one types, and they can be turned off", async ({
  home,
  context,
}) => {
  for (const [days, title] of ["First", "Second", "Third"].entries())
    await make(context, { title, due_date: `${inDays(days + 1)}T12:00:00Z` });
  await home.goto("/tasks");
  await expect(async () => {
    await home.keyboard.press("n");
    await expect(newTask(home)).toBeFocused({ timeout: 300 });
  }).toPass();
  await newTask(home).blur();
  await home.keyboard.press("j");
  await expect(box(home, "First")).toBeFocused();
  await home.keyboard.press("ArrowDown");
  await home.keyboard.press("j");
  await expect(box(home, "Third")).toBeFocused();
  await home.keyboard.press("k");
  await expect(box(home, "Second")).toBeFocused();
  await home.keyboard.press("x");
  await expect(row(home, "Second")).toHaveCount(0);
  await expect(box(home, "Third")).toBeFocused();
  await home.keyboard.press("u");
  await expect(box(home, "Second")).not.toBeChecked();

  await home.keyboard.press("n");
  await expect(newTask(home)).toBeFocused();
  await home.keyboard.type("x e j ? / n");
  await expect(newTask(home)).toHaveValue("x e j ? / n");
  await expect(home.getByRole("dialog")).toBeHidden();
  await newTask(home).fill("");
  await newTask(home).blur();

  await home.keyboard.press("/");
  await expect(home.getByRole("searchbox")).toBeFocused();
  await home.getByRole("searchbox").blur();
  await home.keyboard.press("?");
  const list = home.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(list).toContainText("Complete or reopen task");
  const { violations } = await new AxeBuilder({ page: home }).include("[role=dialog]").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await list.getByLabel("Enable single-key shortcuts").uncheck();
  await home.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await home.reload();
  await expect(async () => {
    await home.getByRole("button", { name: "Keyboard shortcuts" }).click();
    await expect(list.getByLabel("Enable single-key shortcuts")).not.toBeChecked({ timeout: 300 });
  }).toPass();
  await home.keyboard.press("Escape");
  await home.keyboard.press("n");
  await expect(newTask(home)).not.toBeFocused();
});
