import { type BrowserContext, expect, fillIn, newPerson, PASSWORD, REFUSED, test } from "./fixtures";

const DAY_SECONDS = 86_400;

test.describe("signing in", () => {
  test("takes the username too, whatever its case, and Enter for the button", async ({ page, person }) => {
    await page.goto("/login");
    await expect(page.getByLabel("Email or username")).toBeFocused();
    await fillIn(page, { name: person.username.toUpperCase() });
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: `Welcome, ${person.fullName}` })).toBeVisible();
  });

  test("leads nowhere else, whatever the address says", async ({ page, person, baseURL }) => {
    await page.goto(`/login?next=${encodeURIComponent("//elsewhere.example/")}`);
    await fillIn(page, { name: person.email });
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(`${baseURL}/`);
  });

  test("without anything typed asks for it, beside each field, and begins with the first", async ({
    page,
  }) => {
    await page.goto("/login");
    await page.getByRole("button", { name: "Sign in" }).click();
    const identifier = page.getByLabel("Email or username");
    await expect(identifier).toBeFocused();
    await expect(identifier).toHaveAccessibleDescription("Enter your email or username.");
    await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("aria-invalid", "true");
    await expect(
      page
        .getByRole("alert")
        .filter({ hasText: "Check these fields: Email or username: Enter your email or username." }),
    ).toBeAttached();
  });

  test("ends with the browser, unless one wants to be remembered", async ({ page, person, context }) => {
    await page.goto("/login");
    await fillIn(page, { name: person.email });
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL("/");
    expect((await refreshCookie(context)).expires).toBe(-1);

    await context.clearCookies();
    await page.goto("/login");
    await fillIn(page, { name: person.email });
    await page.getByLabel("Stay signed in for 30 days").check();
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL("/");
    const left = (await refreshCookie(context)).expires - Date.now() / 1000;
    expect(left).toBeGreaterThan(29 * DAY_SECONDS);
    expect(left).toBeLessThan(31 * DAY_SECONDS);
  });

  test("shows the password when asked, and says when Caps Lock is on", async ({ page }) => {
    await page.goto("/login");
    const password = page.getByLabel("Password", { exact: true });
    await password.fill("moat");
    await page.getByRole("button", { name: "Show password" }).click();
    await expect(password).toHaveAttribute("type", "text");
    await password.focus();
    await password.dispatchEvent("keydown", { key: "A", modifierCapsLock: true });
    await expect(page.getByText("Caps Lock is on.")).toBeVisible();
  });
});

test("who is in already is sent on from both doors", async ({ home }) => {
  await home.goto("/login?next=%2Fsettings");
  await expect(home).toHaveURL("/settings");
  await home.goto("/register");
  await expect(home).toHaveURL("/");
});

test("a session that has ended doesn't keep one from the sign-in page", async ({ home, context }) => {
  const ended = await context.cookies();
  await context.request.post("/api/v1/auth/logout");
  await context.addCookies(ended);
  await home.goto("/login");
  await expect(home.getByLabel("Email or username")).toBeVisible();
  await home.goto("/");
  await expect(home).toHaveURL("/login");
});

test.describe("registering", () => {
  test("tells all that is wrong at once, each beside its field", async ({ page }) => {
    await page.goto("/register");
    await page.getByLabel("Email").fill("not an address");
    await page.getByLabel("Password", { exact: true }).pressSequentially("short");
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByLabel("Email")).toBeFocused();
    await expect(page.getByLabel("Email")).toHaveAccessibleDescription(/Enter a valid email address/);
    await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(
      /at least 8 characters/,
    );
  });

  test("says what the server alone can know", async ({ page, person, expectOnConsole }) => {
    expectOnConsole(REFUSED);
    const someone = newPerson();
    await page.goto("/register");
    await page.getByLabel("Email").fill(person.email);
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByLabel("Email")).toHaveAccessibleDescription(/already an account/);
    await expect(page.getByLabel("Email")).toBeFocused();

    await page.getByLabel("Email").fill(someone.email);
    await page.getByLabel("Password", { exact: true }).fill("password123");
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(
      /too easy to guess/,
    );
  });
});

async function refreshCookie(context: BrowserContext) {
  const cookie = (await context.cookies()).find(({ name }) => name === "gatehouse.refresh");
  if (!cookie) throw new Error("There is no refresh cookie");
  return cookie;
}
