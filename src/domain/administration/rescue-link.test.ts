import { beforeEach, expect, test } from "vitest";
import { database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import { actionsOf, createUser, emptyTables } from "@/testing/factories";
import { createRescueLink } from "./create-user";

beforeEach(async () => {
  resetSettings({ SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "accounts@example.org" });
  await emptyTables("mails", "verification_tokens");
});

test("whoever runs the server gets a link to hand over, mail or no mail, and the audit log says so", async () => {
  const user = await createUser({ role: "admin" });
  const made = await createRescueLink(` ${user.email.toUpperCase()}`);
  expect(made?.link).toMatch(/\/reset-password\?token=[0-9a-f]{80}$/);
  expect(await database()`select from mails`).toHaveLength(0);
  expect(await actionsOf(user.id)).toEqual(["password.link_made"]);
});

test("there is none for an account that is unknown, disabled or deleted", async () => {
  const disabled = await createUser({ isActive: false });
  const deleted = await createUser({ deletedAt: new Date() });
  for (const email of ["nobody@example.com", disabled.email, deleted.email])
    expect(await createRescueLink(email)).toBeNull();
});
