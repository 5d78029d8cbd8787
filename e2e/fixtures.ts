import { randomBytes } from "node:crypto";
import { type Browser, type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { closeDatabase } from "../src/db/pool";
import { insertPerson, insertSession, useInstallation } from "./rows";

export { type Browser, type BrowserContext, expect, type Page };

export const PASSWORD = "seven lamps above the moat";

/** Who set the installation up (organization.ts). */
export const ADMINISTRATOR = { email: "keeper@example.com", password: "the keeper of the gate" };

export type Person = { email: string; username: string; fullName: string };

export type Fixtures = {
  /** A person with an account, not signed in. */
  person: Person;
  /** The page of a signed-in person, without going through the form. */
  home: Page;
  /** Console errors a test expects: Chromium logs every response that isn't a 2xx. */
  expectOnConsole: (what: RegExp) => void;
};

export const test = base.extend<Fixtures, { installation: undefined }>({
  installation: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names between the braces.
    async ({}, use) => {
      useInstallation();
      await use(undefined);
      await closeDatabase();
    },
    { scope: "worker", auto: true },
  ],

  person: async ({ installation: _ }, use) => {
    const person = newPerson();
    await insertPerson({ ...person, password: PASSWORD });
    await use(person);
  },

  home: async ({ page, context, person }, use) => {
    await signIn(context, person);
    await use(page);
  },

  expectOnConsole: [
    async ({ context }, use) => {
      const expected: RegExp[] = [];
      const problems: string[] = [];
      context.on("console", (message) => message.type() === "error" && problems.push(message.text()));
      context.on("weberror", (error) => problems.push(error.error().message));
      await use((what) => expected.push(what));
      expect(problems.filter((problem) => !expected.some((what) => what.test(problem)))).toEqual([]);
    },
    { auto: true },
  ],
});

export function newPerson(): Person {
  const name = `p${randomBytes(5).toString("hex")}`;
  return { email: `${name}@example.com`, username: name, fullName: "Mara Ostiarius" };
}

/** Signs in without a sign-in: a session, and its cookies in the browser. */
export async function signIn(
  context: BrowserContext,
  { email }: { email: string },
  { remember = false, authenticatedAt = new Date() } = {},
) {
  const tokens = await insertSession(email, { persistent: remember, authenticatedAt });
  const url = `http://localhost:${process.env.E2E_PORT}`;
  const cookie = (name: string, value: string, seconds: number) => ({
    ...{ name: `gatehouse.${name}`, value, url, httpOnly: true, sameSite: "Lax" as const },
    expires: remember ? Math.floor(Date.now() / 1000) + seconds : -1,
  });
  await context.addCookies([
    cookie("access", tokens.accessToken, tokens.accessExpiresInSeconds),
    cookie("refresh", tokens.refreshToken, Math.floor((tokens.expiresAt.getTime() - Date.now()) / 1000)),
  ]);
}

/** The form of the sign-in page, not sent yet. */
export async function fillIn(page: Page, { name, password = PASSWORD }: { name: string; password?: string }) {
  await page.getByLabel("Email or username").fill(name);
  await page.getByLabel("Password", { exact: true }).fill(password);
}

/** Signs in by the API, which writes down from where. */
export async function signInByApi(context: BrowserContext, { email }: { email: string }) {
  const response = await context.request.post("/api/v1/auth/login", { data: { email, password: PASSWORD } });
  expect(response.status()).toBe(200);
}

/** What colour a page is. */
export async function background(page: Page) {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

/** As if the access token had expired while the tab was in the background. */
export async function loseAccess(context: BrowserContext) {
  await context.clearCookies({ name: "gatehouse.access" });
}

/** Responses that Chromium logs as errors although the page expects them. */
export const REFUSED = /status of (401|404|409|422)/;
