import AxeBuilder from "@axe-core/playwright";
import { expect, loseAccess, PASSWORD, REFUSED, signInByApi, test } from "./fixtures";

test("a page opened after the access token has ended is there, without a sign-in", async ({
  home,
  context,
}) => {
  await loseAccess(context);
  await home.goto("/settings/activity?before=x#activity");
  await expect(home).toHaveURL("/settings/activity?before=x#activity");
  await expect(home.getByRole("heading", { name: "Activity" })).toBeVisible();
});

test("five tabs opened at once after an hour of sleep are all signed in", async ({ home, context }) => {
  await home.goto("/");
  await loseAccess(context);
  const tabs = await Promise.all(Array.from({ length: 5 }, () => context.newPage()));
  await Promise.all(tabs.map((tab, index) => tab.goto(index % 2 ? "/settings" : "/")));
  for (const tab of tabs) await expect(tab.getByRole("button", { name: /Account menu/ })).toBeVisible();
});

test("a click on a link after the access token has ended stays in the page", async ({ home, context }) => {
  await home.goto("/");
  await home.evaluate(() => Object.assign(window, { sameDocument: true }));
  await loseAccess(context);
  await home.getByRole("link", { name: "Settings", exact: true }).first().click();
  await expect(home.getByRole("heading", { name: "Profile" })).toBeVisible();
  expect(await home.evaluate(() => "sameDocument" in window)).toBe(true);
});

test("the keeper renews before the access token ends, while someone looks", async ({ home }) => {
  await home.clock.install();
  await home.goto("/");
  await expect(home.getByRole("heading", { name: /Welcome/ })).toBeVisible();
  let renewals = 0;
  home.on("request", (request) => request.url().endsWith("/auth/refresh") && renewals++);
  await home.clock.runFor("12:00");
  expect(renewals).toBe(0);
  const answer = home.waitForResponse("**/api/v1/auth/refresh");
  await home.clock.runFor("02:30");
  expect((await answer).status()).toBe(200);
});

test("a session ended from another browser is over at the next click", async ({ home, browser, person }) => {
  await home.goto("/");
  const elsewhere = await browser.newContext({
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1",
  });
  await signInByApi(elsewhere, person);
  const phone = await elsewhere.newPage();
  await phone.goto("/");
  await expect(phone.getByRole("heading", { name: /Welcome/ })).toBeVisible();

  await home.goto("/settings/sessions");
  await home.getByRole("button", { name: "End the session on Safari on iOS" }).click();
  const dialog = home.getByRole("alertdialog", { name: "End the session on Safari on iOS?" });
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await dialog.getByRole("button", { name: "End", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(home.getByText("Safari on iOS")).toHaveCount(0);

  await phone.getByRole("link", { name: "Settings", exact: true }).first().click();
  await expect(phone.getByLabel("Email or username")).toBeVisible();
  await expect(phone).toHaveURL("/login?next=%2Fsettings");
  await elsewhere.close();
});

test("a session that ends while a form is filled in is signed in to again on the spot, and nothing typed is lost", async ({
  home,
  browser,
  person,
  expectOnConsole,
}) => {
  expectOnConsole(REFUSED);
  await home.goto("/settings");
  await home.getByLabel("Full name").fill("Mara of the Gate");
  const elsewhere = await browser.newContext();
  await signInByApi(elsewhere, person);
  await elsewhere.request.delete("/api/v1/auth/sessions");
  await elsewhere.close();

  await home.getByRole("button", { name: "Save changes" }).click();
  const dialog = home.getByRole("alertdialog", { name: "Your session has ended" });
  await expect(dialog.getByLabel("Password", { exact: true })).toBeFocused();
  await home.keyboard.press("Escape");
  await dialog.getByLabel("Password", { exact: true }).fill("not my password");
  await dialog.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(dialog.getByText("Incorrect email or password.")).toBeVisible();
  const { violations } = await new AxeBuilder({ page: home }).include("[role=alertdialog]").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(dialog).toBeHidden();

  await expect(home.getByLabel("Full name")).toHaveValue("Mara of the Gate");
  await home.getByRole("button", { name: "Save changes" }).click();
  await expect(home.getByText("Saved.")).toBeVisible();
});
