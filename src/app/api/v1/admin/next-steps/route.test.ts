import { beforeEach, expect, test } from "vitest";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { inBrowser, postForm, type SignedIn, signedIn } from "@/testing/callers";
import { createUser, forgetEverything } from "@/testing/factories";

const STEPS = "/api/v1/admin/next-steps";
const NOTHING_DONE = { mail: false, providers: false, invitations: false, backup: false, dismissed: false };

const api = serveApi();
let admin: SignedIn;

beforeEach(async () => {
  resetSettings();
  await forgetEverything();
  admin = await signedIn(api, { user: { role: "admin" } });
});

async function read() {
  const response = await admin.fetch(STEPS);
  expect(response.status).toBe(200);
  return response.json();
}

test("200: a fresh installation lacks all of it", async () => {
  expect(await read()).toEqual(NOTHING_DONE);
});

test("200: mail and providers are ticked by the settings", async () => {
  resetSettings({ SMTP_URL: "smtp://mail.example.com", MAIL_FROM: "gate@example.com" });
  expect(await read()).toEqual({ ...NOTHING_DONE, mail: true });
  resetSettings({ AUTH_GITHUB_ID: "id", AUTH_GITHUB_SECRET: "secret" });
  expect(await read()).toEqual({ ...NOTHING_DONE, providers: true });
});

test("200: inviting is ticked by an invitation, and by somebody else who is here", async () => {
  const sent = await admin.fetch("/api/v1/admin/invitations", { json: { email: "ada@example.com" } });
  expect(sent.status).toBe(201);
  expect(await read()).toEqual({ ...NOTHING_DONE, invitations: true });
  await forgetEverything();
  admin = await signedIn(api, { user: { role: "admin" } });
  await createUser();
  expect(await read()).toEqual({ ...NOTHING_DONE, invitations: true });
});

test("200: backups are ticked by an administrator's word, and hiding leaves that as it is", async () => {
  const said = await admin.fetch(STEPS, { json: { backup: true } });
  expect([said.status, await said.json()]).toEqual([200, { ...NOTHING_DONE, backup: true }]);
  await admin.fetch(STEPS, { json: { dismissed: true } });
  expect(await read()).toEqual({ ...NOTHING_DONE, backup: true, dismissed: true });
  await admin.fetch(STEPS, { json: { dismissed: false } });
  expect(await read()).toEqual({ ...NOTHING_DONE, backup: true });
});

test("303: the forms of the dashboard say the same", async () => {
  const browser = inBrowser(api, admin.session);
  const hidden = await postForm(browser, STEPS, { dismissed: "true" });
  expect([hidden.status, hidden.headers.get("location")]).toEqual([303, "/"]);
  expect(await read()).toEqual({ ...NOTHING_DONE, dismissed: true });
});

test("303: a form that needs a fresh sign-in says so where it stood", async () => {
  const authenticatedAt = new Date(Date.now() - 3_600_000);
  const stale = await signedIn(api, { user: { role: "admin" }, session: { authenticatedAt } });
  const refused = await postForm(inBrowser(api, stale.session), STEPS, { backup: "true" });
  expect([refused.status, refused.headers.get("location")]).toEqual([
    303,
    "/?code=REAUTHENTICATION_REQUIRED",
  ]);
  expect((await read()).backup).toBe(false);
});

test.each([{ backup: "true" }, { dismissed: 1 }, { backup: null }])("422: %j", async (json) => {
  await expect(await admin.fetch(STEPS, { json })).toFailWith("VALIDATION_ERROR");
});
