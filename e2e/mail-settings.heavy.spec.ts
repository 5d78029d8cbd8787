import AxeBuilder from "@axe-core/playwright";
import { startSmtp, type TestSmtp } from "../src/testing/smtp-server";
import { expect, newPerson, PASSWORD, test } from "./fixtures";
import { type OwnServer, startFreshInstallation } from "./own-server";

// Verification required, sign-in links on, a username asked for, and mail sent for real.

let smtp: TestSmtp;
let server: OwnServer;

test.beforeAll(async () => {
  smtp = await startSmtp();
  server = await startFreshInstallation({
    SMTP_URL: smtp.url,
    MAIL_FROM: "accounts@example.org",
    EMAIL_VERIFICATION: "required",
    SIGN_IN_LINKS: "on",
    REGISTRATION_USERNAME: "on",
  });
  const founded = await fetch(`${server.address}/api/v1/setup/initialize`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.address },
    body: JSON.stringify({
      organization_name: "Lantern & Sons",
      admin_email: "keeper@example.com",
      admin_password: PASSWORD,
    }),
  });
  expect(founded.status).toBe(201);
});
test.afterAll(async () => {
  await server.stop();
  await smtp.close();
});

/** The link in the newest mail to somebody whose subject begins so. */
async function linkMailed(to: string, subject: string): Promise<string> {
  let link = "";
  await expect(async () => {
    const mail = smtp.received.findLast(
      (sent) => sent.to.includes(to) && sent.mail.subject?.startsWith(subject),
    );
    link = /http:\S+\?token=[0-9a-f]{80}/.exec(mail?.mail.text ?? "")?.[0] ?? "";
    expect(link, `a mail “${subject}” to ${to}`).not.toBe("");
  }).toPass({ timeout: 30_000 });
  return link;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("who registers confirms the email before anything else, can correct it, and signs in by a link", async ({
      page,
    }) => {
      const someone = newPerson();
      await page.goto(`${server.address}/register`);
      await page.getByLabel("Email").fill(someone.email);
      await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
      if (javaScriptEnabled) {
        await page.getByLabel("Username").fill("a b");
        await page.getByRole("button", { name: "Create account" }).click();
        await expect(page.getByLabel("Username")).toHaveAccessibleDescription(/3 to 50 letters/);
      } else await page.getByLabel("Confirm password").fill(PASSWORD);
      await page.getByLabel("Username").fill(someone.username);
      await page.getByRole("button", { name: "Create account" }).click();
      const waiting = page.getByRole("heading", { name: "Confirm your email to continue" });
      await expect(waiting).toBeVisible();
      await page.goto(`${server.address}/tasks`);
      await expect(waiting).toBeVisible();
      await page.goto(`${server.address}/settings`);
      await expect(page.getByRole("heading", { name: "Password", exact: true })).toHaveCount(0);
      await page.goto(`${server.address}/verify-email`);
      await page.getByRole("link", { name: "Use another email" }).click();
      const corrected = newPerson().email;
      await page.getByLabel("New email").fill(corrected);
      await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
      await page.getByRole("button", { name: "Send link", exact: true }).click();
      await expect(page.getByText(`your email stays ${someone.email}`)).toBeVisible();
      await page.goto(await linkMailed(corrected, "Confirm your new email"));
      await page.getByRole("button", { name: "Yes, use it" }).click();
      await page.getByRole("link", { name: "Continue" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Dashboard" })).toBeVisible();

      await page.context().clearCookies();
      await page.goto(`${server.address}/login?next=%2Ftasks`);
      await page.getByRole("link", { name: "Email me a sign-in link" }).click();
      await page.getByLabel("Email").fill(corrected);
      await page.getByRole("button", { name: "Send link" }).click();
      await expect(page.getByRole("heading", { name: "Check your inbox" })).toBeVisible();
      const link = await linkMailed(corrected, "Sign in to");
      await page.goto(link);
      await expect(page.getByText(`the account ${someone.username} (${corrected})`)).toBeVisible();
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page).toHaveURL(`${server.address}/tasks`);
      await page.goto(link);
      await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
    });
  });
}

test("who waits for the link can have another, and sign out", async ({ page }) => {
  const someone = newPerson();
  await page.request.post(`${server.address}/api/v1/auth/register`, {
    data: { email: someone.email, username: someone.username, password: PASSWORD },
    headers: { origin: server.address },
  });
  await page.goto(`${server.address}/verify-email`);
  await page.getByRole("button", { name: "Send another" }).click();
  await expect(page.getByRole("heading", { name: "Confirm your email to continue" })).toBeVisible();
  await page.goto(await linkMailed(someone.email, "Confirm your email"));
  await expect(page.getByRole("heading", { name: "Confirm your email" })).toBeVisible();
  await page.goto(`${server.address}/verify-email`);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/login/);
});

// It is on this installation alone, so every-page.heavy.spec.ts can't look at it.
test("the page that asks for a sign-in link gives axe nothing to complain of, and fits 320 px", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(`${server.address}/sign-in-link`);
  await expect(page.getByLabel("Email")).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBe(320);
});
