import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { PASSWORD } from "./fixtures";

const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };
const LOCALES = { en: "en-GB", ru: "ru-RU" };
const THEMES = ["light", "dark"] as const;
const PERSON = {
  email: "mara@example.com",
  username: "mara",
  full_name: "Mara Ostiarius",
  time_zone: "Europe/Tallinn",
};

const DEVICES = [
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0",
  "gatehouse-backup/2.1",
];

/** What a page needs before it is worth a picture. */
type Scene = { path: string; signedIn?: true; prepare?: (page: Page) => Promise<unknown> };

const SCENES: Record<string, Scene> = {
  login: { path: "/login" },
  register: {
    path: "/register",
    prepare: async (page) => {
      await page.locator("[name=email]").fill("rowan@example.com");
      await page.locator("[name=username]").fill("rowan");
      await page.locator("[name=password]").fill("seven lamps above");
      await page.locator("[name=password]").blur();
    },
  },
  "register-faults": {
    path: "/register",
    prepare: async (page) => {
      await page.locator("[name=email]").fill("rowan@");
      await page.locator("[name=password]").pressSequentially("lamp");
      await page.locator("[type=submit]:not([name])").click();
    },
  },
  dashboard: { path: "/", signedIn: true },
  settings: { path: "/settings", signedIn: true },
  "delete-account": {
    path: "/settings",
    signedIn: true,
    prepare: async (page) => {
      await page.locator("#deletion button").click();
      await page.getByRole("alertdialog").waitFor();
    },
  },
  "not-found": { path: "/nowhere", signedIn: true },
};

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL });
  const { status } = await request
    .post("/api/v1/auth/register", { data: { ...PERSON, password: PASSWORD } })
    .then((response) => ({ status: response.status() }));
  expect([201, 409]).toContain(status);
  for (const userAgent of DEVICES) {
    const device = await playwright.request.newContext({ baseURL, userAgent });
    await signIn(device);
    await device.dispose();
  }
  await request.dispose();
});

for (const [size, viewport] of Object.entries(SIZES))
  for (const [language, locale] of Object.entries(LOCALES))
    for (const theme of THEMES)
      test(`${size}, ${language}, ${theme}`, async ({ browser, baseURL }) => {
        const context = await browser.newContext({
          baseURL,
          viewport,
          locale,
          colorScheme: theme,
          reducedMotion: "reduce",
          timezoneId: PERSON.time_zone,
        });
        const page = await context.newPage();
        for (const [name, scene] of Object.entries(SCENES).sort(strangersFirst)) {
          if (scene.signedIn && (await context.cookies()).length === 0) await signIn(context.request);
          await page.goto(scene.path, { waitUntil: "networkidle" });
          await scene.prepare?.(page);
          await keep(
            await page.screenshot({ fullPage: name !== "delete-account" }),
            `${name}-${size}-${language}-${theme}`,
          );
        }
        // One session less in the next pictures.
        await context.request.post("/api/v1/auth/logout", { data: {} });
        await context.close();
      });

/** With a palette of its own a picture weighs less than half, and nobody sees it. */
async function keep(picture: Buffer, name: string) {
  await sharp(picture)
    .png({ palette: true, effort: 10, compressionLevel: 9 })
    .toFile(`docs/screenshots/${name}.png`);
}

async function signIn(request: BrowserContext["request"]) {
  const response = await request.post("/api/v1/auth/login", {
    data: { email: PERSON.email, password: PASSWORD },
  });
  expect(response.status()).toBe(200);
}

function strangersFirst([, a]: [string, Scene], [, b]: [string, Scene]) {
  return Number(a.signedIn ?? false) - Number(b.signedIn ?? false);
}
