import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { createUser } from "@/testing/factories";

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
