import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { BRAND } from "@/brand";
import { smtpError, startSmtp, type TestSmtp } from "@/testing/smtp-server";

let server: TestSmtp | undefined;
afterEach(() => server?.close());

async function run(env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/operate/mail-try.ts", ...args], {
    env: { ...process.env, ...env },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const [code] = await once(child, "exit");
  return { code, output };
}

const by = ({ url }: TestSmtp) => ({ SMTP_URL: url, MAIL_FROM: "accounts@example.org" });

test("npm run mail:try sends one mail and says so", async () => {
  server = await startSmtp();
  const ran = await run(by(server), "ada@example.com");
  expect(ran).toMatchObject({
    code: 0,
    output: expect.stringContaining("has taken a mail to ada@example.com"),
  });
  expect(server.received).toMatchObject([
    { to: ["ada@example.com"], mail: { subject: `Mail from ${BRAND.name} works` } },
  ]);
});

test("it says what the server said, what is missing, and whom to ask", async () => {
  server = await startSmtp({ onRcptTo: (_to, _session, done) => done(smtpError(550, "no such mailbox")) });
  expect((await run(by(server), "ada@example.com")).output).toContain("no such mailbox");
  expect((await run({}, "ada@example.com")).output).toContain("SMTP_URL is not set");
  expect((await run({}, "ada")).output).toContain("npm run mail:try -- you@example.com");
});
