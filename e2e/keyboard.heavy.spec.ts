import type { Locator } from "@playwright/test";
import sharp from "sharp";
import { type BrowserContext, expect, PASSWORD, type Page, REFUSED, test } from "./fixtures";
import { type OwnServer, startFreshInstallation } from "./own-server";

// Everything that people do here, by keys alone: an address is typed, and from there on there are Tab, Enter, Space,
// arrows and letters. No pointer, no focus by script, no value set from outside.

const NEW_PASSWORD = "nine lamps beyond the moat";
/** More than any page has to stop at. */
const MOST_STOPS = 150;

// Key by key through two long walks.
test.slow();

let server: OwnServer;
test.beforeEach(async () => {
  server = await startFreshInstallation({ DEV_MAIL: "on" });
});
test.afterEach(() => server.stop());

/** Goes on by Tab until the focus is there, round the page if need be. */
async function reach(target: Locator, key = "Tab") {
  await expect(target).toBeVisible();
  const { keyboard } = target.page();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await keyboard.press(key);
  }
  throw new Error(`${target} is never reached by ${key}.`);
}

/** Presses a key there, again as long as nobody listens yet, until what it is for is to be seen. */
async function press(target: Locator, key: string, outcome: Locator) {
  await reach(target);
  await expect(async () => {
    if (!(await outcome.isVisible())) await target.page().keyboard.press(key);
    await expect(outcome).toBeVisible({ timeout: 3_000 });
  }).toPass();
}

/** Writes in place of what is there. */
async function write(target: Locator, text: string) {
  await reach(target);
  const { keyboard } = target.page();
  await keyboard.press("ControlOrMeta+a");
  await keyboard.press("Delete");
  await keyboard.type(text);
  await expect(target).toHaveValue(text);
}

async function follow(target: Locator, outcome: Locator) {
  await reach(target);
  await target.page().keyboard.press("Enter");
  await expect(outcome).toBeVisible();
}

/** Answers the question that is open. */
async function agree(page: Page, name: string) {
  const dialog = page.getByRole("alertdialog");
  await reach(dialog.getByRole("button", { name, exact: true }));
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
}

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name });
const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).first();
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const password = (page: Page, label = "Password") => page.getByLabel(label, { exact: true });

/** An account beside the one that is at the keys. */
async function register(context: BrowserContext, name: string) {
  const data = { email: `${name.toLowerCase()}@example.com`, full_name: name, password: PASSWORD };
  const response = await context.request.post(`${server.address}/api/v1/auth/register`, { data });
  expect(response.status()).toBe(201);
}

test("an account, its tasks, its settings and the way back into it are had by keyboard alone", async ({
  page,
  playwright,
  browser,
  expectOnConsole,
}) => {
  expectOnConsole(REFUSED);
  const request = await playwright.request.newContext({ baseURL: server.address });
  const owner = { organization_name: "Lantern & Sons", admin_email: "greta@example.com" };
  const made = await request.post("/api/v1/setup/initialize", {
    data: { ...owner, admin_password: PASSWORD },
  });
  expect(made.status()).toBe(201);

  await test.step("registers, signs out and in again", async () => {
    await page.goto(`${server.address}/login`);
    await follow(link(page, "Create an account"), heading(page, "Join Lantern & Sons"));
    await write(page.getByLabel("Email"), "mara@example.com");
    await write(page.getByLabel("Full name"), "Mara Ostiarius");
    await write(password(page), PASSWORD);
    await page.keyboard.press("Enter");
    await expect(heading(page, "Welcome, Mara Ostiarius")).toBeVisible();
    await signOut(page);
    await signIn(page, PASSWORD);
  });

  await test.step("adds a task, ticks it off, changes and deletes another", async () => {
    await follow(link(page, "Tasks"), page.getByLabel("New task"));
    const row = (title: string) => page.getByRole("listitem").filter({ hasText: title });
    const add = async (title: string) => {
      await write(page.getByLabel("New task"), title);
      await page.keyboard.press("Enter");
      await expect(row(title)).toBeVisible();
      await expect(row(title).getByRole("checkbox")).toBeEnabled();
    };
    await add("Oil the hinges");
    await add("Feed the owl");
    await reach(row("Oil the hinges").getByRole("checkbox"));
    await page.keyboard.press("Space");
    await expect(row("Oil the hinges")).toHaveCount(0);
    const edit = button(page, "Edit: Feed the owl");
    await press(edit, "Enter", page.getByRole("form", { name: "Edit: Feed the owl" }));
    await write(page.getByLabel("Title", { exact: true }), "Feed both owls");
    await page.keyboard.press("Enter");
    await expect(row("Feed both owls")).toBeVisible();
    const again = page.getByRole("form", { name: "Edit: Feed both owls" });
    await press(button(page, "Edit: Feed both owls"), "Enter", again);
    await reach(again.getByRole("button", { name: "Delete", exact: true }));
    await page.keyboard.press("Enter");
    await expect(row("Feed both owls")).toHaveCount(0);
  });

  await test.step("goes to the settings by the palette, and changes the profile and the picture", async () => {
    const field = page.getByRole("dialog").getByRole("combobox");
    await expect(async () => {
      if (!(await field.isVisible())) await page.keyboard.press("ControlOrMeta+k");
      await expect(field).toBeFocused({ timeout: 2_000 });
    }).toPass();
    await page.keyboard.type("settings");
    await expect(page.getByRole("option", { name: /^Settings/ })).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`${server.address}/settings`);
    await write(page.getByLabel("Full name"), "Mara of the Gate");
    await reach(button(page, "Save changes"));
    await page.keyboard.press("Enter");
    await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
    await expect(button(page, "Account menu for Mara of the Gate")).toBeVisible();

    await reach(page.locator("button", { hasText: "Choose a picture…" }));
    const chooser = page.waitForEvent("filechooser");
    await page.keyboard.press("Enter");
    await (await chooser).setFiles(await photograph());
    const dialog = page.getByRole("alertdialog");
    await reach(dialog.getByLabel("Zoom"));
    await page.keyboard.press("ArrowRight");
    await expect(dialog.getByLabel("Zoom")).toHaveValue("1.01");
    await agree(page, "Save picture");
    await expect(button(page, "Remove")).toBeVisible();
  });

  await test.step("changes the password, and ends another session", async () => {
    await follow(link(page, "Security"), heading(page, "Password"));
    await write(password(page, "Current password"), PASSWORD);
    await write(password(page, "New password"), NEW_PASSWORD);
    await write(password(page, "Confirm new password"), NEW_PASSWORD);
    await page.keyboard.press("Enter");
    await expect(page.getByText("Password changed.").first()).toBeVisible();

    const phone = await browser.newContext({ userAgent: "gatehouse-backup/2.1" });
    const data = { email: "mara@example.com", password: NEW_PASSWORD };
    expect((await phone.request.post(`${server.address}/api/v1/auth/login`, { data })).status()).toBe(200);
    await phone.close();
    const end = button(page, "End the session on gatehouse-backup");
    await follow(link(page, "Sessions"), end);
    await press(end, "Enter", page.getByRole("alertdialog"));
    await agree(page, "End");
    await expect(end).toHaveCount(0);
  });

  await test.step("comes back from a page that isn't there", async () => {
    await page.goto(`${server.address}/no-such-page`);
    await follow(link(page, "Go to the home page"), heading(page, "Welcome, Mara of the Gate"));
  });

  await test.step("signs out, and chooses another password by the link of the mail", async () => {
    await signOut(page);
    await follow(link(page, "Forgot password?"), heading(page, "Forgot your password?"));
    await write(page.getByLabel("Email"), "mara@example.com");
    await page.keyboard.press("Enter");
    await expect(heading(page, "Check your inbox")).toBeVisible();
    const subject = page.locator("summary", { hasText: "Choose a new password" });
    const mail = page.locator("main details").filter({ has: subject });
    await expect(async () => {
      await page.goto(`${server.address}/dev/mail`);
      await expect(subject).toBeVisible({ timeout: 1_000 });
    }).toPass();
    const letter = mail.frameLocator("iframe");
    if (!(await mail.locator("iframe").isVisible())) await press(subject, "Enter", mail.locator("iframe"));
    await reach(letter.getByRole("link", { name: "Choose a password" }));
    await page.keyboard.press("Enter");
    await expect(heading(page, "Choose a new password")).toBeVisible();
    await write(password(page, "New password"), PASSWORD);
    await write(password(page, "Confirm password"), PASSWORD);
    await page.keyboard.press("Enter");
    await expect(page.getByText("Your password is changed.")).toBeVisible();
    await signIn(page, PASSWORD);
  });
  await request.dispose();
});

test("an installation is set up and administered by keyboard alone", async ({
  page,
  context,
  browser,
  expectOnConsole,
}) => {
  expectOnConsole(REFUSED);

  await test.step("sets it up", async () => {
    await page.goto(server.address);
    await press(button(page, "Get started"), "Enter", heading(page, "Your account"));
    await write(page.getByLabel("Email"), "greta@example.com");
    await write(page.getByLabel("Full name"), "Greta Torwart");
    await write(password(page), PASSWORD);
    await write(password(page, "Confirm password"), PASSWORD);
    await page.keyboard.press("Enter");
    await expect(heading(page, "Your organization")).toBeVisible();
    await write(page.getByLabel("Organization name"), "Lantern & Sons");
    await page.keyboard.press("Enter");
    await expect(heading(page, "Review and finish")).toBeVisible();
    await reach(button(page, "Finish setup"));
    await page.keyboard.press("Enter");
    await expect(heading(page, "Welcome, Greta Torwart")).toBeVisible();
  });

  const elsewhere = await browser.newContext();
  for (const name of ["Ada", "Mara", "Zoe"]) await register(elsewhere, name);
  await elsewhere.close();
  const row = (name: string) => page.getByRole("row").filter({ hasText: name });

  await test.step("finds somebody, and disables the account by the menu of the row", async () => {
    await follow(link(page, "Administration"), row("Mara"));
    await write(page.getByRole("searchbox"), "mara");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/q=mara/);
    await expect(row("Zoe")).toHaveCount(0);
    const disable = page.getByRole("menuitem", { name: "Disable account" });
    await press(button(page, "Actions for Mara"), "Enter", disable);
    await walkTo(disable);
    await page.keyboard.press("Enter");
    await agree(page, "Disable account");
    await expect(row("Mara")).toContainText("Disabled");
    await reach(page.getByLabel("Status"));
    await page.keyboard.type("Active");
    await expect(page).toHaveURL(/is_active=true/);
    await follow(link(page, "Show all accounts"), row("Zoe"));
  });

  await test.step("chooses several, and disables them at once", async () => {
    for (const name of ["Ada", "Zoe"]) {
      await reach(page.getByLabel(`Select ${name}`));
      await page.keyboard.press("Space");
    }
    await expect(page.getByText("Selected: 2", { exact: true })).toBeVisible();
    await press(button(page, "Disable accounts"), "Enter", page.getByRole("alertdialog"));
    await agree(page, "Disable accounts");
    await expect(page.getByText("Done. Accounts changed: 2.")).toBeVisible();
  });

  await test.step("enables one again on the person's page", async () => {
    await follow(link(page, "Ada"), page.getByRole("heading", { level: 2, name: "Ada" }));
    await press(button(page, "Enable account"), "Enter", page.getByRole("alertdialog"));
    await agree(page, "Enable account");
    await expect(page.getByText("Active: can sign in.")).toBeVisible();
  });

  await test.step("narrows the audit log, opens an event, and takes the filter off", async () => {
    await follow(link(page, "Audit log"), page.getByLabel("Done to"));
    await write(page.getByLabel("Done to"), "ada");
    await page.keyboard.press("Enter");
    const chip = page.getByRole("link", { name: "Remove filter Done to: ada" });
    await expect(chip).toBeVisible();
    const event = page.getByRole("listitem").locator("details").first();
    await press(event.locator("summary"), "Enter", event.locator("dl"));
    await reach(chip);
    await page.keyboard.press("Enter");
    await expect(chip).toHaveCount(0);
  });

  await test.step("renames the organization, and closes registration", async () => {
    await follow(link(page, "Organization"), page.getByLabel("Name", { exact: true }));
    await write(page.getByLabel("Name", { exact: true }), "Lantern & Daughters");
    await reach(page.getByRole("radio", { checked: true }));
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("radio", { name: "Closed" })).toBeChecked();
    await reach(button(page, "Save changes"));
    await page.keyboard.press("Enter");
    await expect(page.getByText("Saved.")).toBeVisible();
  });

  await test.step("invites somebody, who accepts", async () => {
    await follow(link(page, "Invitations"), page.getByLabel("Email"));
    await write(page.getByLabel("Email"), "rowan@example.com");
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Link")).toBeVisible();
    const invitation = await page.getByLabel("Link").inputValue();
    await signOut(page);
    await context.clearCookies();
    await page.goto(invitation);
    await write(password(page), PASSWORD);
    const again = password(page, "Confirm password");
    if (await again.isVisible()) await write(again, PASSWORD);
    await page.keyboard.press("Enter");
    await expect(heading(page, /^Welcome, /)).toBeVisible();
  });
});

async function signIn(page: Page, secret: string) {
  await write(page.getByLabel("Email or username"), "mara@example.com");
  await write(password(page), secret);
  await page.keyboard.press("Enter");
  await expect(heading(page, /^Welcome, Mara/)).toBeVisible();
}

async function signOut(page: Page) {
  const out = page.getByRole("menuitem", { name: "Sign out" });
  await press(page.getByRole("button", { name: /^Account menu/ }), "Enter", out);
  await walkTo(out);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Email or username")).toBeVisible();
}

/** By arrows, as one goes through a menu. */
async function walkTo(item: Locator) {
  await expect(item.page().getByRole("menu").locator(":focus")).toBeVisible();
  await reach(item, "ArrowDown");
}

async function photograph() {
  const color = { r: 58, g: 110, b: 84 };
  const buffer = await sharp({ create: { width: 300, height: 200, channels: 3, background: color } })
    .jpeg()
    .toBuffer();
  return { name: "me.jpg", mimeType: "image/jpeg", buffer };
}
