import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { database } from "@/db/pool";
import { queueMail } from "@/domain/mails/mails";
import { resetSettings } from "@/lib/settings";
import { createUser, setUpOrganization } from "@/testing/factories";
import { startSmtp, type TestSmtp } from "@/testing/smtp-server";
import { deliverMail } from "./deliver";

let server: TestSmtp | undefined;

beforeEach(setUpOrganization);
afterEach(async () => {
  await server?.close();
  resetSettings();
});

describe("a mail server", () => {
  it("that never answers is let go of when the job's time is over", async () => {
    server = await startSmtp({ onMessage: () => new Promise(() => {}) });
    resetSettings({ SMTP_URL: server.url, MAIL_FROM: "accounts@example.org" });
    const id = randomUUID();
    const user = await createUser();
    await inTransaction((tx) => queueMail(tx, { id, kind: "reset_link", proof: "reset", user }));
    const time = new AbortController();
    const sending = deliverMail(id, time.signal).then(
      () => "sent",
      () => "given up",
    );
    setTimeout(() => time.abort(), 500);
    expect(await sending).toBe("given up");
    const [row] = await database()`select sent_at, kept_at from mails where id = ${id}`;
    expect(row).toEqual({ sent_at: null, kept_at: null });
  });
});
