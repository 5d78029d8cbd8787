import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect, PASSWORD, REFUSED, test } from "./fixtures";
import { type OwnServer, startFreshInstallation } from "./own-server";
import { PAGES } from "./pages";

// What people call themselves, their organization, their tasks and their tags, in letters that go from right to left, in
// pictures and in words without an end, on the narrowest screen.

const LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenband";
const WRITINGS = {
  "from right to left": { organization: "مؤسسة الفنار", person: "דניאל כהן" },
  "in sixty letters without a break": { organization: LONG, person: LONG },
  "in pictures": { organization: "🏮🏮🏮🏮🏮🏮🏮🏮🏮🏮🏮🏮🏮🏮🏮🏮🏮🏮🏮🏮", person: "👩‍🚀👨‍👩‍👧‍👦🏳️‍🌈 🌱" },
};
const TITLES = ["اشترِ زيت المصابيح", "לשמן את הצירים", "🦉🦉🦉", LONG];

// Every page several times.
test.slow();

let server: OwnServer;
test.beforeEach(async () => {
  server = await startFreshInstallation({ DEV_MAIL: "on" });
});
test.afterEach(() => server.stop());

for (const [how, { organization, person }] of Object.entries(WRITINGS))
  test(`what is written ${how} keeps its own direction on every page, and none is wider than 320 px`, async ({
    context,
    page,
    browser,
    expectOnConsole,
  }) => {
    expectOnConsole(REFUSED);
    await page.setViewportSize({ width: 320, height: 640 });
    const id = await writeEverywhere(context, browser, { organization, person });
    const places = [...PAGES, "/admin?q=mara", "/tasks?show=all&priority=high"];
    for (const path of places) await look(page, path.replace("[id]", id), path);
    const tags = await context.request.get(`${server.address}/api/v1/tags`);
    for (const tag of (await tags.json()).items) await look(page, `/tasks?tag=${tag.id}`, `tag ${tag.name}`);
    await page.goto(`${server.address}/tasks`);
    for (const title of TITLES) {
      const row = page.getByRole("listitem").filter({ hasText: title });
      await test.step(`edit ${title}`, async () => {
        await row.getByRole("button").click();
        await page.getByRole("form", { name: `Edit: ${title}` }).waitFor();
        await judge(page, `edit ${title}`);
        await page.keyboard.press("Escape");
      });
    }
    await page.getByRole("listitem").getByRole("checkbox").first().check();
    await page.getByText(/^Done: /).waitFor();
    await judge(page, "a notice");
    await page.goto(`${server.address}/admin/users/${id}`);
    await page.getByRole("button", { name: "Delete account" }).click();
    await page.getByRole("alertdialog").waitFor();
    await judge(page, "a question");
    await page.goto(`${server.address}/admin?q=mara`);
    await page.getByRole("button", { name: /^Actions for/ }).click();
    await page.getByRole("menuitem", { name: "Disable account" }).click();
    await page.getByRole("alertdialog").waitFor();
    await judge(page, "a question of the table");
    await page.goto(server.address);
    await page.getByRole("button", { name: /Account menu/ }).click();
    await page.getByRole("menu").waitFor();
    await judge(page, "the account's menu");
    await context.clearCookies();
    for (const path of PAGES) await look(page, path, `${path}, signed out`);
  });

/** An administrator, an account, tasks, tags, an invitation and mails, named so. */
async function writeEverywhere(
  { request }: BrowserContext,
  browser: Browser,
  { organization, person }: { organization: string; person: string },
) {
  const api = `${server.address}/api/v1`;
  const send = async (path: string, data: object, by = request) => {
    const response = await by.post(`${api}${path}`, { data });
    expect(response.status(), path).toBeLessThan(300);
    return response.json();
  };
  await send("/setup/initialize", {
    organization_name: organization,
    admin_email: "greta@example.com",
    admin_password: PASSWORD,
    admin_full_name: person,
  });
  const elsewhere = await browser.newContext();
  const mara = { email: "mara@example.com", full_name: person, password: PASSWORD };
  const { id } = (await send("/auth/register", mara, elsewhere.request)).user;
  await elsewhere.close();
  await send("/admin/invitations", { email: "rowan@example.com", role: "user" });
  for (const title of TITLES) {
    const { id: tag } = await send("/tags", { name: [...title].slice(0, 50).join("") });
    const due_date = new Date().toISOString();
    await send("/tasks", { title, description: title, priority: "high", due_date, tag_ids: [tag] });
  }
  return id;
}

async function look(page: Page, path: string, what: string) {
  await test.step(what, async () => {
    await page.goto(server.address + path);
    await judge(page, what);
  });
}

async function judge(page: Page, what: string) {
  expect(await page.evaluate(findings), what).toEqual([]);
}

/** What is wider than the window, and what is written from right to left and not kept to itself. In the browser. */
function findings(): string[] {
  const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
  const isolated = /\u2068[^\u2069]*\u2069/g;
  const { scrollWidth, clientWidth } = document.documentElement;
  const found = scrollWidth > clientWidth ? [`${scrollWidth} px wide`] : [];
  const isLoose = (text: string) => rightToLeft.test(text.replaceAll(isolated, ""));
  if (isLoose(document.title.replace(/^[^·]*$/, ""))) found.push(`the title ${document.title}`);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement: at, textContent: text } = texts.currentNode;
    if (!at || at.closest("script, style, template, textarea, [aria-hidden=true]") || !isLoose(text ?? ""))
      continue;
    const own = at.closest("bdi, [dir=auto]");
    if (!own || /[A-Za-z]/.test(own.textContent)) found.push(`“${text}” in ${at.outerHTML}`);
  }
  for (const field of document.querySelectorAll<HTMLInputElement>("input:not([type=hidden]), textarea"))
    if (rightToLeft.test(field.value) && getComputedStyle(field).direction !== "rtl")
      found.push(`the field ${field.outerHTML}`);
  return found;
}
