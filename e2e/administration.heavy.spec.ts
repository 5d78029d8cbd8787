import { readFile } from "node:fs/promises";
import postgres from "postgres";
import { type BrowserContext, expect, PASSWORD, type Page, REFUSED, test } from "./fixtures";
import { type OwnServer, startFreshInstallation } from "./own-server";

let server: OwnServer & { database: string };
const ADMIN = "greta@example.com";

test.beforeEach(async ({ context }) => {
  server = await startFreshInstallation({ RATE_LIMIT_ACCOUNT_FAILURES: "3" });
  const response = await context.request.post(`${server.address}/api/v1/setup/initialize`, {
    data: {
      organization_name: "Lantern & Sons",
      admin_email: ADMIN,
      admin_password: PASSWORD,
      admin_full_name: "Greta Torwart",
    },
  });
  expect(response.status()).toBe(201);
});
test.afterEach(() => server.stop());

/** Somebody with an account, signed in with the context that is given. */
async function register(context: BrowserContext, username: string, fullName: string) {
  const response = await context.request.post(`${server.address}/api/v1/auth/register`, {
    data: { email: `${username}@example.com`, username, full_name: fullName, password: PASSWORD },
  });
  expect(response.status()).toBe(201);
}

async function confirm(page: Page, button: string) {
  await page.getByRole("button", { name: button, exact: true }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await dialog.getByRole("button", { name: button }).click();
}

async function openAccount(page: Page, name: string) {
  await page.goto(`${server.address}/admin`);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 2, name: name })).toBeVisible();
}

test("whoever gets the role sees the administration, and whose role is taken away in another browser has it closed at the next click", async ({
  page,
  browser,
  expectOnConsole,
}) => {
  expectOnConsole(/status of (403|404)/);
  const elsewhere = await browser.newContext();
  await register(elsewhere, "mara", "Mara Ostiarius");
  const mara = await elsewhere.newPage();
  await mara.goto(server.address);
  await expect(mara.getByRole("link", { name: "Administration" })).toHaveCount(0);

  await openAccount(page, "Mara Ostiarius");
  await confirm(page, "Make administrator");
  await expect(page.getByText("Administrator: can see")).toBeVisible();
  await mara.goto(server.address);
  await mara.getByRole("link", { name: "Administration" }).first().click();
  await expect(mara.getByRole("heading", { name: "Administration" })).toBeVisible();
  await expect(mara.getByRole("link", { name: "Greta Torwart" })).toBeVisible();

  await confirm(page, "Remove administrator role");
  await expect(page.getByText("User: can see and change")).toBeVisible();
  await mara.getByRole("link", { name: "Audit" }).click();
  await expect(mara.getByRole("heading", { name: "Page not found" })).toBeVisible();
  await expect(mara.getByText("Greta Torwart")).toHaveCount(0);
  expect((await elsewhere.request.get(`${server.address}/api/v1/admin/users`)).status()).toBe(403);
  await elsewhere.close();
});

test("the last administrator is told why the role stays, and keeps it", async ({ page, expectOnConsole }) => {
  expectOnConsole(REFUSED);
  await openAccount(page, "Greta Torwart");
  await page.getByRole("button", { name: "Remove administrator role" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Remove administrator role" }).click();
  await expect(dialog.getByRole("alert")).toContainText(/last/i);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("Administrator: can see")).toBeVisible();
});

test("an account that is disabled is out at once and can't come back until it is enabled", async ({
  page,
  browser,
  expectOnConsole,
}) => {
  expectOnConsole(/status of 401/);
  const elsewhere = await browser.newContext();
  await register(elsewhere, "mara", "Mara Ostiarius");
  const mara = await elsewhere.newPage();
  await mara.goto(server.address);

  await openAccount(page, "Mara Ostiarius");
  await confirm(page, "Disable account");
  await expect(page.getByText("Not signed in anywhere.")).toBeVisible();
  await mara.getByRole("link", { name: "Settings", exact: true }).first().click();
  await expect(mara).toHaveURL(/\/login/);
  const signIn = async () => {
    await mara.getByLabel("Email or username").fill("mara");
    await mara.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await mara.getByRole("button", { name: "Sign in" }).click();
  };
  await signIn();
  await expect(mara.getByText(/not right|wrong|incorrect/i)).toBeVisible();

  await confirm(page, "Enable account");
  await expect(page.getByText("Active: can sign in.")).toBeVisible();
  await signIn();
  await expect(mara.getByRole("button", { name: /Account menu/ })).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: "End all sessions" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "End all sessions" }).click();
  await expect(page.getByText("Not signed in anywhere.")).toBeVisible();
  expect((await elsewhere.request.get(`${server.address}/api/v1/auth/me`)).status()).toBe(401);
  await elsewhere.close();
});

test("whose password was guessed at so often that sign-in waits gets in at once after an unlock", async ({
  page,
  browser,
}) => {
  const elsewhere = await browser.newContext();
  await register(elsewhere, "mara", "Mara Ostiarius");
  await elsewhere.close();
  const visitor = await browser.newContext();
  const signIn = async (password: string) => {
    const data = { email: "mara@example.com", password };
    return (await visitor.request.post(`${server.address}/api/v1/auth/login`, { data })).status();
  };
  for (let n = 0; n < 3; n++) expect(await signIn(`guess ${n} of a lantern`)).toBe(401);
  expect(await signIn(PASSWORD)).toBe(429);

  await openAccount(page, "Mara Ostiarius");
  await confirm(page, "Unlock sign-in");
  await expect(page.getByRole("listitem").getByText("Sign-in unlocked")).toBeVisible();
  expect(await signIn(PASSWORD)).toBe(200);
  await visitor.close();
});

test("a job that was given up is found with its reason, and done when an administrator has it run again", async ({
  page,
}) => {
  const sql = postgres(server.database, { max: 1 });
  await sql`
    insert into jobs (kind, key, attempts, failed_at, last_error)
    values ('clean_up', 'given up', 5, now(), 'The disk was away')
  `;
  await page.goto(`${server.address}/admin/jobs`);
  await page.getByRole("link", { name: /Failed/ }).click();
  await expect(page).toHaveURL(/state=failed/);
  const job = page.getByRole("listitem").filter({ hasText: "The disk was away" });
  await expect(job).toContainText("Clean up old data");
  await job.getByRole("button", { name: "Retry" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Retry" }).click();
  await expect(page.getByText("No jobs match this.")).toBeVisible();
  await expect(async () => {
    const [row] = await sql`select done_at, failed_at from jobs where key = 'given up'`;
    expect(row).toMatchObject({ done_at: expect.any(Date), failed_at: null });
  }).toPass();
  await page.goto(`${server.address}/admin/jobs?state=done&kind=clean_up`);
  await expect(page.getByText("Finished").first()).toBeVisible();
  await sql.end();
});

test("an account that an administrator deletes is out, found among the deleted, and as it was once restored", async ({
  page,
  browser,
}) => {
  const elsewhere = await browser.newContext();
  await register(elsewhere, "mara", "Mara Ostiarius");
  await openAccount(page, "Mara Ostiarius");
  await confirm(page, "Delete account");
  await expect(page).toHaveURL(`${server.address}/admin`);
  await expect(page.getByRole("link", { name: "Mara Ostiarius", exact: true })).toHaveCount(0);
  expect((await elsewhere.request.get(`${server.address}/api/v1/auth/me`)).status()).toBe(401);

  await page.getByLabel("Deletion").selectOption({ label: "Deleted, not yet purged" });
  await page.getByRole("button", { name: "Restore the account of Mara Ostiarius" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("No accounts found.")).toBeVisible();
  const signedIn = await elsewhere.request.post(`${server.address}/api/v1/auth/login`, {
    data: { email: "mara@example.com", password: PASSWORD },
  });
  expect(signedIn.status()).toBe(200);
  await elsewhere.close();
});

test("accounts are searched, filtered, sorted and paged by the address", async ({ page, browser }) => {
  const elsewhere = await browser.newContext();
  for (let n = 10; n < 34; n++) await register(elsewhere, `person${n}`, `Person ${n}`);
  await elsewhere.close();
  await page.goto(`${server.address}/admin?sort=username`);
  await expect(page.getByRole("row")).toHaveCount(21);
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(page).toHaveURL(/cursor=/);
  await expect(page.getByRole("link", { name: "Person 33" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("link", { name: "Person 33" })).toBeVisible();
  await page.getByRole("link", { name: "First page" }).click();
  await expect(page.getByRole("link", { name: "Greta Torwart" })).toBeVisible();

  await page.getByRole("searchbox").fill("person2");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page).toHaveURL(/q=person2/);
  await expect(page.getByRole("row")).toHaveCount(11);
  await page.getByLabel("Role").selectOption("admin");
  await expect(page.getByText("No accounts found.")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("row")).toHaveCount(11);
});

test("accounts are sorted by their columns, and several that are selected are disabled and signed out at once", async ({
  page,
  browser,
}) => {
  for (const name of ["Ada", "Mara", "Zoe"]) {
    const elsewhere = await browser.newContext();
    await register(elsewhere, name.toLowerCase(), name);
    await elsewhere.close();
  }
  await page.goto(`${server.address}/admin`);
  await expect(page.getByText("4 accounts")).toBeVisible();
  const heading = page.getByRole("columnheader", { name: "User" });
  await heading.getByRole("link").click();
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
  await expect(page.getByRole("row").nth(1)).toContainText("Ada");
  await heading.getByRole("link").click();
  await expect(heading).toHaveAttribute("aria-sort", "descending");
  await expect(page.getByRole("row").nth(1)).toContainText("Zoe");

  await page.getByLabel("Select Ada").check();
  await page.getByLabel("Select Zoe").check();
  await expect(page.getByText("Selected: 2", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Disable accounts" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Disable accounts" }).click();
  await expect(page.getByText("Done. Accounts changed: 2.")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Disabled" })).toHaveCount(2);

  await page.getByRole("button", { name: "Actions for Zoe" }).click();
  await page.getByRole("menuitem", { name: "Enable account" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Enable account" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Disabled" })).toHaveCount(1);
});

test("the organization's name, its color and a closed registration hold at the next request", async ({
  page,
  browser,
}) => {
  await page.goto(`${server.address}/admin/settings`);
  await page.getByLabel("Name", { exact: true }).fill("Lantern & Daughters");
  await page.getByLabel("Closed").check();
  await page.getByLabel("Accent color").fill("#D6336C");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();

  const visitor = await browser.newContext();
  const theirs = await visitor.newPage();
  await theirs.goto(`${server.address}/login`);
  await expect(theirs.getByRole("heading", { name: "Sign in to Lantern & Daughters" })).toBeVisible();
  for (const each of [theirs, page]) await expect(each.locator("html")).toHaveCSS("--primary", "#d6336c");
  await theirs.goto(`${server.address}/register`);
  await expect(theirs.getByRole("heading", { name: "Registration is closed" })).toBeVisible();
  const refused = await visitor.request.post(`${server.address}/api/v1/auth/register`, {
    data: { email: "late@example.com", username: "late", password: PASSWORD },
  });
  expect(refused.status()).toBe(403);
  await visitor.close();
});

test("how long sessions last is typed in minutes, hours or days, and the sign-in page says so", async ({
  page,
  browser,
  expectOnConsole,
}) => {
  expectOnConsole(REFUSED);
  await page.goto(`${server.address}/admin/settings`);
  const remembered = page.getByLabel("Session length with “Stay signed in”", { exact: true });
  const unit = page.getByLabel("Session length with “Stay signed in”: Unit");
  const save = () => page.getByRole("button", { name: "Save changes" }).click();
  await remembered.fill("31");
  await save();
  await expect(remembered).toHaveAttribute("aria-invalid", "true");
  await remembered.fill("36");
  await unit.selectOption("hours");
  await page.getByLabel("Sign out after no use for", { exact: true }).fill("30");
  await save();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(remembered).toHaveValue("36");
  await expect(unit).toHaveValue("hours");

  const visitor = await browser.newContext({ locale: "ru" });
  const theirs = await visitor.newPage();
  await theirs.goto(`${server.address}/login`);
  await expect(theirs.getByLabel("Запомнить меня на 36 часов")).toBeVisible();
  await remembered.fill("");
  await page.getByLabel("Sign out after no use for", { exact: true }).fill("");
  await save();
  await expect(page.getByText("Saved.")).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByLabel("Запомнить меня на 30 дней")).toBeVisible();
  await visitor.close();
});

test("for how long the audit log is kept is typed in days, within bounds, and nothing is for ever", async ({
  page,
}) => {
  await page.goto(`${server.address}/admin/settings`);
  const days = page.getByLabel("Keep audit events for (days)");
  await expect(days).toHaveValue("");
  const save = () => page.getByRole("button", { name: "Save changes" }).click();
  await days.fill("7");
  await save();
  await expect(
    page.getByText("Enter a whole number from 30 to 36500, or nothing.", { exact: true }),
  ).toBeVisible();
  for (const kept of ["90", ""]) {
    await days.fill(kept);
    await save();
    await expect(page.getByText("Saved.")).toBeVisible();
    await page.reload();
    await expect(days).toHaveValue(kept);
  }
});

test("the audit trail says who did what, is narrowed down, and leaves as CSV and JSON", async ({
  page,
  browser,
}) => {
  const elsewhere = await browser.newContext();
  await register(elsewhere, "mara", "=HYPERLINK(Mara)");
  await elsewhere.close();
  await openAccount(page, "=HYPERLINK(Mara)");
  await confirm(page, "Make administrator");
  await expect(page.getByText("Administrator: can see")).toBeVisible();

  await page.goto(`${server.address}/admin/audit`);
  await page.getByLabel("Done to").fill("mara");
  await page.getByRole("combobox", { name: "Event" }).selectOption({ label: "Role changed" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/action=role\.changed/);
  await expect(page.getByText("Role changed").last()).toBeVisible();
  await page.locator("main details summary").click();
  await expect(page.getByRole("listitem").getByRole("link", { name: "greta" })).toBeVisible();

  const file = async (label: string) => {
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: label, exact: true }).click();
    return readFile(await (await download).path(), "utf8");
  };
  const csv = await file("CSV");
  expect(csv.trimEnd().split("\r\n")).toHaveLength(2);
  expect(csv).toContain("role.changed");
  const { items } = JSON.parse(await file("JSON"));
  expect(items).toMatchObject([{ action: "role.changed" }]);

  const events = page.locator("main details");
  await page.getByRole("link", { name: "Remove filter Event: Role changed" }).click();
  await expect(page).toHaveURL(/audit\?subject=mara$/);
  await expect(events.first()).toContainText("Role changed");
  await expect(events.last()).toContainText("registered");
});
