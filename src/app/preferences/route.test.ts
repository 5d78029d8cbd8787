import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { cookiesOf, inBrowser, postForm, signedIn, withHeaders } from "@/testing/callers";

const PREFERENCES = "/preferences";
const YEAR = "Max-Age=31536000";

const api = serveApi();

beforeEach(() => resetSettings({ APP_URL: api.url }));

function from(referer: string) {
  return withHeaders(api, { origin: api.url, "sec-fetch-site": "same-origin", referer });
}

describe("303", () => {
  it.each([
    ["theme", "theme", "dark"],
    ["locale", "NEXT_LOCALE", "ru"],
    ["sidebar", "sidebar", "collapsed"],
  ])("keeps the %s for a year, and goes back to the page it was chosen on", async (name, cookie, value) => {
    const response = await postForm(from(`${api.url}/settings?before=abc`), PREFERENCES, { [name]: value });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/settings?before=abc");
    expect(cookiesOf(response)).toEqual({
      [cookie]: [{ value, attributes: ["HttpOnly", YEAR, "Path=/", "SameSite=Lax"] }],
    });
  });

  it.each([
    ["another site", "https://elsewhere.example/login"],
    ["no address", "about:blank"],
    ["a path that browsers read as a host", "http://localhost//elsewhere.example"],
  ])("goes home where the page before was %s", async (_, referer) => {
    const response = await postForm(from(referer), PREFERENCES, { theme: "light" });
    expect(response.headers.get("location")).toBe("/");
  });

  it("goes home where no page before is named", async () => {
    const response = await postForm(inBrowser(api), PREFERENCES, { theme: "light" });
    expect(response.headers.get("location")).toBe("/");
  });
});

it("keeps a language for the account too, where somebody is signed in", async () => {
  const { user, session } = await signedIn(api, { user: { locale: "en" } });
  const browser = inBrowser(api, { accessToken: session.accessToken });
  expect((await postForm(browser, PREFERENCES, { locale: "ru" })).status).toBe(303);
  const localeOf = async () => (await database()`select locale from users where id = ${user.id}`)[0]?.locale;
  expect(await localeOf()).toBe("ru");
  const [cleared] = cookiesOf(await postForm(browser, PREFERENCES, { locale: "" })).NEXT_LOCALE ?? [];
  expect(cleared?.attributes).toContain("Max-Age=0");
  expect(await localeOf()).toBeNull();
});

it("records nothing where the account has that language already", async () => {
  const { user, session } = await signedIn(api, { user: { locale: "ru" } });
  await postForm(inBrowser(api, { accessToken: session.accessToken }), PREFERENCES, { locale: "ru" });
  const events = await database()`select * from audit_events where subject_id = ${user.id}`;
  expect(events).toEqual([]);
});

it("keeps nothing that isn't offered", async () => {
  const response = await inBrowser(api)(PREFERENCES, { json: { theme: "<script>" } });
  await expect(response).toFailWith("VALIDATION_ERROR");
  expect(cookiesOf(response)).toEqual({});
});

it("refuses what another site sends", async () => {
  const response = await postForm(withHeaders(api, { origin: "https://elsewhere.example" }), PREFERENCES, {
    theme: "dark",
  });
  await expect(response).toFailWith("CSRF_REJECTED");
});
