import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { settings } from "@/lib/settings";
import { createUser, setUpOrganization } from "@/testing/factories";
import { countUndone, enqueueMany, makeRunTable, until } from "@/testing/jobs";
import { startSmtp, type TestSmtp } from "@/testing/smtp-server";
import { anyFreePort } from "../../../scripts/launch/ground/ports.mjs";

// The build as Vercel runs it: Next by itself, no guard in front, no process that may be counted on.

const CRON_SECRET = "the secret of a cron";
const PATIENCE = { timeout: 60_000 };

let smtp: TestSmtp;
let server: ChildProcess;
let url: string;

beforeAll(async () => {
  await setUpOrganization();
  smtp = await startSmtp();
  const port = await anyFreePort();
  url = `http://localhost:${port}`;
  server = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "--port", String(port)], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      ENV_FILE: "",
      VERCEL: "1",
      DATABASE_URL: settings().DATABASE_URL,
      SECRET_KEY: randomBytes(32).toString("hex"),
      APP_URL: url,
      SMTP_URL: smtp.url,
      MAIL_FROM: "gate@example.com",
      CRON_SECRET,
    },
    stdio: "ignore",
  });
  const isLive = async () => (await fetch(`${url}/live`).catch(() => null))?.status;
  await until(async () => (await isLive()) === 200);
}, 120_000);

beforeEach(makeRunTable);

afterAll(async () => {
  server.kill("SIGKILL");
  await smtp.close();
});

test("what a request promises is done once its answer is out, and nothing by itself", async () => {
  const { email } = await createUser();
  await enqueueMany(3);
  expect((await fetch(`${url}/api/v1/setup/status`)).status).toBe(200);
  expect(await countUndone()).toBe(3);

  const answer = await fetch(`${url}/api/v1/auth/password-resets`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ email }),
  });
  expect(answer.status).toBe(202);
  await expect.poll(() => smtp.received.map(({ to }) => to), PATIENCE).toEqual([[email]]);
  await expect.poll(countUndone, PATIENCE).toBe(0);
});

test("a call of the cron does what is due, and one without the secret nothing", async () => {
  await enqueueMany(3);
  const call = (secret: string) => fetch(`${url}/cron`, { headers: { authorization: `Bearer ${secret}` } });
  expect((await call("the secret of nobody")).status).toBe(401);
  expect(await countUndone()).toBe(3);
  expect((await call(CRON_SECRET)).status).toBe(202);
  await expect.poll(countUndone, PATIENCE).toBe(0);
});
