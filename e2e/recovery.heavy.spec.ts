import { eq } from "drizzle-orm";
import { db } from "../src/db/client";
import { users } from "../src/db/tables";
import { expect, newPerson, PASSWORD, REFUSED, signIn, test } from "./fixtures";
import { tokenMailed } from "./mails";

const NEW_PASSWORD = "eight lamps above the moat";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a forgotten password is replaced by the link of a mail, once", async ({
      page,
      person,
      expectOnConsole,
    }) => {
      expectOnConsole(REFUSED);
      await page.goto("/login");
      await page.getByRole("link", { name: "Forgot password?" }).click();
      await page.getByLabel("Email").fill(person.email);
      await page.getByRole("button", { name: "Send link" }).click();
      await expect(page.getByRole("heading", { name: "Check your inbox" })).toBeVisible();

      const token = await tokenMailed(person.email, "reset_link");
      const response = await page.goto(`/reset-password?token=${token}`);
      expect(response?.headers()).toMatchObject({
        "referrer-policy": "same-origin",
        "cache-control": expect.stringContaining("no-store"),
      });
      await expect(page.getByText(`For the account ${person.username}`)).toBeVisible();
      await expect(page.locator("[autocomplete=username]")).toHaveValue(person.username);
      const save = async (password: string, again: string) => {
        await page.getByLabel("New password").fill(password);
        await page.getByLabel("Confirm password").fill(again);
        await page.getByRole("button", { name: "Save password" }).click();
      };
      await save(NEW_PASSWORD, "something else");
      await expect(page.getByLabel("Confirm password")).toHaveAccessibleDescription(/don’t match/);
      await save(NEW_PASSWORD, NEW_PASSWORD);
      await expect(page.getByText("Your password is changed.")).toBeVisible();
      await page.getByLabel("Email or username").fill(person.email);
      await page.getByLabel("Password", { exact: true }).fill(NEW_PASSWORD);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page).toHaveURL("/");

      await page.goto(`/reset-password?token=${token}`);
      await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
      await page.getByRole("link", { name: "Get a new link" }).click();
      await expect(page).toHaveURL("/forgot-password");
    });

    test("who registers is asked to confirm the email, and does by the link of a mail", async ({ page }) => {
      const someone = newPerson();
      await page.goto("/register");
      await page.getByLabel("Email").fill(someone.email);
      await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
      if (!javaScriptEnabled) await page.getByLabel("Confirm password").fill(PASSWORD);
      await page.getByRole("button", { name: "Create account" }).click();
      await expect(page.getByText(`Confirm that ${someone.email} is yours`)).toBeVisible();
      await page.getByRole("button", { name: "Send link again" }).click();
      await expect(page.getByText(`We’ve sent a link to ${someone.email}`)).toBeVisible();

      const token = await tokenMailed(someone.email, "verify_email", { of: 2 });
      const link = `/verify-email?token=${token}`;
      // As a refused form comes back: it says why, and can be sent again.
      await page.goto(`${link}&code=SERVICE_UNAVAILABLE`);
      await expect(page.getByText("The service is unavailable right now.")).toBeVisible();
      await expect(page.getByRole("button", { name: "Yes, confirm" })).toBeVisible();
      await page.goto(link);
      await expect(page.getByText(`create the account ${someone.username}`)).toBeVisible();
      await page.getByRole("button", { name: "Yes, confirm" }).click();
      await expect(page.getByRole("heading", { name: "Email confirmed" })).toBeVisible();
      await page.getByRole("link", { name: "Continue" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Dashboard" })).toBeVisible();
      await expect(page.getByText(`Confirm that ${someone.email} is yours`)).toHaveCount(0);
    });
  });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("an email is changed by a link to the new one, and back by a link to the old one", async ({
      page,
      context,
      person,
      expectOnConsole,
    }) => {
      expectOnConsole(REFUSED);
      await db.update(users).set({ emailVerifiedAt: new Date() }).where(eq(users.email, person.email));
      await signIn(context, person);
      await page.goto("/settings/account");
      await page.getByRole("link", { name: "Change email" }).click();
      await expect(page.getByText(`You’re using ${person.email}.`)).toBeVisible();
      const { email } = newPerson();
      const send = async (password: string) => {
        await page.getByLabel("New email").fill(email);
        await page.getByLabel("Password", { exact: true }).fill(password);
        await page.getByRole("button", { name: "Send link" }).click();
      };
      await send("wrong");
      await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(/incorrect/);
      await expect(page.getByLabel("New email")).toHaveValue(email);
      await send(PASSWORD);
      await expect(page.getByText(`your email stays ${person.email}`)).toBeVisible();

      await page.goto(`/change-email?token=${await tokenMailed(email, "change_email")}`);
      await expect(page.getByText(`will use ${email} instead of ${person.email}`)).toBeVisible();
      await page.getByRole("button", { name: "Yes, use it" }).click();
      await expect(page.getByRole("heading", { name: "Email changed" })).toBeVisible();
      await page.getByRole("link", { name: "Continue" }).click();
      await page.goto("/settings/email");
      await expect(page.getByText(`You’re using ${email}.`)).toBeVisible();

      const undo = `/undo-email-change?token=${await tokenMailed(person.email, "email_changed")}`;
      const response = await page.goto(undo);
      expect(response?.headers()).toMatchObject({
        "referrer-policy": "same-origin",
        "cache-control": expect.stringContaining("no-store"),
      });
      await expect(page.getByText(`will use ${person.email} again`)).toBeVisible();
      await page.getByRole("button", { name: "Undo the change" }).click();
      await expect(page.getByRole("heading", { name: "The change is undone" })).toBeVisible();
      await page.goto("/settings");
      await expect(page).toHaveURL(/\/login/);
      expect(await tokenMailed(person.email, "reset_link")).toMatch(/^[0-9a-f]{80}$/);
      await page.goto(undo);
      await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
    });
  });
}

test("a scanner that opens the link of a mail changes nothing", async ({ page, person, request }) => {
  await request.post("/api/v1/auth/password-resets", { data: { email: person.email } });
  const token = await tokenMailed(person.email, "reset_link");
  for (let n = 0; n < 3; n++)
    for (const method of ["GET", "HEAD"])
      expect((await request.fetch(`/reset-password?token=${token}`, { method })).status()).toBe(200);
  // With script too: nothing sends the form by itself.
  await page.goto(`/reset-password?token=${token}`, { waitUntil: "networkidle" });
  await expect(page.getByRole("button", { name: "Save password" })).toBeVisible();
  const data = { email: person.email, password: PASSWORD };
  expect((await request.post("/api/v1/auth/login", { data })).status()).toBe(200);
});

test("the token of a link is told to no other page", async ({ page, person, request }) => {
  await request.post("/api/v1/auth/password-resets", { data: { email: person.email } });
  const token = await tokenMailed(person.email, "reset_link");
  const asked: string[] = [];
  page.on("request", (sent) => asked.push(`${sent.url()} ${sent.headers().referer ?? ""}`));
  await page.goto(`/reset-password?token=${token}`, { waitUntil: "networkidle" });
  const { origin } = new URL(page.url());
  expect(asked.filter((line) => !line.startsWith(origin) && !line.startsWith("data:"))).toEqual([]);
});

test("mail that isn't sent is read at /dev/mail, in the language of its person", async ({
  page,
  person,
  request,
}) => {
  await request.post("/api/v1/auth/password-resets", {
    data: { email: person.email },
    headers: { "accept-language": "ru" },
  });
  await tokenMailed(person.email, "reset_link");
  await page.goto("/dev/mail");
  const mail = page.locator("main > div", { hasText: person.email }).first();
  if (!(await mail.locator("> details").evaluate((details: HTMLDetailsElement) => details.open)))
    await mail.locator("summary").first().click();
  await mail.frameLocator("iframe").getByRole("link", { name: "Задать новый пароль" }).click();
  await expect(page.getByRole("heading", { name: "Choose a new password" })).toBeVisible();
});

test("who is told of something they didn't do signs everyone out by the link of the mail, without script", async ({
  page,
  context,
  person,
  browser,
}) => {
  await signIn(context, person);
  const changed = await context.request.put("/api/v1/users/me/password", {
    data: { current_password: PASSWORD, new_password: NEW_PASSWORD },
  });
  expect(changed.status()).toBe(200);
  const elsewhere = await browser.newContext({ javaScriptEnabled: false });
  const owner = await elsewhere.newPage();
  await owner.goto(`/not-me?token=${await tokenMailed(person.email, "password_changed")}`);
  await owner.getByRole("button", { name: "Sign everyone out" }).click();
  await expect(owner.getByRole("heading", { name: "Everyone is signed out" })).toBeVisible();
  await elsewhere.close();
  await page.goto("/settings");
  await expect(page).toHaveURL(/\/login/);
  expect(await tokenMailed(person.email, "reset_link")).toMatch(/^[0-9a-f]{80}$/);
});
