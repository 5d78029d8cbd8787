import { spawn } from "node:child_process";
import { once } from "node:events";
import { beforeEach, expect, test } from "vitest";
import { database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import { actionsOf, createUser } from "@/testing/factories";
import { createRescueLink } from "./create-user";

beforeEach(async () => {
  resetSettings({ SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "accounts@example.org" });
  await database()`truncate mails, verification_tokens`;
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

test("npm run reset-link prints it, and says what is wrong in words", async () => {
  const user = await createUser();
  const link = await run(user.email);
  expect(link).toMatchObject({
    code: 0,
    output: expect.stringMatching(/reset-password\?token=[0-9a-f]{80}/),
  });
  expect(await run("nobody@example.com")).toMatchObject({
    code: 1,
    output: expect.stringContaining("no active account"),
  });
  expect(await run()).toMatchObject({ code: 1, output: expect.stringContaining("npm run reset-link --") });
});

async function run(...args: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/operate/reset-link.ts", ...args], {
    env: process.env,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const [code] = await once(child, "exit");
  return { code, output };
}
