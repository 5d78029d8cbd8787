import { expect, test } from "./fixtures";

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
