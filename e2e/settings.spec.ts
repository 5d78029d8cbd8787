import { expect, PASSWORD, REFUSED, test } from "./fixtures";

test("a username that is taken is said beside it, a free one is saved", async ({
  home,
  person,
  expectOnConsole,
}) => {
  expectOnConsole(REFUSED);
  await home.goto("/settings");
  const username = home.getByLabel("Username");
  await username.fill("keeper");
  await home.getByRole("button", { name: "Save changes" }).click();
  await expect(username).toHaveAccessibleDescription(/taken/);
  await expect(username).toBeFocused();
  await username.fill(`${person.username}.2`);
  await home.getByRole("button", { name: "Save changes" }).click();
  await expect(home.getByText("Saved.")).toBeVisible();
  await home.reload();
  await expect(username).toHaveValue(`${person.username}.2`);
});

test("the password changes only with the current one, and other sessions end", async ({
  home,
  context,
  expectOnConsole,
}) => {
  expectOnConsole(REFUSED);
  await home.goto("/settings/security");
  const current = home.getByLabel("Current password");
  await current.fill("not my password");
  await home.getByLabel("New password", { exact: true }).fill(`${PASSWORD} and one`);
  await home.getByLabel("Confirm new password").fill(`${PASSWORD} and one`);
  await home.getByRole("button", { name: "Change password" }).click();
  await expect(current).toHaveAccessibleDescription(/Your current password is incorrect/);
  await current.fill(PASSWORD);
  await home.getByRole("button", { name: "Change password" }).click();
  await expect(home.getByText("Password changed. All your other sessions have ended.")).toBeVisible();
  await expect(current).toHaveValue("");
  await home
    .getByRole("navigation", { name: "Settings pages" })
    .getByRole("link", { name: "Sessions" })
    .click();
  await expect(home.getByText("You’re signed in on this device only.")).toBeVisible();
  await home
    .getByRole("navigation", { name: "Settings pages" })
    .getByRole("link", { name: "Activity" })
    .click();
  await expect(home.getByRole("region", { name: "Activity" }).getByText("Password changed")).toBeVisible();
  const { items } = await (await context.request.get("/api/v1/auth/sessions")).json();
  expect(items).toHaveLength(1);
});

test("an account is deleted only with its password, and then lets nobody in", async ({
  home,
  context,
  person,
  expectOnConsole,
}) => {
  expectOnConsole(REFUSED);
  await home.goto("/settings/account");
  await home.getByRole("button", { name: "Delete account…" }).click();
  const dialog = home.getByRole("alertdialog", { name: "Delete your account?" });
  await dialog.getByLabel("Password", { exact: true }).fill("not my password");
  await dialog.getByRole("button", { name: "Delete permanently" }).click();
  await expect(dialog.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(
    /current password is incorrect/,
  );
  await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Delete permanently" }).click();
  await expect(home).toHaveURL("/login");
  const again = await context.request.post("/api/v1/auth/login", {
    data: { email: person.email, password: PASSWORD },
  });
  expect(again.status()).toBe(401);
});

test("older activity is a page further, and a cursor that isn't one shows the newest", async ({
  home,
  context,
}) => {
  for (let change = 0; change < 12; change++) {
    await context.request.patch("/api/v1/users/me", { data: { full_name: `Name ${change}` } });
  }
  await home.goto("/settings/activity");
  const activity = home.getByRole("region", { name: "Activity" });
  await expect(activity.getByRole("listitem")).toHaveCount(10);
  await activity.getByRole("link", { name: "Older" }).click();
  await expect(activity.getByText("Registered")).toBeVisible();
  await activity.getByRole("link", { name: "Newest" }).click();
  await expect(activity.getByText("Registered")).toHaveCount(0);
  await home.goto("/settings/activity?before=nonsense");
  await expect(activity.getByRole("listitem")).toHaveCount(10);
});

test("a time zone is found by its city and its offset, and shown by the name that it has now", async ({
  home,
  context,
}) => {
  await context.request.patch("/api/v1/users/me", { data: { time_zone: "Asia/Calcutta" } });
  await home.goto("/settings");
  const zone = home.getByLabel("Time zone");
  await expect(zone).toHaveValue(/^Kolkata, .*\(UTC\+05:30\)$/);
  await zone.fill("nowhere");
  await home.getByRole("button", { name: "Save changes" }).click();
  await expect(zone).toHaveAccessibleDescription(/Choose a time zone from the list/);
  await expect(home.locator("datalist option[value*='+05:45']")).toHaveAttribute("value", /^Kathmandu/);
  await zone.fill("kyi");
  await home.getByRole("button", { name: "Save changes" }).click();
  await expect(home.getByText("Saved.")).toBeVisible();
  await expect(zone).toHaveValue(/^Kyiv/);
  expect((await (await context.request.get("/api/v1/users/me")).json()).time_zone).toBe("Europe/Kyiv");
});

test("addresses from when the settings were one page lead to where each part is now", async ({ home }) => {
  for (const [fragment, path, name] of [
    ["password", "/settings/security#password", "Password"],
    ["sessions", "/settings/sessions", "Sessions"],
    ["deletion", "/settings/account#deletion", "Delete account"],
  ] as const) {
    await home.goto("/");
    await home.goto(`/settings#${fragment}`);
    await expect(home.getByRole("region", { name, exact: true })).toBeVisible();
    await expect(home).toHaveURL(path);
  }
  const tabs = home.getByRole("navigation", { name: "Settings pages" });
  await expect(tabs.locator("[aria-current=page]")).toHaveText(["Account"]);
});
