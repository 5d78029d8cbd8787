import type { Fixtures, Person } from "./fixtures";
import { ADMINISTRATOR, type BrowserContext, REFUSED, signIn } from "./fixtures";
import { idOf } from "./rows";

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
  "/admin/users/[id]",
  "/admin/audit",
  "/admin/jobs",
  "/admin/settings",
];
export const PAGES = [...STRANGERS, ...SIGNED_IN, ...ADMINISTRATION];

/** With the person's id where it asks for one. */
export async function addressOf(path: string, { email }: Person): Promise<string> {
  return path.includes("[id]") ? path.replace("[id]", await idOf(email)) : path;
}

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
