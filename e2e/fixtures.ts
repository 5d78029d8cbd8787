import { randomBytes } from "node:crypto";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";

export { type BrowserContext, expect, type Page };

export const PASSWORD = "seven lamps above the moat";

/** Who set the installation up (organization.ts). */
export const ADMINISTRATOR = { email: "keeper@example.com", password: "the keeper of the gate" };

export type Person = { email: string; username: string; fullName: string };

type Fixtures = {
  /** Somebody with an account, not signed in. */
  person: Person;
  /** The page of somebody who is signed in, without the detour of the form. */
  home: Page;
  /** What a test expects to see on the console: Chromium writes down each answer that isn't a 200. */
  expectOnConsole: (what: RegExp) => void;
};

export const test = base.extend<Fixtures>({
  person: async ({ playwright, baseURL }, use) => {
    const person = newPerson();
    const request = await playwright.request.newContext({ baseURL });
    const response = await request.post("/api/v1/auth/register", {
      data: { ...person, full_name: person.fullName, password: PASSWORD },
    });
    expect(response.status()).toBe(201);
    await request.dispose();
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

/** Signs in by the API: the cookies are the browser's afterwards. */
export async function signIn(
  context: BrowserContext,
  { email, password = PASSWORD }: { email: string; password?: string },
  { remember = false } = {},
) {
  const response = await context.request.post("/api/v1/auth/login", {
    data: { email, password, remember_me: remember },
  });
  expect(response.status()).toBe(200);
}

/** As if the access token had run out while nobody looked. */
export async function loseAccess(context: BrowserContext) {
  await context.clearCookies({ name: "gatehouse.access" });
}

/** Answers that Chromium reports on the console though the page expects them. */
export const REFUSED = /status of (401|404|409|422)/;
