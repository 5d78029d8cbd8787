import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { fillTasks } from "./believable-tasks";
import { ADMINISTRATOR, PASSWORD } from "./fixtures";
import { type OwnServer, startFreshInstallation } from "./own-server";

const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };
// LANGUAGES=de npm run screenshots takes those alone.
const LANGUAGES = (process.env.LANGUAGES ?? "en,ru").split(",");
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

/** What a page needs before the screenshot. */
type Scene = {
  path: string;
  /** Who is signed in; nobody by default. */
  as?: "person" | "administrator";
  /** On an installation that isn't set up. */
  fresh?: true;
  prepare?: (page: Page) => Promise<unknown>;
};

const ACCOUNTS = {
  person: { email: PERSON.email, password: PASSWORD },
  administrator: ADMINISTRATOR,
};

const SCENES: Record<string, Scene> = {
  login: { path: "/login" },
  register: {
    path: "/register",
    prepare: async (page) => {
      await page.locator("[name=email]").fill("rowan@example.com");
      await page.locator("[name=password]").fill("seven lamps above");
      await page.locator("[name=password]").blur();
    },
  },
  "register-problems": {
    path: "/register",
    prepare: async (page) => {
      await page.locator("[name=email]").fill("rowan@");
      await page.locator("[name=password]").pressSequentially("lamp");
      await page.locator("form:has([name=email]) [type=submit]").click();
    },
  },
  dashboard: { path: "/", as: "person" },
  tasks: { path: "/tasks", as: "person" },
  "tasks-editing": {
    path: "/tasks?priority=high",
    as: "person",
    prepare: async (page) => {
      await page.locator("[data-task] button").first().click();
      await page.locator("[data-task] form").waitFor();
    },
  },
  settings: { path: "/settings", as: "person" },
  "settings-security": { path: "/settings/security", as: "person" },
  "settings-sessions": { path: "/settings/sessions", as: "person" },
  "settings-activity": { path: "/settings/activity", as: "person" },
  "settings-account": { path: "/settings/account", as: "person" },
  "delete-account": {
    path: "/settings/account",
    as: "person",
    prepare: async (page) => {
      await page.locator("#deletion button").click();
      await page.getByRole("alertdialog").waitFor();
    },
  },
  "not-found": { path: "/nowhere", as: "person" },
  setup: { path: "/setup", fresh: true },
  "setup-administrator": {
    path: "/setup",
    fresh: true,
    prepare: async (page) => {
      await page.locator("main form:not([hidden]) [type=submit]").click();
      await page.locator("[name=admin_email]").fill("greta@example.com");
      await page.locator("[name=admin_password]").fill("seven lamps above");
      await page.locator("[name=admin_password]").blur();
    },
  },
  admin: { path: "/admin", as: "administrator" },
  "admin-user": {
    path: `/admin?q=${PERSON.username}`,
    as: "administrator",
    prepare: async (page) => {
      await page.locator("tbody a").first().click();
      await page.waitForURL("**/admin/users/*", { waitUntil: "networkidle" });
    },
  },
  "admin-selection": {
    path: "/admin?sort=name",
    as: "administrator",
    prepare: async (page) => {
      for (const name of ["Olga Sergeeva", "Wilhelmina van der Aa"])
        await page.locator("tr").filter({ hasText: name }).getByRole("checkbox").check();
      await page
        .locator("tr")
        .filter({ hasText: PERSON.full_name })
        .locator("button[aria-haspopup=menu]")
        .click();
      await page.getByRole("menu").waitFor();
    },
  },
  "admin-audit": {
    path: `/admin/audit?subject=${PERSON.username}`,
    as: "administrator",
    prepare: (page) => page.locator("main details summary").nth(1).click(),
  },
  "admin-organization": { path: "/admin/settings", as: "administrator" },
};

/** Something lies over the page, where one looks at it. */
const OVER_THE_PAGE = ["delete-account", "admin-selection"];

const PEOPLE = ["Ada Byron", "Olga Sergeeva", "Iskander Aitmatov", "Wilhelmina van der Aa", "Тимур Гараев"];

let fresh: OwnServer;

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL });
  const { status } = await request
    .post("/api/v1/auth/register", { data: { ...PERSON, password: PASSWORD } })
    .then((response) => ({ status: response.status() }));
  expect([201, 409]).toContain(status);
  for (const userAgent of DEVICES) {
    const device = await playwright.request.newContext({ baseURL, userAgent });
    await signIn(device, "person");
    await device.dispose();
  }
  for (const [index, full_name] of PEOPLE.entries()) {
    const data = {
      email: `p${index}@example.com`,
      username: `person${index}`,
      full_name,
      password: PASSWORD,
    };
    await request.post("/api/v1/auth/register", { data });
  }
  await signIn(request, "person");
  await fillTasks(request);
  await request.dispose();
  fresh = await startFreshInstallation();
});

test.afterAll(() => fresh.stop());

for (const [size, viewport] of Object.entries(SIZES))
  for (const language of LANGUAGES)
    for (const theme of THEMES)
      test(`${size}, ${language}, ${theme}`, async ({ browser, baseURL }) => {
        const look = {
          baseURL,
          viewport,
          locale: language,
          colorScheme: theme,
          reducedMotion: "reduce",
          timezoneId: PERSON.time_zone,
        } as const;
        for (const who of [undefined, "person", "administrator"] as const) {
          const context = await browser.newContext(look);
          if (who) await signIn(context.request, who);
          const page = await context.newPage();
          // Fonts stay cached from one page to the next.
          await page.goto("/login", { waitUntil: "networkidle" });
          for (const [name, scene] of Object.entries(SCENES)) {
            if (scene.as !== who || !isAsked(name)) continue;
            await page.goto(`${scene.fresh ? fresh.address : ""}${scene.path}`, { waitUntil: "networkidle" });
            await scene.prepare?.(page);
            await keep(
              await page.screenshot({ fullPage: !OVER_THE_PAGE.includes(name) }),
              `${name}-${size}-${language}-${theme}`,
            );
          }
          // So that it isn't listed in the next screenshots.
          await context.request.post("/api/v1/auth/logout", { data: {} });
          await context.close();
        }
      });

/** All, or those that `SCENES=login,register npm run screenshots` names. */
function isAsked(name: string) {
  const { SCENES: asked } = process.env;
  return !asked || asked.split(",").includes(name);
}

/** A palette halves the file size without a visible difference. */
async function keep(picture: Buffer, name: string) {
  await sharp(picture)
    .png({ palette: true, effort: 10, compressionLevel: 9 })
    .toFile(`docs/screenshots/${name}.png`);
}

async function signIn(request: BrowserContext["request"], who: keyof typeof ACCOUNTS) {
  const response = await request.post("/api/v1/auth/login", { data: ACCOUNTS[who] });
  expect(response.status()).toBe(200);
}
