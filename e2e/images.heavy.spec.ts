import AxeBuilder from "@axe-core/playwright";
import sharp from "sharp";
import { expect, PASSWORD, type Page, test } from "./fixtures";
import { startFreshInstallation } from "./own-server";

async function photograph(name: string) {
  const create = { width: 1_200, height: 800, channels: 3 as const, background: "teal" };
  const buffer = await sharp({ create }).jpeg().toBuffer();
  return { name, mimeType: "image/jpeg", buffer };
}

/** A picture that is really there, and not only its frame. */
async function expectShown(picture: ReturnType<Page["locator"]>) {
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
}

test("somebody's picture is cut to a circle, shown everywhere, and removed again", async ({ home }) => {
  await home.goto("/settings");
  const profile = home.getByRole("region", { name: "Profile" });
  const menu = home.getByRole("button", { name: /Account menu/ });
  await expect(menu).toHaveText("MO");
  await profile.getByLabel("Choose a picture…").setInputFiles(await photograph("me.jpg"));

  const dialog = home.getByRole("alertdialog", { name: "Adjust your picture" });
  const across = dialog.getByLabel("Left and right");
  await expect(dialog.getByLabel("Up and down")).toBeDisabled();
  await dialog.getByLabel("Zoom").fill("2");
  await expect(dialog.getByLabel("Up and down")).toBeEnabled();
  await across.press("ArrowRight");
  await expect(across).toHaveValue("0.51");
  const { violations } = await new AxeBuilder({ page: home }).include("[role=alertdialog]").analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await dialog.getByRole("button", { name: "Save picture" }).click();

  await expect(profile.getByText("Saved.", { exact: true })).toBeVisible();
  await expectShown(menu.locator("img"));
  await expectShown(profile.locator("img"));
  await home.goto("/");
  await expectShown(menu.locator("img"));

  await home.goto("/settings");
  await profile.getByRole("button", { name: "Remove" }).click();
  await home.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(menu.locator("img")).toHaveCount(0);
  await expect(profile.getByRole("button", { name: "Remove" })).toHaveCount(0);
});

test("a picture is moved by hand, as far as it goes", async ({ home }) => {
  await home.goto("/settings");
  await home.getByLabel("Choose a picture…").setInputFiles(await photograph("me.jpg"));
  const dialog = home.getByRole("alertdialog");
  const box = (await dialog.locator("img").locator("..").boundingBox())!;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await home.mouse.move(middle.x, middle.y);
  await home.mouse.down();
  await home.mouse.move(middle.x - 600, middle.y + 50, { steps: 5 });
  await home.mouse.up();
  await expect(dialog.getByLabel("Left and right")).toHaveValue("1");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toHaveCount(0);
});

test("what is no picture is said to be none", async ({ home }) => {
  await home.goto("/settings");
  const buffer = Buffer.from("no picture");
  await home.getByLabel("Choose a picture…").setInputFiles({ name: "a.png", mimeType: "image/png", buffer });
  await expect(home.getByText("This file can’t be opened as a picture.")).toBeVisible();
});

test("the organization's logo stands where people sign in, and beside its name", async ({
  page,
  context,
}) => {
  const server = await startFreshInstallation();
  const answer = await context.request.post(`${server.address}/api/v1/setup/initialize`, {
    data: { organization_name: "Lantern & Sons", admin_email: "greta@example.com", admin_password: PASSWORD },
  });
  expect(answer.status()).toBe(201);
  await page.goto(`${server.address}/admin/settings`);
  await page.getByLabel("Choose a picture…").setInputFiles(await photograph("logo.jpg"));
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expectShown(page.locator("img[src*='/organization/logo/']").first());

  await context.clearCookies();
  await page.goto(`${server.address}/login`);
  await expectShown(page.locator("main img"));
  await server.stop();
});
