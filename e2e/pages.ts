import type { Fixtures } from "./fixtures";
import { ADMINISTRATOR, type BrowserContext, REFUSED, signIn } from "./fixtures";

// Every page, for what all of them promise.

const STRANGERS = [
  "/login",
  "/register",
  "/forgot-password",
  "/reset-password",
  "/verify-email",
  "/change-email",
  "/undo-email-change",
  "/invitation",
  "/not-me",
  "/dev/mail",
];
const SIGNED_IN = [
  "/",
  "/tasks",
  "/settings",
  "/settings/security",
  "/settings/sessions",
  "/settings/activity",
  "/settings/account",
  "/settings/email",
  "/reauthenticate",
  "/no-such-page",
];
const ADMINISTRATION = [
  "/admin",
  "/admin/invitations",
  "/admin/users/new",
  "/admin/audit",
  "/admin/jobs",
  "/admin/settings",
];
export const PAGES = [...STRANGERS, ...SIGNED_IN, ...ADMINISTRATION];

/** Signs in who may see the page. */
export async function beWhoSees(
  path: string,
  {
    context,
    person,
    expectOnConsole,
  }: Pick<Fixtures, "person" | "expectOnConsole"> & { context: BrowserContext },
) {
  if (path === "/no-such-page") expectOnConsole(REFUSED);
  if (STRANGERS.includes(path)) return;
  await signIn(context, ADMINISTRATION.includes(path) ? ADMINISTRATOR : person);
}
